"""Spellings on screen."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.formats import (
    date_text,
    full_marks_text,
    hash_text,
    moment_text,
    official_text,
    points_text,
    size_text,
)
from rubric.points import Tenths


@pytest.mark.parametrize(("tenths", "text"), [(0, "0.0"), (25, "2.5"), (50, "5.0"), (715, "71.5")])
def test_points_have_one_decimal(tenths: int, text: str) -> None:
    assert points_text(Tenths(tenths)) == text


@pytest.mark.parametrize(("tenths", "text"), [(150, "15"), (25, "2.5"), (0, "0")])
def test_full_marks_have_none_where_whole(tenths: int, text: str) -> None:
    assert full_marks_text(Tenths(tenths)) == text


def test_dates_are_padded() -> None:
    assert date_text(date(2026, 3, 5)) == "2026-03-05"


def test_moments_are_told_to_the_minute() -> None:
    assert moment_text(datetime(2026, 3, 5, 6, 7, 59, tzinfo=UTC)).endswith(":07")


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (151_552, "148 KB"),
        (40_475_034, "38.6 MB"),
        (404_750_336, "386 MB"),
        (5 * 1024**3, "5.0 GB"),
    ],
)
def test_sizes_are_told_in_three_figures(size: int, text: str) -> None:
    assert size_text(size) == text


def test_hashes_are_told_in_groups_of_four() -> None:
    assert hash_text("4b7d02e9c6") == "4b7d 02e9 c6"


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("建立制度,明确责任;分工(专人).", "建立制度，明确责任；分工（专人）."),
        ("得分:5", "得分：5"),
        ("A(B), C", "A(B), C"),
        ("制度(2026)。", "制度（2026)。"),
        ("2,000万元", "2,000万元"),
    ],
)
def test_official_punctuation_is_shown_full_width(published: str, shown: str) -> None:
    assert official_text(published) == shown.replace("2026)。", "2026）。")


@given(st.text())
def test_showing_twice_changes_nothing_more(text: str) -> None:
    shown = official_text(text)
    assert official_text(shown) == shown
    assert len(shown) == len(text)
