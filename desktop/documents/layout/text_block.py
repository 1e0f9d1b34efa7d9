"""Putting set lines on a page."""

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.check_box import draw_check_box
from desktop.documents.layout.line import Line

EM_ASCENT = 0.88
"""Share of the em square that lies above the baseline, as in all faces used here."""


def draw_lines(canvas: Canvas, lines: tuple[Line, ...], x: float, y_top: float) -> float:
    """Draw lines one under the other.

    Args:
        canvas: The page.
        lines: From `break_lines`.
        x: Left edge of the measure.
        y_top: Upper edge of the first line.

    Returns:
        The lower edge of the last line.
    """
    y = y_top
    for line in lines:
        size, leading = line.style.size_pt, line.style.leading_pt
        draw_line(canvas, line, x, y - (leading - size) / 2 - EM_ASCENT * size)
        y -= leading
    return y


def draw_line(canvas: Canvas, line: Line, x: float, baseline: float) -> None:
    """Draw one line at a given baseline; `x` is the left edge of its measure."""
    stretch, after_mark = line.stretch_pt
    start = x + line.start_pt
    size = line.style.size_pt
    text = canvas.beginText(start, baseline)
    for run in line.runs:
        if run.is_box:
            continue
        moved = run.slots_before * stretch + run.marks_before * after_mark
        text.setTextOrigin(start + run.offset_pt + moved, baseline)
        text.setFont(run.font_name, size, line.style.leading_pt)
        text.setFillGray(run.grey)
        text.setCharSpace(stretch if run.stretches else 0.0)
        text.textOut(run.text)
    text.setCharSpace(0)
    canvas.drawText(text)
    for run in line.runs:
        if run.is_box:
            moved = run.slots_before * stretch + run.marks_before * after_mark
            place = start + run.offset_pt + moved
            draw_check_box(canvas, run.text, place, baseline, size, run.font_name)
