"""Connections to the outer file: how it is opened, and how a file that ends too early is told."""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.storage.errors import (
    DamagedProjectError,
    NotAProjectError,
    TruncatedProjectError,
)

APPLICATION_ID: Final = 0x4D504E47  # "MPNG"
PAGE_BYTES: Final = 65536
# No value is longer than a segment; a giant one is refused before it is copied into memory.
_MAX_VALUE_BYTES: Final = 1 << 21
_LOCK_WAIT_SECONDS: Final = 0.3
# The first three before anything is read.
_PRAGMAS: Final = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "locking_mode=EXCLUSIVE",
    "temp_store=MEMORY",
    "cache_size=-8192",
    "mmap_size=0",
    "synchronous=FULL",
    "secure_delete=FAST",
)
# Magic, page size, number of pages, application number: the first 72 bytes of an SQLite file.
_SQLITE_MAGIC: Final = b"SQLite format 3\0"
_SQLITE_HEAD: Final = struct.Struct(">16xH10xI36xI")
_PAGE_BYTES_CODE: Final = 1  # 65536 does not fit into two bytes


@contextmanager
def connected(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    """A connection that is closed again if what is done with it fails."""
    connection = sqlite3.connect(
        f"{_uri(path)}?mode={mode}",
        uri=True,
        timeout=_LOCK_WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE_BYTES)
        for setting in _PRAGMAS:
            connection.execute(f"PRAGMA {setting}")
        yield connection
    except BaseException:
        connection.close()
        raise


def _uri(path: Path) -> str:
    """The path as SQLite wants it; it refuses the host that a network share's URI has."""
    uri = path.absolute().as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


@contextmanager
def truncation_told(path: Path) -> Iterator[None]:
    """Tell a file that ends too early from one that is damaged or of another kind."""
    try:
        yield
    except (NotAProjectError, DamagedProjectError) as error:
        if _ends_too_early(path):
            raise TruncatedProjectError from error
        raise


def _ends_too_early(path: Path) -> bool:
    """Compare the file's size with the one that its first bytes tell.

    Reads by a handle of its own. No lock can be lost by that: the file was refused and closed, and
    while this process holds it elsewhere, it would have been busy.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(_SQLITE_HEAD.size)
    except OSError:
        return False
    if not head or not head.startswith(_SQLITE_MAGIC[: len(head)]):
        return False
    if len(head) < _SQLITE_HEAD.size:
        return True
    page_bytes, pages, application = _SQLITE_HEAD.unpack(head)
    ours: bool = application == APPLICATION_ID and page_bytes == _PAGE_BYTES_CODE
    return ours and size < int(pages) * PAGE_BYTES


def pragma(connection: sqlite3.Connection, name: str) -> int | str:
    """The value of a setting."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    value: int | str = row[0]
    return value
