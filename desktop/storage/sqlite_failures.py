"""What SQLite's result codes mean to a person who has a project file open."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from desktop.errors import AppError
from desktop.storage.errors import (
    AccessDeniedError,
    DamagedPart,
    DamagedProjectError,
    DeviceFailedError,
    NotAProjectError,
    ProjectBusyError,
    ReadOnlyStorageError,
    StorageFullError,
    UnfinishedWriteError,
)

_PRIMARY: Final = 0xFF
# A journal that must be played back, but the file may not be written.
_UNFINISHED: Final = frozenset({sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY})
_BY_CODE: Final[dict[int, type[AppError]]] = {
    sqlite3.SQLITE_BUSY: ProjectBusyError,
    sqlite3.SQLITE_LOCKED: ProjectBusyError,
    sqlite3.SQLITE_READONLY: ReadOnlyStorageError,
    sqlite3.SQLITE_FULL: StorageFullError,
    sqlite3.SQLITE_IOERR: DeviceFailedError,
    sqlite3.SQLITE_NOTADB: NotAProjectError,
    sqlite3.SQLITE_CANTOPEN: AccessDeniedError,
    sqlite3.SQLITE_PERM: AccessDeniedError,
    sqlite3.SQLITE_AUTH: AccessDeniedError,
}


def explain(error: sqlite3.Error) -> AppError:
    """Name a failure of the outer file; what nothing else explains is a damaged structure."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code in _UNFINISHED:
        return UnfinishedWriteError()
    known = _BY_CODE.get(code & _PRIMARY)
    return known() if known else DamagedProjectError(DamagedPart.CONTAINER)


@contextmanager
def explained() -> Iterator[None]:
    """Raise what `explain` says instead of SQLite's own error."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # the caller's mistake, such as using a closed project
    except sqlite3.Error as error:
        raise explain(error) from error
