from datetime import date

import pytest

from desktop.domain.applicant import FIELD_LABELS, Applicant, applicant_from_fields
from desktop.domain.errors import ProfileError
from tests.support.builders import TODAY, a_credit_code, company_fields


def test_every_field_of_the_form_has_a_label() -> None:
    assert tuple(FIELD_LABELS) == tuple(Applicant.model_fields)


def test_texts_are_trimmed_and_inner_spaces_single() -> None:
    applicant = applicant_from_fields(company_fields(name="  示例  精工 有限公司 "), TODAY)
    assert applicant.name == "示例 精工 有限公司"


def test_full_width_and_small_letters_in_the_credit_code_are_read() -> None:
    code = a_credit_code()
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code.lower())
    assert applicant_from_fields(company_fields(credit_code=wide), TODAY).credit_code == code


@pytest.mark.parametrize(
    ("changes", "field_name", "reason"),
    [
        ({"name": ""}, "name", "missing"),
        ({"name": "   "}, "name", "missing"),
        ({"name": 5}, "name", "not_text"),
        ({"name": "长" * 201}, "name", "too_long"),
        ({"name": "示例\u0007公司"}, "name", "not_text"),
        ({"credit_code": "91"}, "credit_code", "credit_code_length"),
        ({"credit_code": "91500105MA000000II"}, "credit_code", "credit_code_character"),
        ({"founded_on": "2015年"}, "founded_on", "date"),
        ({"founded_on": "2015-02-30"}, "founded_on", "date"),
        ({"founded_on": "2026-11-24"}, "founded_on", "future_date"),
        ({"colour": "red"}, "colour", "unknown"),
    ],
)
def test_the_first_wrong_field_is_named(
    changes: dict[str, object], field_name: str, reason: str
) -> None:
    with pytest.raises(ProfileError) as caught:
        applicant_from_fields(company_fields(**changes), TODAY)
    assert (caught.value.field_name, caught.value.reason) == (field_name, reason)


def test_a_missing_field_is_named() -> None:
    fields = company_fields()
    del fields["phone"]
    with pytest.raises(ProfileError) as caught:
        applicant_from_fields(fields, TODAY)
    assert (caught.value.field_name, caught.value.reason) == ("phone", "missing")


@pytest.mark.parametrize("fields", [None, [], "text", 3])
def test_what_is_no_mapping_is_refused(fields: object) -> None:
    with pytest.raises(ProfileError):
        applicant_from_fields(fields, TODAY)


def test_founded_today_is_allowed() -> None:
    assert applicant_from_fields(company_fields(founded_on="2026-11-23"), TODAY).founded_on == date(
        2026, 11, 23
    )
