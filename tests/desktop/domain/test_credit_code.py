import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.credit_code import ALPHABET, check_digit, fault_of

BODIES = st.text(alphabet=ALPHABET, min_size=17, max_size=17)


def test_the_example_printed_in_the_standard_is_right() -> None:
    # GB 32100-2015, annex: 91350100M000100Y43 is the worked example.
    assert fault_of("91350100M000100Y43") is None


@given(BODIES)
def test_a_code_with_its_own_check_digit_is_right(body: str) -> None:
    assert fault_of(body + check_digit(body)) is None


@given(BODIES, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(body: str, position: int, other: str) -> None:
    code = body + check_digit(body)
    changed = code[:position] + other + code[position + 1 :]
    assert (fault_of(changed) is None) == (changed == code)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("91350100M000100Y4", "length"),
        ("", "length"),
        ("91350100M000100Y4I", "character"),
        ("91350100m000100y43", "character"),
        ("91350100M000100Y44", "check_digit"),
    ],
)
def test_each_fault_is_named(code: str, fault: str) -> None:
    assert fault_of(code) == fault
