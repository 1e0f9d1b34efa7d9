"""Reading a finished volume back: its pages counted, the files in it listed and taken out."""

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, Stream

from desktop.documents.errors import (
    AttachmentDamagedError,
    AttachmentMissingError,
    DamagedPdfError,
    LockedPdfError,
    UnreadablePdfError,
)

_LARGEST: Final = 512 * 1024 * 1024
"""Bytes that one embedded file may unpack to."""

_MALFORMED: Final = (
    pikepdf.PdfError,
    pikepdf.PikepdfError,
    AttributeError,
    KeyError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class AttachmentInfo:
    """One embedded file; the digest is of its unpacked bytes, in hexadecimal."""

    name: str
    size: int
    sha256: str


def read_attachment(source: Path | BinaryIO, name: str) -> bytes:
    """Take an embedded file out.

    Raises:
        AttachmentMissingError, AttachmentDamagedError: There is none of that name, or it is
            broken.
        DamagedPdfError, LockedPdfError, UnreadablePdfError: The volume cannot be read.
    """
    with _opened(source) as volume:
        specification = _specifications(volume).get(name)
        if specification is None:
            raise AttachmentMissingError(name)
        return _bytes(name, specification)


def attachments(source: Path | BinaryIO) -> list[AttachmentInfo]:
    """List the embedded files in the order of their names.

    Raises:
        AttachmentDamagedError: One of them is broken.
        DamagedPdfError, LockedPdfError, UnreadablePdfError: The volume cannot be read.
    """
    with _opened(source) as volume:
        found = []
        for name, specification in sorted(_specifications(volume).items()):
            data = _bytes(name, specification)
            found.append(AttachmentInfo(name, len(data), hashlib.sha256(data).hexdigest()))
        return found


def page_count(source: Path | BinaryIO) -> int:
    """Count the pages.

    Raises:
        DamagedPdfError, LockedPdfError, UnreadablePdfError: The volume cannot be read.
    """
    with _opened(source) as volume:
        return len(volume.pages)


@contextmanager
def _opened(source: Path | BinaryIO) -> Iterator[Pdf]:
    try:
        if not isinstance(source, Path):
            source.seek(0)
        with pikepdf.open(source) as volume:
            yield volume
    except pikepdf.PasswordError as error:
        raise LockedPdfError from error
    except OSError as error:
        raise UnreadablePdfError(error.errno or 0) from error
    except _MALFORMED as error:
        raise DamagedPdfError from error


def _specifications(volume: Pdf) -> dict[str, Object]:
    names = volume.Root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, Dictionary) else None
    if not isinstance(tree, Dictionary):
        return {}
    return {str(name): entry for name, entry in NameTree(tree).items()}


def _bytes(name: str, specification: Object) -> bytes:
    """Unpack one file, never to more than is allowed."""
    files = specification.get("/EF") if isinstance(specification, Dictionary) else None
    stream = files.get("/UF", files.get("/F")) if isinstance(files, Dictionary) else None
    if not isinstance(stream, Stream):
        raise AttachmentDamagedError(name)
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if isinstance(filters, Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        return raw
    if filters != Name.FlateDecode or "/DecodeParms" in stream:
        raise AttachmentDamagedError(name)
    return _inflated(name, raw)


def _inflated(name: str, raw: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(raw, _LARGEST)
    except zlib.error as error:
        raise AttachmentDamagedError(name) from error
    if not unpacker.eof:
        raise AttachmentDamagedError(name)
    return data
