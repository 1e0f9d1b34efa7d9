import sqlite3

import pytest

from desktop.errors import AppError
from desktop.storage.errors import (
    AccessDeniedError,
    DamagedProjectError,
    DeviceFailedError,
    NotAProjectError,
    ProjectBusyError,
    ReadOnlyStorageError,
    StorageFullError,
    UnfinishedWriteError,
)
from desktop.storage.sqlite_failures import explain, explained


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, ProjectBusyError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ProjectBusyError),
        (sqlite3.SQLITE_READONLY, ReadOnlyStorageError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnlyStorageError),
        (sqlite3.SQLITE_READONLY_ROLLBACK, UnfinishedWriteError),
        (sqlite3.SQLITE_FULL, StorageFullError),
        (sqlite3.SQLITE_IOERR_WRITE, DeviceFailedError),
        (sqlite3.SQLITE_IOERR_READ, DeviceFailedError),
        (sqlite3.SQLITE_NOTADB, NotAProjectError),
        (sqlite3.SQLITE_CANTOPEN, AccessDeniedError),
        (sqlite3.SQLITE_CORRUPT, DamagedProjectError),
        (sqlite3.SQLITE_ERROR, DamagedProjectError),
        (sqlite3.SQLITE_TOOBIG, DamagedProjectError),
    ],
)
def test_every_result_code_has_a_meaning(code: int, expected: type[AppError]) -> None:
    error = sqlite3.OperationalError("示例")
    error.sqlite_errorcode = code
    assert type(explain(error)) is expected


def test_an_error_without_a_code_is_damage() -> None:
    with pytest.raises(DamagedProjectError), explained():
        raise sqlite3.OperationalError("Could not decode to UTF-8")


def test_a_mistake_of_the_program_is_not_dressed_up() -> None:
    with pytest.raises(sqlite3.ProgrammingError), explained():
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.")
