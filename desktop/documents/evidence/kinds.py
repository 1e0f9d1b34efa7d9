"""What kind of file a piece of evidence is, told by its first bytes and, failing that, its name."""

import codecs
from enum import StrEnum
from pathlib import PurePath
from typing import Final


class EvidenceKind(StrEnum):
    """The families of files; a value is stable and may be stored."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    BMP = "bmp"
    WEBP = "webp"
    HEIC = "heic"
    GIF = "gif"
    OFFICE = "office"
    TEXT = "text"
    OTHER = "other"

    @property
    def is_image(self) -> bool:
        return self in _IMAGES

    @property
    def is_displayable(self) -> bool:
        """Pages can be made of it; all others travel as attachments only."""
        return self is EvidenceKind.PDF or self.is_image


_IMAGES: Final = frozenset(
    {
        EvidenceKind.JPEG,
        EvidenceKind.PNG,
        EvidenceKind.TIFF,
        EvidenceKind.BMP,
        EvidenceKind.WEBP,
        EvidenceKind.HEIC,
        EvidenceKind.GIF,
    }
)

_SIGNATURES: Final = (
    (b"\xff\xd8\xff", EvidenceKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", EvidenceKind.PNG),
    (b"II*\x00", EvidenceKind.TIFF),
    (b"MM\x00*", EvidenceKind.TIFF),
    (b"II+\x00", EvidenceKind.TIFF),
    (b"MM\x00+", EvidenceKind.TIFF),
    (b"GIF87a", EvidenceKind.GIF),
    (b"GIF89a", EvidenceKind.GIF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", EvidenceKind.OFFICE),
    (b"{\\rtf", EvidenceKind.OFFICE),
)

_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1"})

_OFFICE_SUFFIXES: Final = (
    *("doc", "docx", "docm", "wps", "xls", "xlsx", "xlsm", "et", "ppt", "pptx", "dps"),
    *("odt", "ods", "odp", "rtf", "ofd"),
)

_SUFFIXES: Final = {
    "pdf": EvidenceKind.PDF,
    "jpg": EvidenceKind.JPEG,
    "jpeg": EvidenceKind.JPEG,
    "png": EvidenceKind.PNG,
    "tif": EvidenceKind.TIFF,
    "tiff": EvidenceKind.TIFF,
    "bmp": EvidenceKind.BMP,
    "webp": EvidenceKind.WEBP,
    "heic": EvidenceKind.HEIC,
    "heif": EvidenceKind.HEIC,
    "gif": EvidenceKind.GIF,
} | dict.fromkeys(_OFFICE_SUFFIXES, EvidenceKind.OFFICE)

_PDF_HEADER_WITHIN: Final = 1024
"""Bytes in which readers look for the header (ISO 32000-1, annex H, note 13)."""
_TEXT_SAMPLE: Final = 65_536
_TEXT_CONTROLS: Final = frozenset("\t\n\r\f\x1b\ufeff")


def recognise(name: str, data: bytes) -> EvidenceKind:
    """Tell the kind of a file.

    The bytes decide; the name decides only where they say nothing, so that a broken `.pdf` is
    reported as a damaged PDF and a renamed photo is still shown as a photo.
    """
    by_bytes = _kind_of_bytes(data)
    if by_bytes is not None:
        return by_bytes
    by_name = _SUFFIXES.get(PurePath(name.replace("\\", "/")).suffix.lower().lstrip("."))
    if by_name is not None:
        return by_name
    return EvidenceKind.TEXT if _is_text(data) else EvidenceKind.OTHER


def _kind_of_bytes(data: bytes) -> EvidenceKind | None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return EvidenceKind.BMP
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return EvidenceKind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return EvidenceKind.HEIC
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return EvidenceKind.PDF
    return None


def _is_text(data: bytes) -> bool:
    sample = data[:_TEXT_SAMPLE]
    for encoding in ("utf-8", "gb18030"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            text = decoder.decode(sample)
        except UnicodeDecodeError:
            continue
        return all(sign >= " " or sign in _TEXT_CONTROLS for sign in text)
    return False
