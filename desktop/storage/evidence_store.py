"""Evidence objects: sealed streams found by number or by the SHA-256 of their content."""

import io
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from typing_extensions import Buffer, override

from desktop.errors import AppError
from desktop.storage.container import Container
from desktop.storage.errors import (
    DamagedPart,
    DamagedProjectError,
    ObjectMissingError,
)
from desktop.storage.stream import (
    KEY_BYTES,
    MAX_SEGMENTS,
    StreamFacts,
    open_stream,
    seal_stream,
    segment_count,
)

_SEGMENT_BITS: Final = 24


@dataclass(frozen=True)
class StoredObject:
    """A piece of evidence as stored.

    Attributes:
        id: Its number in this project, never given twice.
        size: Bytes.
        sha256: Of the content, lower-case hexadecimal.
    """

    id: int
    size: int
    sha256: str


class EvidenceStore:
    """The evidence of one project; what it changes waits for the project's commit."""

    def __init__(
        self, container: Container, database: sqlite3.Connection, abandon: Callable[[], None]
    ) -> None:
        """Take the two halves of a project file.

        Args:
            container: Holds the segments.
            database: Holds size, digest and key of each object.
            abandon: Drops everything uncommitted in both, when the medium failed.
        """
        self._container = container
        self._database = database
        self._abandon = abandon

    def add(
        self,
        source: BinaryIO,
        progress: Callable[[int], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> StoredObject:
        """Take in a stream in constant memory; bytes that are known already are stored once.

        On failure nothing of this stream is kept. A failing medium also drops everything else
        that is not committed yet.

        Args:
            source: Read to its end from where it stands.
            progress: Told the bytes done from time to time.
            cancelled: Asked from time to time.

        Raises:
            StorageCancelledError: `cancelled` said so.
            StorageFullError, DeviceFailedError, ReadOnlyStorageError: Of the project's medium.
            OSError: Of the source.
        """
        self._container.begin()
        try:
            return self._add(source, progress, cancelled)
        except BaseException:
            if not self._container.in_transaction:
                self._abandon()
            raise

    def _add(
        self,
        source: BinaryIO,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> StoredObject:
        number = self._next_number()
        key = secrets.token_bytes(KEY_BYTES)
        with self._container.savepoint() as step:
            facts = seal_stream(
                source,
                key,
                lambda index, data: self._container.put_segment(_row(number, index), data),
                progress,
                cancelled,
            )
            known = self._find(facts.sha256)
            if known is not None:
                step.drop()
                return known
            self._database.execute(
                "INSERT INTO obj (id, size, nseg, key, sha256) VALUES (?, ?, ?, ?, ?)",
                (number, facts.size, facts.segments, key, facts.sha256),
            )
        return StoredObject(number, facts.size, facts.sha256.hex())

    def find_by_sha256(self, sha256: str) -> StoredObject | None:
        """The object with this content, or None; `sha256` is hexadecimal."""
        try:
            return self._find(bytes.fromhex(sha256))
        except ValueError:
            return None

    def all(self) -> tuple[StoredObject, ...]:
        """Every object, by number."""
        rows = self._database.execute("SELECT id, size, sha256 FROM obj ORDER BY id").fetchall()
        return tuple(_stored(row) for row in rows)

    def read(self, object_id: int) -> Iterator[bytes]:
        """Give the content piece by piece, each authenticated, the whole verified at the end.

        Whoever stops before the end has authentic bytes, but no proof that they are all.

        Raises:
            ObjectMissingError: At once.
            DamagedProjectError: With the first piece that is not authentic.
        """
        key, facts = self._facts(object_id)

        def segment(index: int) -> bytes:
            data = self._container.segment(_row(object_id, index))
            if data is None:
                raise DamagedProjectError(DamagedPart.OBJECT)
            return data

        return open_stream(key, facts, segment)

    def open(self, object_id: int) -> BinaryIO:
        """The same as a binary file that can be read forward; raises as `read` does."""
        return io.BufferedReader(_ObjectReader(self.read(object_id)))

    def delete(self, object_id: int) -> None:
        """Delete an object; its space is given back after the commit.

        Raises:
            ObjectMissingError, ReadOnlyStorageError.
        """
        self._facts(object_id)
        self._container.begin()
        try:
            self._container.drop_segments(_row(object_id, 0), _row(object_id, MAX_SEGMENTS - 1))
        except AppError:
            self._abandon()
            raise
        self._database.execute("DELETE FROM obj WHERE id = ?", (object_id,))

    def _next_number(self) -> int:
        row = self._database.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'obj'"
        ).fetchone()
        return 1 + (int(row["seq"]) if row else 0)

    def _find(self, sha256: bytes) -> StoredObject | None:
        row = self._database.execute(
            "SELECT id, size, sha256 FROM obj WHERE sha256 = ?", (sha256,)
        ).fetchone()
        return _stored(row) if row else None

    def _facts(self, object_id: int) -> tuple[bytes, StreamFacts]:
        row = self._database.execute(
            "SELECT size, nseg, key, sha256 FROM obj WHERE id = ?", (object_id,)
        ).fetchone()
        if row is None:
            raise ObjectMissingError(object_id)
        facts = StreamFacts(row["size"], row["nseg"], bytes(row["sha256"]))
        if facts.segments != segment_count(facts.size):
            raise DamagedProjectError(DamagedPart.OBJECT)
        return bytes(row["key"]), facts


class _ObjectReader(io.RawIOBase):
    """A stream of pieces as a raw file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._rest = memoryview(b"")

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        """Fill the buffer as far as the piece at hand reaches; 0 at the verified end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        with memoryview(buffer).cast("B") as target:
            count = min(len(target), len(self._rest))
            target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _row(object_id: int, index: int) -> int:
    return object_id << _SEGMENT_BITS | index


def _stored(row: sqlite3.Row) -> StoredObject:
    return StoredObject(row["id"], row["size"], bytes(row["sha256"]).hex())
