"""Pictures on A4 pages: 200 dots per inch at most, nothing but pixels taken over."""

import io
from typing import Final

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, TiffImagePlugin

from desktop.documents.evidence import picture_files
from desktop.documents.evidence.frame import Placement, place
from desktop.documents.evidence.kinds import EvidenceKind
from desktop.documents.evidence.outcome import NormalisedEvidence, Note, Outcome
from desktop.documents.evidence.page_writing import add_page, saved

_RESOLUTION: Final = 200
"""Dots per inch on the page that are kept."""
_BILEVEL_RESOLUTION: Final = 400
"""Black and white scans are small: more of them is kept, without loss."""
_SMALLEST_RESOLUTION: Final = 96
"""Pictures with few pixels are not blown up beyond this."""
_QUALITY: Final = 82
_ROWS_PER_STRIP: Final = 278
_STRIP_OFFSETS: Final = 273
_STRIP_LENGTHS: Final = 279
_PHOTOMETRIC: Final = 262


def picture_pages(kind: EvidenceKind, data: bytes) -> NormalisedEvidence:
    """Lay a picture file on A4 pages, one for each picture of a TIFF.

    All metadata (camera, place, time, preview) stays behind, because each picture is encoded
    anew from its pixels.

    Raises:
        NotShownError: The file is damaged, too large or has too many pictures.
    """
    notes: list[Note] = []
    document = pikepdf.new()
    for picture in picture_files.frames(kind, data, _wanted):
        if _add_picture(document, picture) and Note.REDUCED not in notes:
            notes.append(Note.REDUCED)
    if picture_files.has_more_frames(kind, data):
        notes.append(Note.FIRST_FRAME_ONLY)
    count = len(document.pages)
    return NormalisedEvidence(kind, Outcome.INLINE, saved(document), count, tuple(notes))


def add_rendered_page(document: Pdf, picture: Image.Image, placement: Placement) -> None:
    """Add a page that shows a rendering in RGB at a place that is known already."""
    _show(document, _jpeg(document, picture), placement, picture)


def _wanted(width: int, height: int) -> tuple[int, int]:
    """Pixels needed of a picture, the same whether it is turned later or not."""
    placement = _placement(max(width, height), min(width, height))
    factor = min(1.0, placement.scale * _RESOLUTION / 72 * 1.1)
    return max(1, round(width * factor)), max(1, round(height * factor))


def _placement(width: int, height: int) -> Placement:
    return place(width, height, 72 / _SMALLEST_RESOLUTION)


def _add_picture(document: Pdf, picture: Image.Image) -> bool:
    """Add one page; tell whether the picture was reduced for it."""
    placement = _placement(*picture.size)
    dots_per_inch = 72 / placement.scale
    if picture.mode == "1" and dots_per_inch <= _BILEVEL_RESOLUTION:
        _show(document, _fax(document, picture), placement, picture)
        return False
    reduced = _reduced(picture, min(1.0, _RESOLUTION / dots_per_inch))
    _show(document, _jpeg(document, reduced), placement, picture)
    return reduced.size != picture.size


def _reduced(picture: Image.Image, factor: float) -> Image.Image:
    plain = picture.convert("L") if picture.mode == "1" else picture
    if factor >= 1:
        return plain
    size = max(1, round(plain.width * factor)), max(1, round(plain.height * factor))
    return plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _show(document: Pdf, image: Stream, placement: Placement, picture: Image.Image) -> None:
    width, height = picture.width * placement.scale, picture.height * placement.scale
    add_page(document, placement, image, (width, 0, 0, height, placement.x, placement.y))


def _jpeg(document: Pdf, picture: Image.Image) -> Stream:
    encoded = io.BytesIO()
    # A copy made from pixels alone: `info` would hand profiles and comments to the encoder.
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    bare.save(encoded, "JPEG", quality=_QUALITY, subsampling="4:4:4", optimize=True)
    colours = Name.DeviceGray if picture.mode == "L" else Name.DeviceRGB
    image = _image(document, encoded.getvalue(), picture, colours, 8)
    image.Filter = Name.DCTDecode
    return image


def _fax(document: Pdf, picture: Image.Image) -> Stream:
    """Encode black and white without loss in one strip of CCITT group 4."""
    encoded = io.BytesIO()
    bare = Image.frombytes("1", picture.size, picture.tobytes())
    bare.save(encoded, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: picture.height})
    tags = TiffImagePlugin.TiffImageFile(io.BytesIO(encoded.getvalue())).tag_v2
    (offset,), (length,) = tags[_STRIP_OFFSETS], tags[_STRIP_LENGTHS]
    strip = encoded.getvalue()[offset : offset + length]
    image = _image(document, strip, picture, Name.DeviceGray, 1)
    image.Filter = Name.CCITTFaxDecode
    image.DecodeParms = Dictionary(
        K=-1, Columns=picture.width, Rows=picture.height, BlackIs1=tags[_PHOTOMETRIC] == 1
    )
    return image


def _image(document: Pdf, data: bytes, picture: Image.Image, colours: Name, bits: int) -> Stream:
    image = Stream(document, data)
    image.Type = Name.XObject
    image.Subtype = Name.Image
    image.Width, image.Height = picture.size
    image.ColorSpace = colours
    image.BitsPerComponent = bits
    return image
