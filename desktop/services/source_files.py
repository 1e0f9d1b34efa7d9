"""Opening files that shall become evidence: whole, steady, and nothing but files."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from desktop.services.errors import (
    SourceChangedError,
    SourceEmptyError,
    SourceIsProjectError,
    SourceMissingError,
    SourceNotFileError,
    SourceUnreadableError,
)
from desktop.services.project_guard import is_project

_NOT_THERE: Final = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
)


@contextmanager
def opened_source(source: Path, project: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Open a source file and make sure that it is the same file when reading ends.

    Args:
        source: The file; pipes and devices are refused before they are opened.
        project: The project file that is open; under no name is it evidence of itself.

    Yields:
        The file for reading, and its size in bytes.

    Raises:
        SourceMissingError, SourceNotFileError, SourceEmptyError, SourceIsProjectError,
        SourceUnreadableError, SourceChangedError: Reading included.
    """
    name = source.name or str(source)
    try:
        _refuse_other_kinds(source, name, project)
        with source.open("rb") as stream:
            before = os.fstat(stream.fileno())
            yield stream, before.st_size
            after = os.fstat(stream.fileno())
    except OSError as error:
        if error.errno in _NOT_THERE and not source_exists(source):
            raise SourceMissingError(name) from error
        raise SourceUnreadableError(name) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceChangedError(name)


def source_exists(source: Path) -> bool:
    """Tell whether a path leads to anything; a name that no file can have does not."""
    try:
        source.stat()
    except OSError as error:
        return error.errno not in _NOT_THERE
    return True


def _refuse_other_kinds(source: Path, name: str, project: Path) -> None:
    found = source.stat()
    if not stat.S_ISREG(found.st_mode):
        raise SourceNotFileError(name)
    if is_project(source, project):
        raise SourceIsProjectError(name)
    if found.st_size == 0:
        raise SourceEmptyError(name)
