"""The place of a project file: is there one, and how a new one comes to stand there whole."""

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from desktop.errors import AppError
from desktop.storage.errors import (
    AccessDeniedError,
    DeviceFailedError,
    FolderMissingError,
    NameRefusedError,
    NotAProjectError,
    ProjectExistsError,
    ProjectMissingError,
    ReadOnlyStorageError,
    StorageFullError,
)

_MISSING: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_DENIED: Final = frozenset({errno.EACCES, errno.EPERM})
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_BAD_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ELOOP})


def require_file(path: Path) -> None:
    """Make sure that SQLite is given an existing regular file; the file itself is not opened.

    Raises:
        ProjectMissingError, NotAProjectError, AccessDeniedError, NameRefusedError,
        DeviceFailedError.
    """
    try:
        found = path.stat()
    except ValueError as error:  # a name with a zero byte
        raise NameRefusedError from error
    except OSError as error:
        raise _explain(error, ProjectMissingError()) from error
    if not stat.S_ISREG(found.st_mode) or found.st_size == 0:
        raise NotAProjectError


def file_size(path: Path) -> int:
    """The size of an existing file in bytes; raises as `require_file` does."""
    try:
        return path.stat().st_size
    except OSError as error:
        raise _explain(error, ProjectMissingError()) from error


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give an empty file under a passing name; when the block ends well, it gets its own name.

    A file that stands there already is never replaced, and a failure leaves nothing behind.

    Raises:
        ProjectExistsError, FolderMissingError, NameRefusedError, AccessDeniedError,
        ReadOnlyStorageError, StorageFullError, DeviceFailedError.
    """
    passing = path.parent / f".{secrets.token_hex(8)}.part"
    try:
        if os.path.lexists(path):
            raise ProjectExistsError
        os.close(os.open(passing, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield passing
        _place(passing, path)
    except ValueError as error:
        raise NameRefusedError from error
    except FileExistsError as error:
        raise ProjectExistsError from error
    except OSError as error:
        raise _explain(error, FolderMissingError()) from error
    finally:
        discard(passing)


def discard(path: Path) -> None:
    """Remove a file that never became a project, and its journal; a failure to is not told."""
    for remains in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError, ValueError):  # what failed before is what the person must hear
            remains.unlink(missing_ok=True)


def _place(passing: Path, path: Path) -> None:
    """Give the file its name without ever replacing another."""
    if sys.platform == "win32":
        passing.rename(path)  # refuses an existing target there
        return
    try:
        os.link(passing, path)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network drives know no second name
        if os.path.lexists(path):
            raise ProjectExistsError from None
        passing.rename(path)
    else:
        passing.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _explain(error: OSError, missing: AppError) -> AppError:
    if error.errno in _MISSING:
        return missing
    if error.errno in _DENIED:
        return AccessDeniedError()
    if error.errno == errno.EROFS:
        return ReadOnlyStorageError()
    if error.errno in _FULL:
        return StorageFullError()
    if error.errno in _BAD_NAME:
        return NameRefusedError()
    return DeviceFailedError()
