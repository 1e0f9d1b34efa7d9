import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubric.points import Tenths, decimal_points, fixed_points, parse_points


@given(st.integers(-100_000, 100_000).map(Tenths))
def test_both_spellings_are_read_back_exactly(points: Tenths) -> None:
    assert parse_points(decimal_points(points)) == points
    assert parse_points(fixed_points(points)) == points


def test_whole_points_have_no_decimal_for_machines_and_one_for_columns() -> None:
    assert (decimal_points(Tenths(50)), fixed_points(Tenths(50))) == ("5", "5.0")
    assert (decimal_points(Tenths(25)), fixed_points(Tenths(25))) == ("2.5", "2.5")
    assert (decimal_points(Tenths(-5)), fixed_points(Tenths(-5))) == ("-0.5", "-0.5")


@pytest.mark.parametrize("text", ["", "五", "2.55", "0.01", "NaN", "Infinity", "2,5"])
def test_what_is_no_number_of_tenths_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_points(text)
