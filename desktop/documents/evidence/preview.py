"""One page of an evidence file, or of a finished PDF, as a picture for the screen.

Called in a process apart through `worker.EvidenceWorker`, never directly on evidence.
"""

import io
from dataclasses import dataclass
from typing import Final

import pypdfium2  # type: ignore[import-untyped] # ships no types
from PIL import Image

from desktop.documents.evidence import picture_files
from desktop.documents.evidence.kinds import EvidenceKind, recognise
from desktop.documents.evidence.outcome import NotShownError, Outcome
from desktop.documents.evidence.rendered_pages import render

_TALLEST: Final = 4
"""A preview is at most this many times as high as it is wide."""
_WIDEST: Final = 4_096


_Drawn = tuple[Image.Image, int]
"""A picture and the number of pages of its file."""


@dataclass(frozen=True)
class PagePreview:
    """A page to look at, or the reason why there is none.

    Attributes:
        kind: What the file is.
        outcome: INLINE with a picture; any other without.
        page_count: Pages of the file, 0 where they cannot be counted.
        png: The picture, at most as wide as was asked for.
    """

    kind: EvidenceKind
    outcome: Outcome
    page_count: int = 0
    png: bytes | None = None
    width: int = 0
    height: int = 0


def preview_page(name: str, data: bytes, page_index: int, width: int) -> PagePreview:
    """Draw one page of a file.

    Args:
        name: The file's name, for its suffix.
        data: The whole file.
        page_index: From 0; one beyond the last gives the last.
        width: Pixels wanted across, 1 to 4096.

    Returns:
        A picture, or an outcome that says why there is none; a bad file never raises.
    """
    kind = recognise(name, data)
    wide = min(max(1, width), _WIDEST)
    try:
        picture, count = _drawn(kind, data, page_index, wide)
    except NotShownError as reason:
        return PagePreview(kind, reason.outcome)
    except MemoryError:
        return PagePreview(kind, Outcome.TOO_COMPLEX)
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=1)
    return PagePreview(kind, Outcome.INLINE, count, png.getvalue(), *picture.size)


def _drawn(kind: EvidenceKind, data: bytes, page_index: int, width: int) -> _Drawn:
    if not data:
        raise NotShownError(Outcome.EMPTY)
    if kind is EvidenceKind.PDF:
        return _pdf_page(data, page_index, width)
    if kind.is_image:
        return _picture(kind, data, page_index, width)
    raise NotShownError(Outcome.NOT_DISPLAYABLE)


def _pdf_page(data: bytes, page_index: int, width: int) -> _Drawn:
    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            if not count:
                raise NotShownError(Outcome.NO_PAGES)
            document.init_forms()
            page = document[min(max(0, page_index), count - 1)]
            across, down = page.get_size()
            scale = min(width / max(across, 1), width * _TALLEST / max(down, 1))
            return render(page, scale), count
    except pypdfium2.PdfiumError as error:
        raise NotShownError(_reason(error)) from error


def _reason(error: pypdfium2.PdfiumError) -> Outcome:
    is_locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
    return Outcome.ENCRYPTED if is_locked else Outcome.DAMAGED


def _picture(kind: EvidenceKind, data: bytes, page_index: int, width: int) -> _Drawn:
    def wanted(across: int, down: int) -> tuple[int, int]:
        factor = min(1.0, width / min(across, down))
        return max(1, round(across * factor)), max(1, round(down * factor))

    picture, count = picture_files.frame(kind, data, page_index, wanted)
    plain = picture.convert("L") if picture.mode == "1" else picture
    plain.thumbnail((width, width * _TALLEST), Image.Resampling.LANCZOS, reducing_gap=3.0)
    return plain, count
