"""Pages as pictures, for the few PDFs whose look cannot be taken over by copying."""

import math
from typing import Final

import pikepdf
import pypdfium2  # type: ignore[import-untyped] # ships no types
from PIL import Image

from desktop.documents.evidence.frame import place
from desktop.documents.evidence.outcome import NotShownError, Outcome
from desktop.documents.evidence.page_writing import saved
from desktop.documents.evidence.pictures import add_rendered_page

_RESOLUTION: Final = 200
_MOST_PIXELS: Final = 40_000_000


def rendered_pages(data: bytes) -> bytes:
    """Draw every page of a PDF at 200 dpi as a viewer would show it at first sight.

    Raises:
        NotShownError: The second reader cannot open it.
    """
    target = pikepdf.new()
    try:
        with pypdfium2.PdfDocument(data) as source:
            source.init_forms()
            for index in range(len(source)):
                page = source[index]
                width, height = page.get_size()
                placement = place(width, height, 1)
                picture = render(page, placement.scale * _RESOLUTION / 72)
                scale = placement.scale * width / picture.width
                sized = place(picture.width, picture.height, scale)
                add_rendered_page(target, picture, sized)
                page.close()
    except pypdfium2.PdfiumError as error:
        raise NotShownError(Outcome.DAMAGED) from error
    return saved(target)


def render(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    """Draw a page with its annotations and fields in RGB.

    Args:
        page: From a document whose forms are initialised where fields matter.
        scale: Pixels per point; lowered where the picture would have too many.
    """
    width, height = page.get_size()
    ceiling = math.sqrt(_MOST_PIXELS / max(1.0, width * height))
    bitmap = page.render(scale=min(scale, ceiling), may_draw_forms=True)
    try:
        picture: Image.Image = bitmap.to_pil()
        return picture.convert("RGB")
    finally:
        bitmap.close()
