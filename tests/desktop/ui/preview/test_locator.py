import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.preview.locator import page_of, with_page


@pytest.mark.parametrize(
    ("locator", "page"),
    [
        ("第12页", 12),
        ("第五章 / 第12页", 12),
        ("第 12 页", 12),
        ("第１２页", 12),
        ("第12-14页", 12),
        ("12-14页", 12),
        ("12页", 12),
        ("P12", 12),
        ("第三章", None),
        ("第十二条", None),
        ("第0页", None),
        ("", None),
    ],
)
def test_the_page_of_a_locator_is_read_as_people_write_it(locator: str, page: int | None) -> None:
    assert page_of(locator) == page


@pytest.mark.parametrize(
    ("locator", "result"),
    [
        ("", "第7页"),
        ("第五章", "第五章 / 第7页"),
        ("第五章 / 第12页", "第五章 / 第7页"),
        ("第五章 / P12", "第五章 / 第7页"),
        ("第12-14页", "第7页"),
    ],
)
def test_a_new_page_takes_the_place_of_the_old_one(locator: str, result: str) -> None:
    assert with_page(locator, 7) == result


@given(st.text(max_size=40), st.integers(1, 99_999))
def test_a_page_that_was_written_is_read_again(locator: str, page: int) -> None:
    written = with_page(locator, page)
    assert f"第{page}页" in written
    assert with_page(written, page) == written
