"""Lists of contents: a title, a leader of dots, a page number."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.chinese_text import break_lines
from desktop.documents.layout.errors import UnknownAnchorError
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.text_block import EM_ASCENT, draw_line
from desktop.documents.layout.text_style import Align, TextStyle


@dataclass(frozen=True)
class ContentsEntry:
    """One line of a list of contents. Give either an anchor or a label."""

    title: str
    anchor: str | None = None
    """A key of this document; its page number is printed."""
    label: str | None = None
    """The page number itself, where the page is in another document of the package."""
    level: int = 1


def label_of(entry: ContentsEntry, anchors: Mapping[str, int], first_number: int) -> str:
    """The page number to print.

    Raises:
        UnknownAnchorError: The entry's key is not among the anchors.
    """
    if entry.label is not None:
        return entry.label
    if entry.anchor is None or entry.anchor not in anchors:
        raise UnknownAnchorError(entry.anchor or "")
    return str(first_number + anchors[entry.anchor])


def draw_leader(
    canvas: Canvas,
    label: str,
    style: TextStyle,
    place: tuple[float, float, float],
    faces: FontSet,
) -> None:
    """Draw dots and a page number at the end of an entry.

    Args:
        canvas: The page.
        label: The page number.
        style: Of the entry.
        place: Where the title ends, right edge of the text area, lower edge of the line.
        faces: For the number.
    """
    start, right, bottom = place
    baseline = bottom + (style.leading_pt + style.size_pt) / 2 - EM_ASCENT * style.size_pt
    own = TextStyle(style.role, style.size_pt, style.leading_pt, Align.RIGHT)
    line = break_lines(label, own, right - start, faces)[0]
    draw_line(canvas, line, start, baseline)
    canvas.saveState()
    canvas.setLineWidth(0.9)
    canvas.setLineCap(1)
    canvas.setDash([0, 4], 0)
    middle = baseline + 0.25 * style.size_pt
    first = start + 0.6 * style.size_pt
    last = right - line.width_pt - 0.6 * style.size_pt
    if last > first:
        canvas.line(last, middle, first, middle)
    canvas.restoreState()
