from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import official_date, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-3-5",
        "2026.3.5",
        "2026/03/05",
        "2026年3月5日",
        "20260305",
        " ２０２６年３月５日 ",
        "2026年3月5",
    ],
)
def test_every_office_spelling_is_read(text: str) -> None:
    assert parse_date(text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["3月5日", "26-3-5", "2026-13-1", "2026-2-30", "", "明天", "2026"])
def test_a_year_is_never_guessed_and_no_day_invented(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the sentence is made elsewhere
        parse_date(text)


@given(st.dates(date(1000, 1, 1)))
def test_the_official_spelling_reads_back(day: date) -> None:
    assert parse_date(official_date(day)) == day
