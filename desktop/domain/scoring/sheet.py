"""The result of scoring: every criterion, every section, and the two totals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.assessment import ResponseState
from rubric.points import Tenths


@dataclass(frozen=True)
class CriterionScore:
    """One criterion's points, all in tenths.

    Attributes:
        state: After the evaluation year was looked at (未到期 can only come from there).
        points: Full points of the criterion.
        reason: One Chinese sentence; the same in window, PDF and command line.
    """

    criterion_id: str
    state: ResponseState
    points: Tenths
    conservative: Tenths
    expected: Tenths
    reason: str


@dataclass(frozen=True)
class SectionScore:
    """One section's subtotal, in tenths."""

    section_id: str
    number: str
    name: str
    bonus: bool
    points: Tenths
    conservative: Tenths
    expected: Tenths
    criteria_count: int
    verified_count: int


@dataclass(frozen=True)
class Totals:
    """One total, in tenths: total = base + bonus - cut_off, and never above the cap."""

    base: Tenths
    bonus: Tenths
    cut_off: Tenths
    total: Tenths


@dataclass(frozen=True)
class ScoreSheet:
    """自评(预评)得分: what the review decides may differ; there is no pass mark.

    Attributes:
        as_of: The local date for which 未到期 was decided.
        conservative: Counts 已核对 alone.
        expected: Counts 材料齐 and 已核对.
    """

    rubric_id: str
    year: int
    as_of: date
    criteria: Mapping[str, CriterionScore]
    sections: tuple[SectionScore, ...]
    conservative: Totals
    expected: Totals
