"""The machine-readable assessment inside a package: enough to compute its score again."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from desktop.domain.assessment import Assessment, ResponseState, Round
from desktop.domain.materials import Material, Withheld
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import CriterionFacts, facts_of
from desktop.domain.scoring.sheet import ScoreSheet
from rubric.model import Rubric
from rubric.points import decimal_points

RECORD_VERSION = 1
RECORD_NAME = "assessment.json"
"""The name of the attachment that holds the record."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FactsRecord(_Frozen):
    """What was stated for one criterion."""

    state: ResponseState
    evidence_count: int = Field(ge=0)
    stamped_scans: int = Field(ge=0)
    note: str


class ScoreRecord(_Frozen):
    """Points as decimal strings, as printed in the package."""

    conservative: str
    expected: str
    criteria: Mapping[str, tuple[str, str]]
    """Conservative and expected points of each criterion."""


class EvidenceRecord(_Frozen):
    """One evidence item as the package lists it.

    `attachment` is the name of the embedded file where the original itself is inside.
    """

    label: str
    id: str
    title: str
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    placement: Literal["pages", "attachment", "withheld"]
    attachment: str | None
    first_page: int | None
    page_count: int
    links: tuple[str, ...]
    note: str


class PackageRecord(_Frozen):
    """Everything that a verifier needs, in one JSON object."""

    record_version: int
    program_version: str
    rubric_id: str
    rubric_sha256: str
    company: str
    year: int = Field(ge=2000, lt=2100)
    round: Round
    as_of: date
    built_at: str
    fingerprint_sha256: str
    facts: Mapping[str, FactsRecord]
    score: ScoreRecord
    evidence: tuple[EvidenceRecord, ...]

    def recomputed(self, rubric: Rubric) -> ScoreSheet:
        """Score the recorded facts again; raises KeyError when a criterion is missing."""
        facts = {
            key: CriterionFacts(
                record.state, record.evidence_count, record.stamped_scans, record.note
            )
            for key, record in self.facts.items()
        }
        return score(rubric, facts, self.year, self.as_of)


def facts_record(rubric: Rubric, assessment: Assessment) -> dict[str, FactsRecord]:
    """Record the facts of every criterion."""
    return {
        key: FactsRecord(
            state=facts.stated,
            evidence_count=facts.evidence_count,
            stamped_scans=facts.stamped_scans,
            note=facts.note,
        )
        for key, facts in facts_of(rubric, assessment).items()
    }


def score_record(sheet: ScoreSheet) -> ScoreRecord:
    """Record both scores."""
    return ScoreRecord(
        conservative=decimal_points(sheet.conservative.total),
        expected=decimal_points(sheet.expected.total),
        criteria={
            key: (decimal_points(item.conservative), decimal_points(item.expected))
            for key, item in sheet.criteria.items()
        },
    )


def withheld_record(material: Material, reason: Withheld) -> EvidenceRecord:
    """Record an item that stays out: its number, its digest and why."""
    return EvidenceRecord(
        label=material.label,
        id=material.item.id,
        title=material.public_title,
        size=material.item.size,
        sha256=material.item.sha256,
        placement="withheld",
        attachment=None,
        first_page=None,
        page_count=0,
        links=tuple(link.criterion_id for link in material.links),
        note=reason.value,
    )
