"""The constant parts of a page: margins, running header, page number."""

from dataclasses import dataclass
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.canvas import A4_PT, mm
from desktop.documents.layout.chinese_text import break_lines
from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.text_block import draw_line
from desktop.documents.layout.text_style import Align, TextStyle


class PageNumbers(StrEnum):
    """How pages are numbered."""

    NONE = "none"
    OF_TOTAL = "of_total"
    """第 3 页　共 8 页, centred."""
    OUTER = "outer"
    """— 3 —, on the right of odd and on the left of even pages, as in official papers."""


@dataclass(frozen=True)
class Margins:
    """Blank edges of an A4 page in millimetres."""

    top: float = 25.0
    right: float = 22.0
    bottom: float = 22.0
    left: float = 25.0


OFFICIAL_MARGINS = Margins(top=37.0, right=26.0, bottom=35.0, left=28.0)
"""Text area of official papers (GB/T 9704): 156 x 225 mm."""


@dataclass(frozen=True)
class PageFrame:
    """Margins and what stands in them."""

    margins: Margins = Margins()
    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    numbers: PageNumbers = PageNumbers.OF_TOTAL
    first_number: int = 1
    total: int | None = None
    """Pages of the whole package, where this document is a part of it; else its own count."""
    number_first_page: bool = True
    """False for a cover, which is counted but carries no header and no number."""

    @property
    def left_pt(self) -> float:
        return mm(self.margins.left)

    @property
    def top_pt(self) -> float:
        """Upper edge of the text area, measured from the bottom of the page."""
        return A4_PT[1] - mm(self.margins.top)

    @property
    def bottom_pt(self) -> float:
        return mm(self.margins.bottom)

    @property
    def width_pt(self) -> float:
        """Width of the text area."""
        return A4_PT[0] - mm(self.margins.left + self.margins.right)

    @property
    def height_pt(self) -> float:
        """Height of the text area."""
        return self.top_pt - self.bottom_pt


@dataclass(frozen=True)
class PageContext:
    """What a header or footer may know about its page."""

    index: int
    """From 0 within this document."""
    number: int
    """As printed."""
    total: int


_SMALL = TextStyle(Role.KAI, 9, 12, Align.LEFT, grey=0.25)
_NUMBER = TextStyle(Role.BODY, 9, 12, Align.CENTER)
_OUTER_NUMBER = TextStyle(Role.BODY, 14, 18, Align.LEFT, latin_gap_em=0)


def draw_frame(canvas: Canvas, frame: PageFrame, page: PageContext, faces: FontSet) -> None:
    """Draw running header, footer text and page number of one page."""
    if page.index == 0 and not frame.number_first_page:
        return
    _draw_header(canvas, frame, faces)
    if frame.footer_left:
        _draw_text(canvas, frame.footer_left, _SMALL, frame, mm(frame.margins.bottom - 10), faces)
    match frame.numbers:
        case PageNumbers.OF_TOTAL:
            text = f"第 {page.number} 页　共 {page.total} 页"
            _draw_text(canvas, text, _NUMBER, frame, mm(frame.margins.bottom - 10), faces)
        case PageNumbers.OUTER:
            outer = Align.RIGHT if page.number % 2 else Align.LEFT
            style = _OUTER_NUMBER.but(align=outer)
            y = mm(frame.margins.bottom - 7) - style.size_pt
            _draw_text(canvas, f"— {page.number} —", style, frame, y, faces, inset_pt=14)
        case PageNumbers.NONE:
            pass


def _draw_header(canvas: Canvas, frame: PageFrame, faces: FontSet) -> None:
    if not frame.header_left and not frame.header_right:
        return
    y = frame.top_pt + mm(6)
    _draw_text(canvas, frame.header_left, _SMALL, frame, y, faces)
    _draw_text(canvas, frame.header_right, _SMALL.but(align=Align.RIGHT), frame, y, faces)
    canvas.saveState()
    canvas.setLineWidth(0.4)
    canvas.setStrokeGray(0.5)
    canvas.line(frame.left_pt, y - mm(1.6), frame.left_pt + frame.width_pt, y - mm(1.6))
    canvas.restoreState()


def _draw_text(
    canvas: Canvas,
    text: str,
    style: TextStyle,
    frame: PageFrame,
    baseline: float,
    faces: FontSet,
    inset_pt: float = 0.0,
) -> None:
    if not text:
        return
    line = break_lines(text, style, frame.width_pt - 2 * inset_pt, faces)[0]
    draw_line(canvas, line, frame.left_pt + inset_pt, baseline)
