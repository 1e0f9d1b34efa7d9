"""Opening picture files without being drowned: size before pixels, colours made plain."""

import io
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageFile,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from desktop.documents.evidence.kinds import EvidenceKind
from desktop.documents.evidence.outcome import PAGE_LIMIT, NotShownError, Outcome

PIXEL_LIMIT: Final = 80_000_000
"""Pixels that are decoded at full size: an A3 sheet scanned at 600 dpi has 70 million."""
SEQUENTIAL_JPEG_LIMIT: Final = 1_000_000_000
"""Pixels of a JPEG that can be reduced while it is being read."""

MALFORMED: Final = (
    ArithmeticError,
    EOFError,
    KeyError,
    IndexError,
    NotImplementedError,
    OSError,
    RuntimeError,
    struct.error,
    SyntaxError,
    TypeError,
    UnidentifiedImageError,
    ValueError,
)
"""What Pillow and its plug-ins raise for files that are not what they should be."""

_READERS: Final[Mapping[EvidenceKind, type[ImageFile.ImageFile]]] = {
    EvidenceKind.JPEG: JpegImagePlugin.JpegImageFile,
    EvidenceKind.PNG: PngImagePlugin.PngImageFile,
    EvidenceKind.TIFF: TiffImagePlugin.TiffImageFile,
    EvidenceKind.BMP: BmpImagePlugin.BmpImageFile,
    EvidenceKind.WEBP: WebPImagePlugin.WebPImageFile,
    EvidenceKind.GIF: GifImagePlugin.GifImageFile,
}

_TRANSPARENT_MODES: Final = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


Wanted = Callable[[int, int], tuple[int, int]]
"""From a picture's width and height to those that are needed of it."""


def frames(kind: EvidenceKind, data: bytes, wanted: Wanted) -> Iterator[Image.Image]:
    """Give each picture of a file, upright, in mode 1, L or RGB; only TIFF can give several.

    Args:
        kind: A picture kind, as recognised from the bytes.
        data: The whole file.
        wanted: A JPEG is read at a fraction of its size that is still above the answer.

    Raises:
        NotShownError: Too large, too many or damaged.
    """
    with _explained():
        picture = _open(kind, data)
        for number in range(_count(kind, picture)):
            yield _loaded(picture, number, wanted)


def frame(kind: EvidenceKind, data: bytes, index: int, wanted: Wanted) -> tuple[Image.Image, int]:
    """Give one picture of a file, the last for an index beyond it, and their number.

    Raises:
        NotShownError: Too large, too many or damaged.
    """
    with _explained():
        picture = _open(kind, data)
        count = _count(kind, picture)
        return _loaded(picture, min(max(0, index), count - 1), wanted), count


def has_more_frames(kind: EvidenceKind, data: bytes) -> bool:
    """Whether a picture that is shown once holds an animation or further pictures."""
    if kind in {EvidenceKind.TIFF, EvidenceKind.JPEG, EvidenceKind.BMP}:
        return False
    try:
        return bool(getattr(_open(kind, data), "n_frames", 1) > 1)
    except MALFORMED:
        return False


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotShownError(Outcome.TOO_LARGE_IMAGE) from error
    except MALFORMED as error:
        raise NotShownError(Outcome.DAMAGED) from error


def _count(kind: EvidenceKind, picture: ImageFile.ImageFile) -> int:
    count = getattr(picture, "n_frames", 1) if kind is EvidenceKind.TIFF else 1
    if count > PAGE_LIMIT:
        raise NotShownError(Outcome.TOO_MANY_PAGES)
    return max(1, count)


def _open(kind: EvidenceKind, data: bytes) -> ImageFile.ImageFile:
    """Parse the header with the one plug-in that fits; Image.open would ask all of them."""
    if kind is EvidenceKind.HEIC:
        return _open_heic(data)
    reader = _READERS.get(kind)
    if reader is None:
        raise NotShownError(Outcome.NOT_DISPLAYABLE)
    return reader(io.BytesIO(data))


def _open_heic(data: bytes) -> ImageFile.ImageFile:
    # Imported here: the decoder is only needed for the few files that ask for it.
    from pi_heif import HeifImageFile  # type: ignore[import-untyped]  # noqa: PLC0415 - no types

    picture: ImageFile.ImageFile = HeifImageFile(io.BytesIO(data))
    return picture


def _loaded(picture: ImageFile.ImageFile, number: int, wanted: Wanted) -> Image.Image:
    if number:
        picture.seek(number)
    _refuse_giants(picture)
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        picture.draft(None, wanted(*picture.size))
    if picture.width * picture.height > PIXEL_LIMIT:
        raise NotShownError(Outcome.TOO_LARGE_IMAGE)
    picture.load()
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    return _plain_colours(upright, profile if isinstance(profile, bytes) else None)


def _refuse_giants(picture: ImageFile.ImageFile) -> None:
    is_reducible = picture.format == "JPEG" and not picture.info.get("progressive")
    limit = SEQUENTIAL_JPEG_LIMIT if is_reducible else PIXEL_LIMIT
    if picture.width * picture.height > limit:
        raise NotShownError(Outcome.TOO_LARGE_IMAGE)
    if not picture.width or not picture.height:
        raise NotShownError(Outcome.DAMAGED)


def _plain_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Bring any mode to 1, L or RGB in sRGB, with white where the picture is transparent."""
    if picture.mode in {"1", "L"} and "transparency" not in picture.info:
        return picture
    if picture.mode.startswith(("I", "F")):
        return _eight_bits(picture)
    if picture.mode in _TRANSPARENT_MODES or "transparency" in picture.info:
        return _on_white(picture)
    if picture.mode in {"RGB", "CMYK"} and profile:
        return _in_srgb(picture, profile)
    return picture.convert("RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Scale deep grey to 0..255; the range is that of 16 bits unless a value is above it."""
    wide = picture.convert("F")
    highest = wide.getextrema()[1]
    if not isinstance(highest, (int, float)):
        raise NotShownError(Outcome.DAMAGED)
    top = 255 if highest <= 255 else max(65_535, highest)  # noqa: PLR2004 - one byte
    return wide.point(lambda value: value * (255 / top) + 0).convert("L")


def _on_white(picture: Image.Image) -> Image.Image:
    layered = picture.convert("RGBA")
    paper = Image.new("RGB", layered.size, "white")
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A broken profile only shifts colours; the picture itself is whole.
        return picture.convert("RGB")
    return converted or picture.convert("RGB")
