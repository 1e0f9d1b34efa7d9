"""Small PDF files for the tests of signing."""

import io
from functools import cache

import pikepdf
from reportlab.pdfgen.canvas import Canvas


@cache
def plain_pdf(pages: int = 2) -> bytes:
    """An unsigned PDF with a title, as the package builder's pikepdf writes it."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn, invariant=1)
    canvas.setTitle("示例自评材料")
    for number in range(pages):
        canvas.drawString(100, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return rewritten(drawn.getvalue())


def rewritten(pdf: bytes, *, object_streams: bool = True) -> bytes:
    """The same document as another program saves it."""
    mode = pikepdf.ObjectStreamMode
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            saved,
            deterministic_id=True,
            object_stream_mode=mode.generate if object_streams else mode.disable,
        )
    return saved.getvalue()
