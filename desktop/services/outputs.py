"""Writing files that leave the project: whole or not at all, and never over a project."""

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from desktop.services.errors import (
    OutputDiskFullError,
    OutputFolderMissingError,
    OutputNameError,
    OutputProtectedError,
    OutputRefusedError,
)
from desktop.services.project_guard import is_project

_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BAD_NAME = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})


def write_whole(
    target: Path, write: Callable[[BinaryIO], None], project: Path | None = None
) -> None:
    """Write a file beside its target under a passing name, then put it in place at once.

    An existing file is replaced only when the new one is complete and on the disk; any failure,
    cancelling included, leaves it as it was and no remains beside it.

    Args:
        target: The file to make; its folder must exist.
        write: Gets a binary file, readable and writable; what it raises passes through.
        project: The project file that is open, whatever its name: it is never written over.

    Raises:
        OutputFolderMissingError, OutputProtectedError, OutputRefusedError, OutputNameError,
        OutputDiskFullError: The target cannot be written.
    """
    require_target(target, project)
    passing = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        with passing.open("xb+") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        passing.replace(target)
    except OSError as error:
        raise _explain(error) from error
    finally:
        _remove_remains(passing)


def writing(data: bytes) -> Callable[[BinaryIO], None]:
    """What `write_whole` needs to write bytes that are in memory already."""

    def write(stream: BinaryIO) -> None:
        stream.write(data)

    return write


def require_target(target: Path, project: Path | None = None) -> None:
    """Refuse early what `write_whole` would refuse after all the work; raises as it does."""
    try:
        if not target.parent.is_dir():
            raise OutputFolderMissingError
        other_kind = target.exists() and not target.is_file()
        if other_kind or is_project(target, project):
            raise OutputProtectedError
    except OSError as error:
        raise _explain(error) from error


def _explain(
    error: OSError,
) -> OutputDiskFullError | OutputNameError | OutputRefusedError | OutputFolderMissingError:
    if error.errno in _DISK_FULL:
        return OutputDiskFullError()
    if error.errno in _BAD_NAME:
        return OutputNameError()
    if error.errno == errno.ENOENT:
        return OutputFolderMissingError()
    return OutputRefusedError()


def _remove_remains(passing: Path) -> None:
    """Take the passing file away; when even that fails, the first failure is what is told."""
    try:
        passing.unlink(missing_ok=True)
    except OSError:
        return
