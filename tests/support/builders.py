"""Small builders for made-up companies, assessments and evidence."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from desktop.domain.applicant import Applicant, applicant_from_fields
from desktop.domain.assessment import Assessment, Response, ResponseState, Round
from desktop.domain.credit_code import check_digit
from desktop.domain.evidence import DisclosureLevel, EvidenceId, EvidenceItem, EvidenceLink
from rubric import catalogue
from rubric.model import Rubric

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def a_credit_code(body: str = "91500105MA0000000") -> str:
    return body + check_digit(body)


def company_fields(**changes: object) -> dict[str, object]:
    fields: dict[str, object] = {
        "name": "示例精工有限公司",
        "credit_code": a_credit_code(),
        "legal_representative": "示例甲",
        "address": "重庆市示例路1号",
        "founded_on": "2015-03-05",
        "contact": "示例乙",
        "phone": "023-00000000",
        "recipient": "示例园区管理委员会",
        "recommender": "示例园区管理委员会",
    }
    return {**fields, **changes}


def an_applicant(**changes: object) -> Applicant:
    return applicant_from_fields(company_fields(**changes), TODAY)


def the_rubric() -> Rubric:
    return catalogue.load("chongqing_2023")


def an_assessment(year: int = 2026, **states: ResponseState) -> Assessment:
    """An assessment; states are given as c4_1_2=ResponseState.READY."""
    responses = {
        name.removeprefix("c").replace("_", "."): Response(state, "", NOW)
        for name, state in states.items()
    }
    return Assessment(
        "chongqing_2023",
        year,
        Round.SELF_ASSESSMENT,
        an_applicant(),
        MappingProxyType(responses),
    )


def everything(state: ResponseState) -> Assessment:
    """Every criterion in one state, with a stamped scan where paper is asked for."""
    assessment = an_assessment()
    for criterion in the_rubric().criteria():
        assessment = assessment.with_response(criterion.id, Response(state, "", NOW))
    return with_evidence(assessment, 900, "6.2.1", "6.3.1", stamped=True)


def an_item(number: int = 1, level: DisclosureLevel = DisclosureLevel.SUBMITTABLE) -> EvidenceItem:
    return EvidenceItem(
        id=EvidenceId(f"E-{number:04d}"),
        title=f"示例材料{number}",
        file_name=f"示例材料{number}.pdf",
        size=10,
        sha256=f"{number:064x}",
        level=level,
        object_id=number,
        added_at=NOW,
    )


def with_evidence(
    assessment: Assessment,
    number: int,
    *criteria: str,
    level: DisclosureLevel = DisclosureLevel.SUBMITTABLE,
    stamped: bool = False,
) -> Assessment:
    item = an_item(number, level)
    changed = assessment.with_item(item)
    for criterion_id in criteria:
        changed = changed.with_link(EvidenceLink(item.id, criterion_id, stamped=stamped))
    return changed


def in_round(assessment: Assessment, new_round: Round) -> Assessment:
    return replace(assessment, round=new_round)
