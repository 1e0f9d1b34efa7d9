from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.periods import evaluation_window, two_years_back, undertaking_window
from rubric.model import DateRule


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        (DateRule.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        (DateRule.FIRST_HALF, date(2026, 1, 1), date(2026, 6, 30)),
        (DateRule.SECOND_HALF, date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_windows_include_both_ends_and_nothing_beyond(
    rule: DateRule, first: date, last: date
) -> None:
    window = evaluation_window(rule, 2026)
    assert window is not None
    assert first in window
    assert last in window
    assert first - timedelta(days=1) not in window
    assert last + timedelta(days=1) not in window


def test_rules_without_days_have_no_window() -> None:
    assert evaluation_window(DateRule.IN_FORCE, 2026) is None


def test_the_leap_day_goes_back_to_the_twenty_eighth() -> None:
    assert two_years_back(date(2028, 2, 29)) == date(2026, 2, 28)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_an_undertaking_never_covers_less_than_two_full_years(end: date) -> None:
    window = undertaking_window(end, date(1980, 1, 1))
    assert (end + timedelta(days=1) - window.start).days >= 731 - (end.month == 2)
    assert window.end == end


def test_a_young_company_starts_on_the_day_it_was_founded() -> None:
    assert undertaking_window(date(2026, 11, 23), date(2025, 5, 1)).start == date(2025, 5, 1)
