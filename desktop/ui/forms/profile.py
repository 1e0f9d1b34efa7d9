"""The company profile field by field: which one is wrong and why."""

from collections.abc import Callable, Mapping
from typing import Final

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.domain.credit_code import LENGTH, check_digit
from desktop.domain.dates import parse_date
from desktop.domain.errors import ProfileError
from desktop.sentences import REASONS

CheckProfile = Callable[[object], Applicant]
"""Raises ProfileError for the first field that cannot be right."""

DATE: Final = "founded_on"
_BODY: Final = "0" * (LENGTH - 1)
_OTHERS_RIGHT: Final = {
    **dict.fromkeys(FIELD_LABELS, "填"),
    "credit_code": _BODY + check_digit(_BODY),
    DATE: "2000-01-01",
}
"""Values that pass, so that one field can be checked alone; they never leave this module."""


def profile_fault(check: CheckProfile, name: str, text: str) -> str:
    """Why one profile field cannot be right, as a sentence; empty when it is."""
    try:
        check({**_OTHERS_RIGHT, name: as_stored(name, text)})
    except ProfileError as error:
        return f"{FIELD_LABELS[name]}{REASONS[f'{error.code}.reason.{error.reason}']}。"
    return ""


def applicant_of(check: CheckProfile, profile: Mapping[str, str]) -> Applicant:
    """The profile that stands in a form; raises ProfileError."""
    return check({name: as_stored(name, profile[name]) for name in FIELD_LABELS})


def as_stored(name: str, text: str) -> str:
    """Dates in any office spelling become ISO dates; what is no date stays as typed."""
    if name != DATE or not text.strip():
        return text
    try:
        return parse_date(text).isoformat()
    except ValueError:
        return text
