import re
from io import BytesIO

import pikepdf
import pytest

from tests.desktop.documents.layout.conftest import OnePage


@pytest.mark.parametrize(("box", "strokes"), [("□", 0), ("☐", 0), ("☑", 2), ("☒", 2)])
def test_a_box_is_a_shape_that_copies_as_itself(one_page: OnePage, box: str, strokes: int) -> None:
    with pikepdf.open(BytesIO(one_page(box))) as pdf:
        instructions = list(pikepdf.parse_content_stream(pdf.pages[0]))
        names = [str(one.operator) for one in instructions]
        content = pdf.pages[0].Contents.read_bytes()
    assert names.count("re") == 1
    assert names.count("l") == strokes
    replacement = re.search(rb"/ActualText <([0-9A-F]+)>", content)
    assert replacement is not None
    assert bytes.fromhex(replacement[1].decode()).decode("utf-16") == box


def test_the_letter_under_the_shape_is_invisible(one_page: OnePage) -> None:
    with pikepdf.open(BytesIO(one_page("☑"))) as pdf:
        instructions = list(pikepdf.parse_content_stream(pdf.pages[0]))
    modes = [int(one.operands[0]) for one in instructions if str(one.operator) == "Tr"]
    assert modes[0] == 3
