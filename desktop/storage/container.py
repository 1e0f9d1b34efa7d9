"""The outer file: an SQLite database that holds nothing but ciphertext and key slots.

Everything in it is hostile until the sealed root says otherwise, so that this module checks the
structure and the sizes of what it reads. The file is touched through its one connection only:
on POSIX systems a lock vanishes when the same process closes the file by another handle.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from desktop.storage.errors import (
    DamagedPart,
    DamagedProjectError,
    NewerProjectError,
    NotAProjectError,
    ReadOnlyStorageError,
    TruncatedProjectError,
)
from desktop.storage.file_place import file_size
from desktop.storage.key_slots import (
    MAX_KIND_BYTES,
    MAX_META_BYTES,
    MAX_SLOTS,
    WRAP_BYTES,
    KeySlot,
)
from desktop.storage.sealing import PROJECT_ID_BYTES
from desktop.storage.sqlite_failures import explained

APPLICATION_ID: Final = 0x4D504E47  # "MPNG"
PAGE_BYTES: Final = 65536
FORMAT: Final = 1
"""Version of the format that this program writes and the newest that it fully knows."""

_SCHEMA: Final = (
    ("blk", "CREATE TABLE blk (n INTEGER PRIMARY KEY, d BLOB NOT NULL)"),
    ("head", "CREATE TABLE head (k TEXT PRIMARY KEY NOT NULL, v BLOB NOT NULL) WITHOUT ROWID"),
    ("seg", "CREATE TABLE seg (id INTEGER PRIMARY KEY, d BLOB NOT NULL)"),
    (
        "slot",
        (
            "CREATE TABLE slot (id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
            " meta BLOB NOT NULL, wrap BLOB NOT NULL)"
        ),
    ),
)
# No value is longer than a segment; a giant one is refused before it is copied into memory.
_MAX_VALUE_BYTES: Final = 1 << 21
_VERSION_BYTES: Final = 2
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
_INCREMENTAL: Final = 2
_PAGE_BYTES_CODE: Final = 1  # 65536 does not fit into two bytes
_FREE_PAGES_WORTH_RETURNING: Final = 16


class Container:
    """The open file with its lock; callers serialise their calls."""

    def __init__(self, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self._connection = connection
        self.read_only = read_only

    @classmethod
    def create(cls, path: Path, project_id: bytes) -> Self:
        """Turn an empty file into a container and leave it in a transaction.

        The caller adds slots, root and blocks, and commits.
        """
        with explained(), _connected(path, "rw") as connection:
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            for _, statement in _SCHEMA:
                connection.execute(statement)
            version = FORMAT.to_bytes(_VERSION_BYTES, "big")
            connection.executemany(
                "INSERT INTO head VALUES (?, ?)",
                [("pid", project_id), ("format", version), ("min_reader", version)],
            )
            return cls(connection, read_only=False)

    @classmethod
    def open(cls, path: Path, *, read_only: bool) -> Self:
        """Open and lock a container whose file exists, and check its structure.

        Raises:
            NotAProjectError, NewerProjectError, DamagedProjectError, TruncatedProjectError,
            ProjectBusyError, ReadOnlyStorageError, UnfinishedWriteError, AccessDeniedError,
            DeviceFailedError.
        """
        mode = "ro" if read_only else "rw"
        with _truncation_told(path), explained(), _connected(path, mode) as connection:
            container = cls(connection, read_only=read_only)
            container._lock()
            container._check_structure()
            container._check_length(file_size(path))
            return container

    def _lock(self) -> None:
        """Take the lock that is kept until the file is closed, and prove that it can be written."""
        if _pragma(self._connection, "application_id") != APPLICATION_ID:
            raise NotAProjectError
        if self.read_only:
            return  # the shared lock is kept, so that nobody writes meanwhile
        self._connection.execute("BEGIN EXCLUSIVE")
        # Makes SQLite set up its journal: a folder that refuses one is found now, not later.
        self._connection.execute("PRAGMA user_version=1")
        self._connection.execute("ROLLBACK")

    def _check_structure(self) -> None:
        """Compare everything that SQLite would act on with what it must be."""
        tables = list(
            self._connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT 9")
        )
        expected = {("table", name, name, statement) for name, statement in _SCHEMA}
        head = next(row for row in expected if row[1] == "head")
        if head in tables:
            self._refuse_newer()
        structure = (
            len(tables) == len(expected)
            and set(tables) == expected
            and _pragma(self._connection, "page_size") == PAGE_BYTES
            and _pragma(self._connection, "auto_vacuum") == _INCREMENTAL
            and _pragma(self._connection, "journal_mode") == "delete"
            and _pragma(self._connection, "encoding") == "UTF-8"
        )
        if not structure:
            raise DamagedProjectError(DamagedPart.CONTAINER)

    def _check_length(self, size: int) -> None:
        """Refuse a file whose last page is not whole; SQLite itself would fill it up with zeros."""
        if size < int(_pragma(self._connection, "page_count")) * PAGE_BYTES:
            raise TruncatedProjectError

    def _refuse_newer(self) -> None:
        if self.min_reader > FORMAT:
            raise NewerProjectError(self.min_reader, FORMAT)

    @property
    def project_id(self) -> bytes:
        project_id = self._head("pid")
        if len(project_id) != PROJECT_ID_BYTES:
            raise DamagedProjectError(DamagedPart.HEADER)
        return project_id

    @property
    def format(self) -> int:
        return self._version("format")

    @property
    def min_reader(self) -> int:
        return self._version("min_reader")

    @property
    def root(self) -> bytes:
        """The sealed root."""
        return self._head("root")

    def put_root(self, sealed: bytes) -> None:
        self._run("INSERT OR REPLACE INTO head VALUES ('root', ?)", (sealed,))

    def slots(self) -> tuple[KeySlot, ...]:
        """Every key slot, each field of the right kind and no longer than it may be.

        Raises:
            DamagedProjectError: One is not, or there are none, or too many.
        """
        with explained():
            rows = self._connection.execute(
                "SELECT id, kind, meta, wrap FROM slot"
                " WHERE typeof(kind) = 'text' AND length(CAST(kind AS BLOB)) BETWEEN 1 AND ?"
                " AND typeof(meta) = 'blob' AND length(meta) <= ?"
                " AND typeof(wrap) = 'blob' AND length(wrap) <= ? AND id > 0"
                " ORDER BY id LIMIT ?",
                (MAX_KIND_BYTES, MAX_META_BYTES, WRAP_BYTES, MAX_SLOTS + 1),
            ).fetchall()
            total = self._count("SELECT count(*) FROM (SELECT 1 FROM slot LIMIT ?)", MAX_SLOTS + 1)
        slots = tuple(KeySlot(*row) for row in rows)
        whole = total == len(slots) and 1 <= total <= MAX_SLOTS
        if not whole or not all(slot.kind.isascii() for slot in slots):
            raise DamagedProjectError(DamagedPart.SLOTS)
        return slots

    def put_slot(self, slot: KeySlot) -> None:
        self._run(
            "INSERT OR REPLACE INTO slot VALUES (?, ?, ?, ?)",
            (slot.number, slot.kind, slot.meta, slot.wrap),
        )

    def block(self, number: int) -> bytes:
        """A sealed block; raises DamagedProjectError if it is not there."""
        sealed = self._blob("SELECT d FROM blk WHERE n = ?", number)
        if sealed is None:
            raise DamagedProjectError(DamagedPart.RECORDS)
        return sealed

    def block_total(self) -> int:
        with explained():
            return self._count("SELECT count(*) FROM blk")

    def put_block(self, number: int, sealed: bytes) -> None:
        self._run("INSERT OR REPLACE INTO blk VALUES (?, ?)", (number, sealed))

    def drop_blocks(self, count: int) -> None:
        """Keep only the first `count` blocks."""
        self._run("DELETE FROM blk WHERE n >= ?", (count,))

    def segment(self, number: int) -> bytes | None:
        """A row of a sealed stream, or None if it is not there."""
        return self._blob("SELECT d FROM seg WHERE id = ?", number)

    def put_segment(self, number: int, sealed: bytes) -> None:
        self._run("INSERT INTO seg VALUES (?, ?)", (number, sealed))

    def drop_segments(self, first: int, last: int) -> None:
        """Delete the rows of a stream, both ends included."""
        self._run("DELETE FROM seg WHERE id BETWEEN ? AND ?", (first, last))

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def begin(self) -> None:
        """Begin a transaction unless one is open."""
        if self.read_only:
            raise ReadOnlyStorageError
        if not self._connection.in_transaction:
            self._run("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make the transaction durable."""
        self._run("COMMIT")

    def rollback(self) -> None:
        """Drop the transaction, if one is open."""
        if self._connection.in_transaction:
            self._run("ROLLBACK")

    @contextmanager
    def savepoint(self) -> Iterator["Step"]:
        """Undo what is done inside if it fails or is dropped.

        When the medium failed, SQLite may have dropped the whole transaction already.
        """
        step = Step()
        self._run("SAVEPOINT step")
        try:
            yield step
        except BaseException:
            if self._connection.in_transaction:
                self._run("ROLLBACK TO step")
                self._run("RELEASE step")
            raise
        if step.dropped:
            self._run("ROLLBACK TO step")
        self._run("RELEASE step")

    def return_space(self) -> None:
        """Give free pages back to the drive; to be called outside of a transaction.

        What was committed does not depend on it: pages that could not be given back now are by
        the next call.
        """
        with suppress(sqlite3.Error):
            free = _pragma(self._connection, "freelist_count")
            if isinstance(free, int) and free >= _FREE_PAGES_WORTH_RETURNING:
                # execute() would stop after the first page
                self._connection.executescript("PRAGMA incremental_vacuum")

    def close(self) -> None:
        """Drop an open transaction and release the lock."""
        self._connection.close()

    def _head(self, key: str) -> bytes:
        value = self._blob("SELECT v FROM head WHERE k = ?", key)
        if value is None:
            raise DamagedProjectError(DamagedPart.ROOT if key == "root" else DamagedPart.HEADER)
        return value

    def _version(self, key: str) -> int:
        value = self._head(key)
        if len(value) != _VERSION_BYTES:
            raise DamagedProjectError(DamagedPart.HEADER)
        return int.from_bytes(value, "big")

    def _blob(self, query: str, key: int | str) -> bytes | None:
        with explained():
            row = self._connection.execute(query, (key,)).fetchone()
        if row is None:
            return None
        if not isinstance(row[0], bytes):
            raise DamagedProjectError(DamagedPart.CONTAINER)
        return row[0]

    def _count(self, query: str, *parameters: int) -> int:
        return int(self._connection.execute(query, parameters).fetchone()[0])

    def _run(self, statement: str, parameters: tuple[int | str | bytes, ...] = ()) -> None:
        with explained():
            self._connection.execute(statement, parameters)


class Step:
    """A part of a transaction that can be taken back alone."""

    def __init__(self) -> None:
        self.dropped = False

    def drop(self) -> None:
        """Take it back when it ends, without a failure."""
        self.dropped = True


@contextmanager
def _connected(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
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
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield connection
    except BaseException:
        connection.close()
        raise


def _uri(path: Path) -> str:
    """The path as SQLite wants it; it refuses the host that a network share's URI has."""
    uri = path.absolute().as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


@contextmanager
def _truncation_told(path: Path) -> Iterator[None]:
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


def _pragma(connection: sqlite3.Connection, name: str) -> int | str:
    """The value of a setting."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    value: int | str = row[0]
    return value
