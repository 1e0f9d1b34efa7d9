"""Canvases whose bytes depend on their content alone."""

from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.fonts import FontSet, Role

A4_PT = (595.2755905511812, 841.8897637795277)
"""Width and height of A4 in points."""

PT_PER_MM = 72 / 25.4


def mm(length: float) -> float:
    """Millimetres in points."""
    return length * PT_PER_MM


def new_canvas(target: BinaryIO, faces: FontSet, *, title: str, author: str = "") -> Canvas:
    """Open a canvas for A4 pages as the package wants them.

    Every font is embedded from the first operator on, the language is Chinese, streams are binary,
    and there is neither a clock nor a random identity in the file: the same pages give the same
    bytes.

    Args:
        target: Where `Canvas.save` writes.
        faces: Gives the initial font.
        title: Of the document, shown by readers in the title bar.
        author: Of the document; usually the unit that applies.
    """
    rl_config.useA85 = 0  # reportlab reads this while it writes; there is no argument for it
    canvas = Canvas(
        target,
        pagesize=A4_PT,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=faces.face(Role.BODY).name,  # type: ignore[arg-type] # stub says float
        lang="zh-CN",
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("秘评")
    canvas.setProducer("秘评")
    canvas.setSubject("")
    return canvas
