"""The tree's content: sections, groups and criteria with what each row says."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.scoring.sheet import ScoreSheet, SectionScore
from desktop.ui.formats import full_marks_text, official_text, points_text
from desktop.ui.screens.criteria.card_content import findings_of
from rubric.model import Criterion, Group, Rubric, Section
from rubric.points import Tenths

UNFINISHED: Final = frozenset(
    {ResponseState.NOT_STARTED, ResponseState.PREPARING, ResponseState.READY}
)
"""What still asks for work; 不申报 and 未到期 do not."""


@dataclass(frozen=True)
class CriterionRow:
    """One leaf of the tree.

    Attributes:
        words: What the text filter looks through.
        errors: Findings of the pre-check that stop the package.
    """

    id: str
    short: str
    points: Tenths
    state: ResponseState
    errors: int
    words: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        count = f"，{self.errors} 项错误" if self.errors else ""
        return f"{self.id} {self.short}，{self.state.value}，{points_text(self.points)} 分{count}"

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED


@dataclass(frozen=True)
class GroupRow:
    """One second-level entry with its criteria."""

    id: str
    title: str
    criteria: tuple[CriterionRow, ...]


@dataclass(frozen=True)
class SectionRow:
    """One first-level entry: its subtotal counts 已核对 alone."""

    id: str
    title: str
    won: Tenths
    points: Tenths
    groups: tuple[GroupRow, ...]

    @property
    def subtotal(self) -> str:
        return f"{points_text(self.won)}/{full_marks_text(self.points)}"

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        full = full_marks_text(self.points)
        return f"{self.title}，已核对 {points_text(self.won)} 分，满分 {full} 分"


@dataclass(frozen=True)
class Outline:
    """The whole tree of one snapshot."""

    sections: tuple[SectionRow, ...]

    @property
    def criteria(self) -> tuple[CriterionRow, ...]:
        return tuple(
            row for section in self.sections for group in section.groups for row in group.criteria
        )

    @property
    def counts(self) -> Mapping[ResponseState, int]:
        """How many criteria are in each state."""
        found = Counter(row.state for row in self.criteria)
        return {state: found[state] for state in ResponseState}

    @property
    def unfinished(self) -> int:
        return sum(row.is_unfinished for row in self.criteria)


def outline_of(
    rubric: Rubric, assessment: Assessment, sheet: ScoreSheet, findings: Sequence[Finding]
) -> Outline:
    """Gather what the tree shows."""
    scores = {score.section_id: score for score in sheet.sections}
    return Outline(
        tuple(
            _section(section, scores[section.id], rubric, assessment, sheet, findings)
            for section in rubric.sections
        )
    )


def _section(
    section: Section,
    score: SectionScore,
    rubric: Rubric,
    assessment: Assessment,
    sheet: ScoreSheet,
    findings: Sequence[Finding],
) -> SectionRow:
    groups = tuple(
        GroupRow(
            group.id,
            group_title(section, group),
            tuple(
                _leaf(criterion, sheet, _errors(rubric, assessment, findings, criterion))
                for criterion in group.criteria
            ),
        )
        for group in section.groups
    )
    title = f"{section.number}、{section.name}"
    return SectionRow(section.id, title, score.conservative, section.points, groups)


def group_title(section: Section, group: Group) -> str:
    """What a group is called; the bonus section prints no text for its only one."""
    return official_text(group.text) if group.text else section.name


def _errors(
    rubric: Rubric, assessment: Assessment, findings: Sequence[Finding], criterion: Criterion
) -> int:
    return sum(
        finding.rank is Rank.ERROR
        for finding in findings_of(rubric, assessment, findings, criterion.id)
    )


def _leaf(criterion: Criterion, sheet: ScoreSheet, errors: int) -> CriterionRow:
    guidance = criterion.guidance
    words = " ".join((criterion.id, guidance.short, criterion.text, *guidance.evidence))
    return CriterionRow(
        id=criterion.id,
        short=guidance.short,
        points=criterion.points,
        state=sheet.criteria[criterion.id].state,
        errors=errors,
        words=f"{words} {official_text(criterion.text)}".casefold(),
    )
