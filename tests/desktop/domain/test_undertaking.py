from datetime import date

import pytest

from desktop.domain.errors import (
    FieldValueError,
    GateRefusedError,
    GateUnansweredError,
    UndertakingPeriodError,
    UnknownFieldError,
)
from desktop.domain.undertaking import UndertakingDocument, compose, known_fields
from rubric.model import UndertakingKind, UndertakingTemplate
from tests.support.builders import TODAY, an_applicant, the_rubric

RUBRIC = the_rubric()
SELF_CHECK = {"自查日期": "2026-11-10", "参加部门": "研发、生产、销售、人力资源各部门"}


def template(kind: UndertakingKind) -> UndertakingTemplate:
    return RUBRIC.undertaking(kind)


def answers_for(kind: UndertakingKind) -> dict[str, str]:
    """Passing gates, and a word for every field that only a person can fill."""
    found = template(kind)
    answers = {gate.field: gate.required for gate in found.gates}
    for field in found.fields:
        if not field.source:
            answers[field.name] = "2026-10-01" if field.kind == "date" else f"示例{field.name}"
    return answers


def made(
    kind: UndertakingKind, founded_on: str = "2015-03-05", **extra: str
) -> UndertakingDocument:
    return compose(
        template(kind),
        an_applicant(founded_on=founded_on),
        RUBRIC.award,
        {**answers_for(kind), **extra},
        today=TODAY,
        version=1,
    )


def whole_text(document: UndertakingDocument) -> str:
    return "\n".join(
        (document.title, document.salutation, *document.paragraphs, *document.attachments)
    )


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_no_variable_is_left_in_any_paper(kind: UndertakingKind) -> None:
    text = whole_text(made(kind))
    assert "【" not in text
    assert "】" not in text


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_nothing_comes_out_before_the_gates_are_answered(kind: UndertakingKind) -> None:
    with pytest.raises(GateUnansweredError) as caught:
        compose(template(kind), an_applicant(), RUBRIC.award, {}, today=TODAY, version=1)
    assert caught.value.fields == tuple(gate.field for gate in template(kind).gates)


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_every_wrong_gate_answer_refuses_the_paper_with_advice(kind: UndertakingKind) -> None:
    for gate in template(kind).gates:
        for answer in gate.answers:
            if answer == gate.required:
                continue
            with pytest.raises(GateRefusedError) as caught:
                made(kind, **{gate.field: answer})
            assert caught.value.refusal == gate.refusal


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_an_answer_outside_the_choices_is_named(kind: UndertakingKind) -> None:
    with pytest.raises(FieldValueError):
        made(kind, **{template(kind).gates[0].field: "也许"})


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_every_missing_fact_is_listed_at_once(kind: UndertakingKind) -> None:
    found = template(kind)
    gates = {gate.field: gate.required for gate in found.gates}
    with pytest.raises(GateUnansweredError) as caught:
        compose(found, an_applicant(), RUBRIC.award, gates, today=TODAY, version=1)
    assert caught.value.fields == tuple(field.name for field in found.fields if not field.source)


def test_the_period_ends_on_the_day_of_signing_and_reaches_back_two_years() -> None:
    document = made(UndertakingKind.NOT_INFRINGED)
    assert (document.period.start, document.period.end) == (date(2024, 11, 23), TODAY)
    assert "2024年11月23日至2026年11月23日" in whole_text(document)


def test_the_leap_day_is_the_twenty_eighth_two_years_back() -> None:
    document = made(UndertakingKind.NO_INFRINGEMENT, 签署日期="2028-02-29")
    assert document.period.start == date(2026, 2, 28)


def test_a_young_company_says_since_its_founding() -> None:
    document = made(UndertakingKind.NOT_INFRINGED, founded_on="2025-05-01")
    assert "自成立之日（2025年5月1日）起" in whole_text(document)


def test_a_period_of_the_users_own_stands_in_the_text() -> None:
    document = made(UndertakingKind.NOT_INFRINGED, 期间起="2024年1月1日", 期间止="2026.6.30")
    assert "2024年1月1日至2026年6月30日" in whole_text(document)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UndertakingPeriodError):
        made(UndertakingKind.NOT_INFRINGED, 期间起="2026-12-01", 期间止="2026-11-01")


def test_a_date_that_is_none_is_named() -> None:
    with pytest.raises(FieldValueError) as caught:
        made(UndertakingKind.NOT_INFRINGED, 签署日期="下周一")
    assert caught.value.field_name == "签署日期"


def test_a_field_the_paper_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(UnknownFieldError) as caught:
        made(UndertakingKind.NOT_INFRINGED, 天气="晴")
    assert caught.value.known == known_fields(template(UndertakingKind.NOT_INFRINGED))


def test_the_receiving_body_comes_from_the_profile_and_can_be_changed() -> None:
    assert made(UndertakingKind.NOT_INFRINGED).salutation.startswith("示例园区管理委员会")
    changed = made(UndertakingKind.NOT_INFRINGED, 收文单位全称="示例新区管理委员会")
    assert changed.salutation.startswith("示例新区管理委员会")
