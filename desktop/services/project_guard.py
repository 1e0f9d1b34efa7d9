"""Telling project files by what they are, so that none is overwritten or taken for evidence."""

import struct
from pathlib import Path
from typing import Final

from desktop.storage.outer_connection import APPLICATION_ID

PROJECT_SUFFIX = ".miping"

_SQLITE_MAGIC: Final = b"SQLite format 3\0"
_APPLICATION_ID_AT: Final = 68
_HEAD_BYTES: Final = 72


def is_project(path: Path, open_project: Path | None = None) -> bool:
    """Tell whether a path leads to a project file, whatever its name is.

    Args:
        path: Need not exist; links are followed.
        open_project: A project that this process has open. It is recognised without being read,
            because on POSIX systems its lock vanishes when a second handle is closed.

    Raises:
        OSError: The path exists and cannot be examined.
    """
    if path.suffix.lower() == PROJECT_SUFFIX:
        return True
    if not path.is_file():
        return False
    if open_project is not None and path.samefile(open_project):
        return True
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    (number,) = struct.unpack_from(">I", head.ljust(_HEAD_BYTES, b"\0"), _APPLICATION_ID_AT)
    return head.startswith(_SQLITE_MAGIC) and number == APPLICATION_ID
