"""The outer file: an SQLite database that holds nothing but ciphertext and key slots.

Everything in it is hostile until the sealed root says otherwise, so that this module checks the
structure and the sizes of what it reads. The file is touched through its one connection only:
on POSIX systems a lock vanishes when the same process closes the file by another handle.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from desktop.storage import outer_schema
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
from desktop.storage.outer_connection import (
    APPLICATION_ID,
    PAGE_BYTES,
    connected,
    pragma,
    truncation_told,
)
from desktop.storage.sealing import PROJECT_ID_BYTES
from desktop.storage.sqlite_failures import explained

FORMAT: Final = 1
"""Version of the format that this program writes and the newest that it fully knows."""

_VERSION_BYTES: Final = 2
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
        with explained(), connected(path, "rw") as connection:
            connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
            connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            for statement in outer_schema.TABLES.values():
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
        with truncation_told(path), explained(), connected(path, mode) as connection:
            container = cls(connection, read_only=read_only)
            container._lock()
            container._check_structure()
            container._check_length(file_size(path))
            return container

    def _lock(self) -> None:
        """Take the lock that is kept until the file is closed, and prove that it can be written."""
        if pragma(self._connection, "application_id") != APPLICATION_ID:
            raise NotAProjectError
        if self.read_only:
            return  # the shared lock is kept, so that nobody writes meanwhile
        self._connection.execute("BEGIN EXCLUSIVE")
        # Makes SQLite set up its journal: a folder that refuses one is found now, not later.
        self._connection.execute("PRAGMA user_version=1")
        self._connection.execute("ROLLBACK")

    def _check_structure(self) -> None:
        """Compare everything that SQLite would act on with what it must be."""
        if outer_schema.has_head(self._connection) and self.min_reader > FORMAT:
            raise NewerProjectError(self.min_reader, FORMAT)
        if not outer_schema.is_exact(self._connection):
            raise DamagedProjectError(DamagedPart.CONTAINER)

    def _check_length(self, size: int) -> None:
        """Refuse a file whose last page is not whole; SQLite itself would fill it up with zeros."""
        if size < int(pragma(self._connection, "page_count")) * PAGE_BYTES:
            raise TruncatedProjectError

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
            free = pragma(self._connection, "freelist_count")
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
