"""Putting set lines on a page."""

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.check_box import draw_check_box
from desktop.documents.layout.line import Line, Run

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
    start = x + line.start_pt
    size = line.style.size_pt
    stretch = line.stretch_pt
    text = canvas.beginText(start, baseline)
    grey, space = -1.0, 0.0
    for run in line.runs:
        if run.is_box:
            continue
        text.setTextOrigin(start + _offset(run, stretch), baseline)
        text.setFont(run.font_name, size, line.style.leading_pt)
        if run.grey != grey:
            grey = run.grey
            text.setFillGray(grey)
        wanted = stretch[0] if run.stretches else 0.0
        if wanted != space:
            space = wanted
            text.setCharSpace(space)
        text.textOut(run.text)
    if space:
        text.setCharSpace(0)
    canvas.drawText(text)
    for run in line.runs:
        if run.is_box:
            place = start + _offset(run, stretch)
            draw_check_box(canvas, run.text, place, baseline, size, run.font_name)


def _offset(run: Run, stretch: tuple[float, float]) -> float:
    """Where a run stands in its line once that is justified."""
    everywhere, after_marks = stretch
    return run.offset_pt + run.slots_before * everywhere + run.marks_before * after_marks
