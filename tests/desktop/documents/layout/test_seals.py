from io import BytesIO

import pikepdf
import pytest

from desktop.documents.layout.canvas import new_canvas
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.seals import draw_seal_place


def operators(faces: FontSet, *, preview: bool) -> list[tuple[str, list[str]]]:
    target = BytesIO()
    canvas = new_canvas(target, faces, title="示例")
    draw_seal_place(canvas, 300, 300, faces, preview=preview)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(target) as pdf:
        return [
            (str(one.operator), [str(operand) for operand in one.operands])
            for one in pikepdf.parse_content_stream(pdf.pages[0])
        ]


def test_a_page_for_print_leaves_the_place_empty(faces: FontSet) -> None:
    drawn = {name for name, _ in operators(faces, preview=False)}
    assert not drawn & {"Tj", "TJ", "S", "s", "f", "B", "c", "re"}


def test_the_screen_shows_a_grey_dashed_ring_without_any_colour(faces: FontSet) -> None:
    found = operators(faces, preview=True)
    names = [name for name, _ in found]
    assert {"c", "d", "Tj"} <= set(names)
    assert not {"rg", "RG", "k", "K", "cs", "CS", "scn", "SCN"} & set(names)
    greys = [float(values[0]) for name, values in found if name == "G"]
    assert greys
    assert all(grey == pytest.approx(0.7) for grey in greys)
