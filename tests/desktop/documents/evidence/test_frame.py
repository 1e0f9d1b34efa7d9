"""Places on an A4 page: never over the edge, head and foot free, never blown up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.evidence.frame import FOOT_BAND, LABEL_BAND, MM, SIDE, place

LENGTHS = st.floats(min_value=0.5, max_value=1_000_000)


@given(LENGTHS, LENGTHS, st.floats(min_value=0.01, max_value=100))
def test_everything_fits_between_head_and_foot(width: float, height: float, most: float) -> None:
    placed = place(width, height, most)
    slack = 0.001
    assert placed.scale <= most
    assert placed.x >= SIDE - slack
    assert placed.y >= FOOT_BAND - slack
    assert placed.x + width * placed.scale <= placed.page_width - SIDE + slack
    assert placed.y + height * placed.scale <= placed.page_height - LABEL_BAND + slack


@pytest.mark.parametrize(
    ("width", "height", "page_width"),
    [(210, 297, 210), (297, 210, 297), (100, 100, 210), (3000, 10, 297)],
)
def test_the_page_lies_only_where_that_shows_more(
    width: float, height: float, page_width: float
) -> None:
    assert place(width, height, MM).page_width == pytest.approx(page_width * MM)
