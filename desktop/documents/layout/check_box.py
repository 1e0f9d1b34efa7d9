"""Check boxes as shapes; a copied text still says which one is ticked."""

from reportlab.pdfgen.canvas import Canvas

_TICKED = frozenset("☑")
_CROSSED = frozenset("☒")


def draw_check_box(
    canvas: Canvas, character: str, x: float, baseline: float, size_pt: float, font_name: str
) -> None:
    """Draw □, ☐, ☑ or ☒ in a square of one em.

    An invisible □ lies under the shape and carries the character itself as its replacement text,
    so that copying, searching and reading aloud give the box as it looks.

    Args:
        canvas: The page.
        character: One of the four.
        x: Left edge of the em square.
        baseline: Of the text around it.
        size_pt: Of the text around it.
        font_name: A registered font that has □.
    """
    canvas.saveState()
    replacement = (b"\xfe\xff" + character.encode("utf-16-be")).hex().upper()
    canvas.addLiteral(f"/Span <</ActualText <{replacement}>>> BDC")
    hidden = canvas.beginText(x, baseline)
    hidden.setTextRenderMode(3)
    hidden.setFont(font_name, size_pt)
    hidden.textOut("□")
    canvas.drawText(hidden)
    canvas.addLiteral("EMC")
    canvas.restoreState()
    side = 0.78 * size_pt
    left, bottom = x + 0.11 * size_pt, baseline - 0.06 * size_pt
    canvas.saveState()
    canvas.setStrokeGray(0)
    canvas.setLineWidth(max(0.045 * size_pt, 0.4))
    canvas.rect(left, bottom, side, side)
    _draw_mark(canvas, character, left, bottom, side)
    canvas.restoreState()


def _draw_mark(canvas: Canvas, character: str, left: float, bottom: float, side: float) -> None:
    canvas.setLineWidth(0.11 * side)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    if character in _TICKED:
        path.moveTo(left + 0.18 * side, bottom + 0.52 * side)
        path.lineTo(left + 0.42 * side, bottom + 0.24 * side)
        path.lineTo(left + 0.86 * side, bottom + 0.82 * side)
    elif character in _CROSSED:
        path.moveTo(left + 0.2 * side, bottom + 0.2 * side)
        path.lineTo(left + 0.8 * side, bottom + 0.8 * side)
        path.moveTo(left + 0.2 * side, bottom + 0.8 * side)
        path.lineTo(left + 0.8 * side, bottom + 0.2 * side)
    canvas.drawPath(path)
