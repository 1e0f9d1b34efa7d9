"""Failures of facts: what the company stated does not hold together."""

from dataclasses import dataclass, field
from typing import ClassVar

from desktop.errors import AppError


@dataclass(eq=False)
class UnknownCriterionError(AppError):
    """The rubric edition of this project has no such criterion."""

    code: ClassVar[str] = "domain.unknown_criterion"
    criterion_id: str


@dataclass(eq=False)
class UnknownEvidenceError(AppError):
    """The project holds no evidence item with this number."""

    code: ClassVar[str] = "domain.unknown_evidence"
    evidence_id: str


@dataclass(eq=False)
class StateNotSettableError(AppError):
    """未到期 follows from the evaluation year; a person cannot state it."""

    code: ClassVar[str] = "domain.state_not_settable"
    criterion_id: str


@dataclass(eq=False)
class UnknownStateError(AppError):
    """The word is none of the states of a criterion."""

    code: ClassVar[str] = "domain.unknown_state"
    word: str


@dataclass(eq=False)
class ProfileError(AppError):
    """One field of the company profile is missing or cannot be right; nothing was changed."""

    code: ClassVar[str] = "domain.profile"
    field_name: str
    reason: str
    """A short code: missing, unknown, not_text, too_long, credit_code_length,
    credit_code_character, credit_code_check_digit, date, future_date."""


@dataclass(eq=False)
class YearError(AppError):
    """The evaluation year lies outside what a project can be about."""

    code: ClassVar[str] = "domain.year"
    year: str


@dataclass(eq=False)
class GateUnansweredError(AppError):
    """Gate questions or facts of the self-check are missing, so no paper was produced."""

    code: ClassVar[str] = "domain.gate_unanswered"
    fields: tuple[str, ...]
    questions: tuple[str, ...] = field(default=())


@dataclass(eq=False)
class GateRefusedError(AppError):
    """A gate question was answered so that this paper would be untrue; it was not produced."""

    code: ClassVar[str] = "domain.gate_refused"
    refusal: str


@dataclass(eq=False)
class UnknownFieldError(AppError):
    """A value was given for a field that this paper does not have."""

    code: ClassVar[str] = "domain.unknown_field"
    field_name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class FieldValueError(AppError):
    """The value of a paper's field cannot be used: no date, or not one of the answers."""

    code: ClassVar[str] = "domain.field_value"
    field_name: str
    expected: str


@dataclass(eq=False)
class UndertakingPeriodError(AppError):
    """The undertaking's period is impossible."""

    code: ClassVar[str] = "domain.undertaking_period"
    reason: str
    """A short code: reversed."""
