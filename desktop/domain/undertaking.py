"""The two-year undertakings and the statement: gate questions first, then the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.applicant import Applicant
from desktop.domain.dates import official_date, parse_date
from desktop.domain.errors import (
    FieldValueError,
    GateRefusedError,
    GateUnansweredError,
    UndertakingPeriodError,
    UnknownFieldError,
)
from desktop.domain.periods import Window, undertaking_window
from rubric.model import GateQuestion, UndertakingField, UndertakingKind, UndertakingTemplate

SIGNED_ON = "签署日期"
PERIOD_START = "期间起"
PERIOD_END = "期间止"
SELF_CHECK_ON = "自查日期"

_COMPUTED = frozenset({"signed_on", "period.start", "period.end"})
_VARIABLE = re.compile(r"【([^【】]+)】")


@dataclass(frozen=True)
class UndertakingDraft:
    """What the user stated for one paper, kept in the project.

    Attributes:
        answers: Gate answers and field values by Chinese field name, as typed.
        version: Starts at 1; a changed text is a new version, and older prints are void.
        printed_sha256: Digests of the PDF files we made, so that an unstamped print that is
            attached again is never taken for the stamped scan.
        changed_at: UTC.
    """

    kind: UndertakingKind
    answers: Mapping[str, str]
    version: int
    printed_sha256: tuple[str, ...]
    changed_at: datetime


@dataclass(frozen=True)
class UndertakingDocument:
    """One paper, complete: no variable is left in any text."""

    kind: UndertakingKind
    criterion_id: str
    title: str
    salutation: str
    paragraphs: tuple[str, ...]
    attachments: tuple[str, ...]
    signatory_label: str
    signatory: str
    signed_on: date
    contact: str
    phone: str
    period: Window
    version: int


def known_fields(template: UndertakingTemplate) -> tuple[str, ...]:
    """Names under which values can be given for a paper, gates first, without repeats."""
    names = [gate.field for gate in template.gates] + [field.name for field in template.fields]
    return tuple(dict.fromkeys([*names, SIGNED_ON, PERIOD_START, PERIOD_END]))


def compose(
    template: UndertakingTemplate,
    applicant: Applicant,
    award: str,
    answers: Mapping[str, str],
    *,
    today: date,
    version: int,
) -> UndertakingDocument:
    """Make the text of one paper, or say why there can be none.

    Args:
        template: From the rubric edition.
        applicant: Gives the defaults of the profile fields.
        award: What is applied for, unless the answers name it.
        answers: Gate answers and field values by Chinese name; dates in any office spelling.
        today: Default day of signing, and so the end of the period.
        version: Printed at the foot.

    Raises:
        UnknownFieldError: A value for a field that the paper does not have.
        GateUnansweredError: Lists every gate and field that still needs a person.
        GateRefusedError: An answer makes this paper untrue.
        FieldValueError: A value is no date, or no answer of its gate.
        UndertakingPeriodError: The period ends before it begins.
    """
    given = {name: value.strip() for name, value in answers.items() if value.strip()}
    _refuse_unknown(template, given)
    _pass_gates(template.gates, given)
    signed_on = _date_of(given, SIGNED_ON, today)
    period = _period(given, applicant, signed_on)
    values = _values(template, given, _defaults(applicant, award, signed_on, period))
    return UndertakingDocument(
        kind=template.kind,
        criterion_id=template.criterion_id,
        title=_fill(template.title, values),
        salutation=_fill(template.salutation, values),
        paragraphs=tuple(_fill(text, values) for text in template.paragraphs),
        attachments=tuple(_fill(text, values) for text in template.attachments),
        signatory_label=template.signatory_label,
        signatory=applicant.name,
        signed_on=signed_on,
        contact=applicant.contact,
        phone=applicant.phone,
        period=period,
        version=version,
    )


def _refuse_unknown(template: UndertakingTemplate, given: Mapping[str, str]) -> None:
    known = known_fields(template)
    for name in given:
        if name not in known:
            raise UnknownFieldError(name, known)


def _pass_gates(gates: tuple[GateQuestion, ...], given: Mapping[str, str]) -> None:
    missing = [gate for gate in gates if gate.field not in given]
    for gate in gates:
        answer = given.get(gate.field)
        if answer is not None and answer not in gate.answers:
            raise FieldValueError(gate.field, "或".join(gate.answers))
        if answer is not None and answer != gate.required:
            raise GateRefusedError(gate.refusal)
    if missing:
        raise GateUnansweredError(
            tuple(gate.field for gate in missing), tuple(gate.text for gate in missing)
        )


def _period(given: Mapping[str, str], applicant: Applicant, signed_on: date) -> Window:
    end = _date_of(given, PERIOD_END, signed_on)
    default = undertaking_window(end, applicant.founded_on)
    start = _date_of(given, PERIOD_START, default.start)
    if start > end:
        raise UndertakingPeriodError("reversed")
    return Window(start, end)


def _date_of(given: Mapping[str, str], name: str, default: date) -> date:
    text = given.get(name)
    return default if text is None else _parsed(name, text)


def _parsed(name: str, text: str) -> date:
    try:
        return parse_date(text)
    except ValueError as error:
        raise FieldValueError(name, "日期") from error


def _defaults(applicant: Applicant, award: str, signed_on: date, period: Window) -> dict[str, str]:
    return {
        "award": award,
        "signed_on": official_date(signed_on),
        "period.start": _period_start_text(period, applicant),
        "period.end": official_date(period.end),
        **{f"applicant.{name}": str(value) for name, value in applicant},
    }


def _values(
    template: UndertakingTemplate, given: Mapping[str, str], defaults: Mapping[str, str]
) -> dict[str, str]:
    values: dict[str, str] = {}
    missing: list[UndertakingField] = []
    for field in template.fields:
        text = _value(field, given, defaults)
        if text is None:
            missing.append(field)
        else:
            values[field.name] = text
    if missing:
        raise GateUnansweredError(
            tuple(field.name for field in missing), tuple(field.question for field in missing)
        )
    return values


def _value(
    field: UndertakingField, given: Mapping[str, str], defaults: Mapping[str, str]
) -> str | None:
    text = given.get(field.name)
    if text is None or field.source in _COMPUTED:
        return defaults.get(field.source)
    if field.kind == "date":
        return official_date(_parsed(field.name, text))
    return text


def _period_start_text(period: Window, applicant: Applicant) -> str:
    if period.start == applicant.founded_on:
        return f"自成立之日（{official_date(period.start)}）起"
    return official_date(period.start)


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Put values in place of 【name】; the rubric's checks promise a field for every variable."""
    return _VARIABLE.sub(lambda match: values[match.group(1)], text)
