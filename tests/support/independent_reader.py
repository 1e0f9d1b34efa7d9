"""A second reader of project files, written from `desktop/storage/FORMAT.md` alone.

It shares no line with the program, so that a file which both read alike is what the page says.
"""

import hashlib
import sqlite3
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

TABLES = {
    "CREATE TABLE blk (n INTEGER PRIMARY KEY, d BLOB NOT NULL)",
    "CREATE TABLE head (k TEXT PRIMARY KEY NOT NULL, v BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE seg (id INTEGER PRIMARY KEY, d BLOB NOT NULL)",
    (
        "CREATE TABLE slot (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, meta BLOB NOT NULL,"
        " wrap BLOB NOT NULL)"
    ),
}


class UnreadableError(Exception):
    """The file is not what the page describes, or the password is wrong."""


def _require(*facts: bool) -> None:
    if not all(facts):
        raise UnreadableError


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=salt, info=info).derive(key)


def _unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], context)


class IndependentReader:
    """A project file read from end to end.

    Attributes:
        pid: The project's number.
        generation: Number of the last commit.
        inner: The inner database.
    """

    def __init__(self, path: Path, password: str) -> None:
        self._outer = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        self._outer.execute("PRAGMA trusted_schema=OFF")
        self._outer.execute("PRAGMA cell_size_check=ON")
        self._check_outer()
        head = dict(self._outer.execute("SELECT k, v FROM head"))
        self.pid: bytes = head["pid"]
        versions = head["format"] + head["min_reader"]
        _require(len(self.pid) == 16, versions == struct.pack(">HH", 1, 1))
        project_key = self._unlock(password)
        root_key = _hkdf(project_key, self.pid, b"miping 1 root")
        root = _unseal(root_key, head["root"], b"miping 1 root" + self.pid)
        _require(root[:4] == versions)
        self.generation, length = struct.unpack(">QQ", root[4:20])
        _require(root[20:52] == self._slot_digest())
        (count,) = struct.unpack(">I", root[52:56])
        marks = [root[56 + 28 * n : 84 + 28 * n] for n in range(count)]
        _require(count == -(-length // 65536), len(root) == 56 + 28 * count)
        image = self._image(_hkdf(project_key, self.pid, b"miping 1 block"), marks)
        _require(len(image) == length)
        self.inner = sqlite3.connect(":memory:")
        self.inner.deserialize(image)

    def close(self) -> None:
        self.inner.close()
        self._outer.close()

    def objects(self) -> list[int]:
        """The numbers of all evidence objects."""
        return [number for (number,) in self.inner.execute("SELECT id FROM obj ORDER BY id")]

    def read(self, number: int) -> bytes:
        """The verified content of an object."""
        size, count, key, digest = self.inner.execute(
            "SELECT size, nseg, key, sha256 FROM obj WHERE id = ?", (number,)
        ).fetchone()
        _require(count == -(-(size + 40) // 1_048_560))
        content = b"".join(self._segments(number, count, key))
        _require(len(content) == size, hashlib.sha256(content).digest() == digest)
        return content

    def verify_history(self) -> int:
        """Recompute the chain and give the number of entries."""
        previous = hashlib.sha256(b"miping 1 history" + self.pid).digest()
        rows = self.inner.execute("SELECT * FROM history ORDER BY seq").fetchall()
        for number, (seq, *texts, before, stored) in enumerate(rows, 1):
            data = b"miping 1 history" + previous + struct.pack(">Q", seq)
            for text in texts:
                encoded = text.encode("utf-8")
                data += struct.pack(">I", len(encoded)) + encoded
            _require(seq == number, before == previous, hashlib.sha256(data).digest() == stored)
            previous = stored
        return len(rows)

    def _check_outer(self) -> None:
        pragmas = {
            name: self._outer.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "page_size", "encoding", "auto_vacuum", "journal_mode")
        }
        _require(list(pragmas.values()) == [0x4D504E47, 65536, "UTF-8", 2, "delete"])
        found = self._outer.execute("SELECT sql FROM sqlite_master").fetchall()
        _require({sql for (sql,) in found} == TABLES, len(found) == len(TABLES))

    def _unlock(self, password: str) -> bytes:
        typed = unicodedata.normalize("NFKC", password).encode("utf-8")
        slots = self._outer.execute("SELECT meta, wrap FROM slot WHERE kind = 'password'")
        for meta, wrap in slots:
            algorithm, memory, passes, lanes, salt = struct.unpack(">BIIB16s", meta)
            _require(algorithm == 1, 8 * lanes <= memory <= 1 << 20, memory * passes <= 1 << 23)
            context = b"miping 1 slot" + self.pid + b"\x08password" + meta
            _require(hashlib.sha256(context + wrap[:60]).digest()[:8] == wrap[60:])
            key = Argon2id(
                salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory
            ).derive(typed)
            return _unseal(key, wrap[:60], context)
        raise UnreadableError

    def _slot_digest(self) -> bytes:
        data = b"miping 1 slots"
        for number, kind, meta, wrap in self._outer.execute("SELECT * FROM slot ORDER BY id"):
            data += struct.pack(">Q", number)
            for field in (kind.encode("ascii"), meta, wrap):
                data += struct.pack(">I", len(field)) + field
        return hashlib.sha256(data).digest()

    def _image(self, key: bytes, marks: list[bytes]) -> bytes:
        rows = self._outer.execute("SELECT n, d FROM blk ORDER BY n").fetchall()
        _require([number for number, _ in rows] == list(range(len(marks))))
        image = b""
        for number, sealed in rows:
            _require(sealed[:12] + sealed[-16:] == marks[number])
            context = b"miping 1 block" + self.pid + struct.pack(">Q", number)
            image += _unseal(key, sealed, context)
        return image

    def _segments(self, number: int, count: int, key: bytes) -> Iterator[bytes]:
        first = self._segment(number, 0)
        _require(first[0] == 40)
        stream_key = AESGCM(_hkdf(key, first[1:33], b""))
        for index in range(count):
            data = first[40:] if index == 0 else self._segment(number, index)
            nonce = first[33:40] + struct.pack(">IB", index, index == count - 1)
            yield stream_key.decrypt(nonce, data, None)

    def _segment(self, number: int, index: int) -> bytes:
        row = self._outer.execute(
            "SELECT d FROM seg WHERE id = ?", (number * 2**24 + index,)
        ).fetchone()
        _require(row is not None)
        data: bytes = row[0]
        return data
