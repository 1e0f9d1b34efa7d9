"""The place for a seal. The program never draws a seal: the paper is stamped by hand."""

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.canvas import mm
from desktop.documents.layout.chinese_text import break_lines
from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.text_block import draw_lines
from desktop.documents.layout.text_style import Align, TextStyle

SEAL_DIAMETER_MM = 42.0
"""Of the round seal of a company."""

_HINT = TextStyle(Role.SANS, 8, 10, Align.CENTER, grey=0.6)


def draw_seal_place(
    canvas: Canvas, centre_x: float, centre_y: float, faces: FontSet, *, preview: bool
) -> None:
    """Show on the screen where the seal belongs; a page for print leaves the place empty.

    Args:
        canvas: The page.
        centre_x: Of the seal, in points.
        centre_y: Of the seal, in points from the bottom of the page.
        faces: For the hint.
        preview: Whether this is the picture on the screen. False draws nothing at all.
    """
    if not preview:
        return
    radius = mm(SEAL_DIAMETER_MM) / 2
    canvas.saveState()
    canvas.setStrokeGray(0.7)
    canvas.setLineWidth(0.6)
    canvas.setDash(3, 3)
    canvas.circle(centre_x, centre_y, radius)
    canvas.restoreState()
    lines = break_lines("（此处加盖公章）", _HINT, 2 * radius, faces)
    draw_lines(canvas, lines, centre_x - radius, centre_y - 0.62 * radius)
