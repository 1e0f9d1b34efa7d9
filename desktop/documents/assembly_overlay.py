"""What is printed over finished pages: evidence labels at the head, running numbers at the foot."""

import io
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Pdf
from reportlab.pdfgen.canvas import Canvas

_MM: Final = 72 / 25.4
_HEAD: Final = 9.5 * _MM
"""From the upper edge to the label's baseline."""
_FOOT: Final = 8.5 * _MM
_SIDE: Final = 12 * _MM
_SIZE: Final = 10.5
"""五号."""
_OVERLAY: Final = "/MpOverlay"


@dataclass(frozen=True)
class PageMarks:
    """The texts over one page; an empty one is not printed."""

    width: float
    """Of the page, in points."""
    height: float
    head: str
    foot: str


def draw_marks(marks: list[PageMarks], font: str) -> bytes:
    """Draw the marks of all pages in one go, so that they share one small font.

    Args:
        marks: Page by page.
        font: Name of an embedded font that is registered with reportlab.
    """
    stream = io.BytesIO()
    canvas = Canvas(
        stream,
        pageCompression=0,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=font,  # type: ignore[arg-type] # the stubs take it for a number
    )
    for mark in marks:
        canvas.setPageSize((mark.width, mark.height))
        canvas.setFont(font, _SIZE)
        if mark.head:
            canvas.drawRightString(mark.width - _SIDE, mark.height - _HEAD, mark.head)
        if mark.foot:
            canvas.drawCentredString(mark.width / 2, _FOOT, mark.foot)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def lay_over(volume: Pdf, page: pikepdf.Page, overlay: pikepdf.Page) -> None:
    """Put an overlay on a page without decoding the page's own content."""
    form = volume.copy_foreign(overlay.as_form_xobject())
    # Pages may share their resources: the overlay must not appear among those of the others.
    resources = Dictionary(dict(page.resources.items()))
    named = resources.get("/XObject")
    objects = Dictionary(dict(named.items()) if isinstance(named, Dictionary) else {})
    objects[_OVERLAY] = form
    resources.XObject = objects
    page.obj.Resources = resources
    contents = page.obj.get("/Contents", Array())
    streams = list(contents) if isinstance(contents, Array) else [contents]
    before = volume.make_stream(b"q\n")
    after = volume.make_stream(f"\nQ q {_OVERLAY} Do Q\n".encode("ascii"))
    page.obj.Contents = Array([before, *streams, after])
