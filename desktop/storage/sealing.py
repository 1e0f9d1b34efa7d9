"""Sealing of the inner database: AES-256-GCM blocks under one sealed root.

Nothing here knows SQLite. Labels and layouts are specified in `FORMAT.md`.
"""

import secrets
import struct
from dataclasses import dataclass
from typing import Final, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.storage.errors import DamagedPart, DamagedProjectError

KEY_BYTES: Final = 32
PROJECT_ID_BYTES: Final = 16
NONCE_BYTES: Final = 12
TAG_BYTES: Final = 16
BLOCK_BYTES: Final = 65536
MARK_BYTES: Final = NONCE_BYTES + TAG_BYTES

_BLOCK_LABEL: Final = b"miping 1 block"
_ROOT_LABEL: Final = b"miping 1 root"
# format, oldest reader, generation, image length, digest of the slots, number of blocks
_ROOT_HEAD: Final = struct.Struct(">HHQQ32sI")
_VERSIONS: Final = struct.Struct(">HH")

Buffer: TypeAlias = bytes | bytearray | memoryview


@dataclass(frozen=True)
class Root:
    """What the sealed root says; it pins everything else in the file.

    Attributes:
        format: Version of the format that the file was written in.
        min_reader: Oldest version of the format that a reader must know.
        generation: Number of the commit, from 1.
        image_length: Bytes of the inner database.
        slot_digest: SHA-256 over all key slots.
        marks: Nonce and tag of each block, `MARK_BYTES` each, in order.
    """

    format: int
    min_reader: int
    generation: int
    image_length: int
    slot_digest: bytes
    marks: tuple[bytes, ...]

    def encode(self) -> bytes:
        """The root as bytes."""
        head = _ROOT_HEAD.pack(
            self.format,
            self.min_reader,
            self.generation,
            self.image_length,
            self.slot_digest,
            len(self.marks),
        )
        return head + b"".join(self.marks)


def block_count(image_length: int) -> int:
    """Blocks that an inner database of so many bytes takes."""
    return -(-image_length // BLOCK_BYTES)


def root_versions(data: bytes) -> tuple[int, int]:
    """Read format and oldest reader from an opened root; they stand first in every version.

    Raises:
        DamagedProjectError: It is too short even for them.
    """
    if len(data) < _VERSIONS.size:
        raise DamagedProjectError(DamagedPart.ROOT)
    written, oldest = _VERSIONS.unpack_from(data)
    return int(written), int(oldest)


def decode_root(data: bytes) -> Root:
    """Read an opened root of this version; raises DamagedProjectError."""
    if len(data) < _ROOT_HEAD.size:
        raise DamagedProjectError(DamagedPart.ROOT)
    written, oldest, generation, length, digest, count = _ROOT_HEAD.unpack_from(data)
    marks = data[_ROOT_HEAD.size :]
    if count != block_count(length) or len(marks) != count * MARK_BYTES:
        raise DamagedProjectError(DamagedPart.ROOT)
    return Root(
        format=written,
        min_reader=oldest,
        generation=generation,
        image_length=length,
        slot_digest=digest,
        marks=tuple(marks[i : i + MARK_BYTES] for i in range(0, len(marks), MARK_BYTES)),
    )


class Sealer:
    """Seals and opens blocks and roots of one project with keys derived from the project key."""

    def __init__(self, project_key: bytes, project_id: bytes) -> None:
        self._project_id = project_id
        self._blocks = AESGCM(_derive(project_key, project_id, _BLOCK_LABEL))
        self._roots = AESGCM(_derive(project_key, project_id, _ROOT_LABEL))

    def seal_block(self, number: int, plain: Buffer) -> bytes:
        """Encrypt one block under a fresh random nonce: nonce, ciphertext, tag."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._blocks.encrypt(nonce, plain, self._block_context(number))

    def open_block(self, number: int, sealed: bytes, mark: bytes) -> bytes:
        """Decrypt the one block that the root pins at this number.

        Raises:
            DamagedProjectError: It is altered, or another block or an older state of this one.
        """
        if block_mark(sealed) != mark:
            raise DamagedProjectError(DamagedPart.RECORDS)
        try:
            return self._blocks.decrypt(
                sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._block_context(number)
            )
        except (InvalidTag, ValueError) as error:
            raise DamagedProjectError(DamagedPart.RECORDS) from error

    def seal_root(self, root: Root) -> bytes:
        """Encrypt a root under a fresh random nonce: nonce, ciphertext, tag."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._roots.encrypt(nonce, root.encode(), self._root_context())

    def open_root(self, sealed: bytes) -> bytes:
        """Decrypt a root; the caller decides by its versions whether it can be read further.

        Raises:
            DamagedProjectError: It is altered or belongs to another project.
        """
        try:
            return self._roots.decrypt(
                sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], self._root_context()
            )
        except (InvalidTag, ValueError) as error:
            raise DamagedProjectError(DamagedPart.ROOT) from error

    def _block_context(self, number: int) -> bytes:
        return _BLOCK_LABEL + self._project_id + number.to_bytes(8, "big")

    def _root_context(self) -> bytes:
        return _ROOT_LABEL + self._project_id


def block_mark(sealed: bytes) -> bytes:
    """Nonce and tag of a sealed block."""
    return sealed[:NONCE_BYTES] + sealed[-TAG_BYTES:]


def _derive(project_key: bytes, project_id: bytes, label: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=project_id, info=label).derive(project_key)
