from io import BytesIO

import pytest

from desktop.documents.layout.canvas import A4_PT, mm, new_canvas
from desktop.documents.layout.chinese_text import break_lines
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.text_block import draw_lines
from desktop.documents.layout.text_style import Text, TextStyle


@pytest.fixture(scope="session")
def faces() -> FontSet:
    return FontSet.load()


@pytest.fixture
def one_page(faces: FontSet) -> "OnePage":
    return OnePage(faces)


class OnePage:
    """Sets one text on one page and gives the PDF."""

    def __init__(self, faces: FontSet) -> None:
        self._faces = faces

    def __call__(
        self, text: Text, style: TextStyle | None = None, width_pt: float = mm(156)
    ) -> bytes:
        target = BytesIO()
        canvas = new_canvas(target, self._faces, title="示例")
        lines = break_lines(text, style or TextStyle(), width_pt, self._faces)
        draw_lines(canvas, lines, mm(28), A4_PT[1] - mm(20))
        canvas.save()
        return target.getvalue()
