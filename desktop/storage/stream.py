"""Evidence as sealed streams: Tink's AES-GCM-HKDF streaming format with 1 MiB segments.

The format is Tink's key type AES256_GCM_HKDF_1MB with empty associated data; each row of the
file holds one segment. Streams of any size pass in constant memory.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.storage.errors import DamagedPart, DamagedProjectError, StorageCancelledError

SEGMENT_BYTES: Final = 1 << 20
KEY_BYTES: Final = 32
SALT_BYTES: Final = 32
PREFIX_BYTES: Final = 7
TAG_BYTES: Final = 16
HEADER_BYTES: Final = 1 + SALT_BYTES + PREFIX_BYTES
MAX_SEGMENTS: Final = 1 << 24


@dataclass(frozen=True)
class StreamFacts:
    """What was learned of a stream while it was sealed: bytes, segments, SHA-256."""

    size: int
    segments: int
    sha256: bytes


def plain_bytes(index: int) -> int:
    """Bytes of content in a full segment; the first one also carries the header."""
    return SEGMENT_BYTES - TAG_BYTES - (HEADER_BYTES if index == 0 else 0)


def segment_count(size: int) -> int:
    """Segments of a stream of so many bytes; an empty one has a segment too."""
    return -(-(size + HEADER_BYTES) // plain_bytes(1))


class StreamCipher:
    """Seals and opens the segments of one stream."""

    def __init__(self, key: bytes, header: bytes) -> None:
        """Derive the key of the stream.

        Args:
            key: The object's own key.
            header: The first `HEADER_BYTES` of the stream.

        Raises:
            DamagedProjectError: They are no such header.
        """
        if len(header) != HEADER_BYTES or header[0] != HEADER_BYTES:
            raise DamagedProjectError(DamagedPart.OBJECT)
        salt = header[1 : 1 + SALT_BYTES]
        self._prefix = header[1 + SALT_BYTES :]
        self._cipher = AESGCM(HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"").derive(key))

    def seal(self, index: int, plain: bytes, *, last: bool) -> bytes:
        return self._cipher.encrypt(self._nonce(index, last=last), plain, None)

    def open(self, index: int, sealed: bytes, *, last: bool) -> bytes:
        """Decrypt a segment; raises DamagedProjectError if it is not this one of this stream."""
        try:
            return self._cipher.decrypt(self._nonce(index, last=last), sealed, None)
        except InvalidTag as error:
            raise DamagedProjectError(DamagedPart.OBJECT) from error

    def _nonce(self, index: int, *, last: bool) -> bytes:
        return self._prefix + index.to_bytes(4, "big") + bytes([last])


def new_header() -> bytes:
    """A header with fresh salt and nonce prefix."""
    return (
        bytes([HEADER_BYTES]) + secrets.token_bytes(SALT_BYTES) + secrets.token_bytes(PREFIX_BYTES)
    )


def seal_stream(
    source: BinaryIO,
    key: bytes,
    put: Callable[[int, bytes], None],
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> StreamFacts:
    """Read a source to its end and hand out its sealed segments one by one.

    Args:
        source: Anything that can be read; short reads are fine.
        key: A key that was never used before.
        put: Takes number and bytes of each segment.
        progress: Told the bytes read so far after each segment.
        cancelled: Asked before each segment.

    Raises:
        StorageCancelledError: `cancelled` said so.
        OSError: From the source.
    """
    header = new_header()
    cipher = StreamCipher(key, header)
    digest = hashlib.sha256()
    size = index = 0
    plain = _read_full(source, plain_bytes(0))
    while True:
        if cancelled():
            raise StorageCancelledError
        following = _read_full(source, plain_bytes(index + 1)) if plain else b""
        digest.update(plain)
        size += len(plain)
        sealed = cipher.seal(index, plain, last=not following)
        put(index, header + sealed if index == 0 else sealed)
        progress(size)
        index += 1
        if not following:
            return StreamFacts(size, index, digest.digest())
        plain = following


def open_stream(key: bytes, facts: StreamFacts, get: Callable[[int], bytes]) -> Iterator[bytes]:
    """Decrypt a stream piece by piece; every piece that comes out is authentic and in its place.

    Args:
        key: The object's key.
        facts: What the whole stream must prove to be at its end.
        get: Gives the bytes of a segment by its number.

    Raises:
        DamagedProjectError: A segment is missing, altered, moved, or too much.
    """
    first = get(0)
    cipher = StreamCipher(key, first[:HEADER_BYTES])
    digest = hashlib.sha256()
    size = 0
    for index in range(facts.segments):
        sealed = first[HEADER_BYTES:] if index == 0 else get(index)
        plain = cipher.open(index, sealed, last=index == facts.segments - 1)
        digest.update(plain)
        size += len(plain)
        yield plain
    if size != facts.size or digest.digest() != facts.sha256:
        raise DamagedProjectError(DamagedPart.OBJECT)


def _read_full(source: BinaryIO, wanted: int) -> bytes:
    """Read so many bytes, fewer only at the end of the source."""
    data = source.read(wanted)
    if not data or len(data) == wanted:
        return data
    pieces = [data]
    missing = wanted - len(data)
    while missing and (data := source.read(missing)):
        pieces.append(data)
        missing -= len(data)
    return b"".join(pieces)
