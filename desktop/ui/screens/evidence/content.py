"""What the library shows of each file, worked out without any widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from typing import Final

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.evidence import DisclosureLevel, EvidenceItem
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.ui.formats import moment_text, size_text
from rubric.model import Rubric

_SHORT: Final = {
    "evidence.undecided": "级别未定，申报包不能生成",
    "evidence.awaiting_redaction": "原件不进包，待添加脱敏副本",
    "evidence.orphan": "未关联条目，不会放入申报包",
    "evidence.reused_bonus": "同时用于几个加分项",
}
"""Findings in a few words, where the row names the file already."""


class Scope(Enum):
    """Which files are looked at; exactly one holds."""

    ALL = "全部"
    UNLINKED = "未关联"
    PROBLEM = "预检有问题"


@dataclass(frozen=True)
class LibraryFilter:
    """Groups combine: scope and levels and words must all hold; inside levels one is enough."""

    words: tuple[str, ...] = ()
    scope: Scope = Scope.ALL
    levels: frozenset[DisclosureLevel] = frozenset()

    @property
    def is_active(self) -> bool:
        return self != LibraryFilter()


@dataclass(frozen=True)
class LibraryRow:
    """One file as a row.

    Attributes:
        criteria: Ids in the order of the annex.
        problem: The worst error or warning of the pre-check, empty when there is none.
    """

    item: EvidenceItem
    criteria: tuple[str, ...]
    problem: str

    @property
    def detail(self) -> str:
        ending = PurePath(self.item.file_name).suffix.removeprefix(".").upper()
        return f"{self.item.id}，{ending}" if ending else str(self.item.id)

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        used = "、".join(self.criteria) or "未关联"
        return f"{self.item.title}，{self.item.id}，{self.item.level.value}，用于条目 {used}"


@dataclass(frozen=True)
class LinkFact:
    """One criterion that an item serves."""

    criterion_id: str
    short: str
    locator: str
    state: ResponseState


@dataclass(frozen=True)
class Counters:
    """How many files there are in each filter, whatever the others say."""

    scopes: Mapping[Scope, int]
    levels: Mapping[DisclosureLevel, int]
    size: int


@dataclass(frozen=True)
class Details:
    """Everything about one file."""

    item: EvidenceItem
    links: tuple[LinkFact, ...]
    problems: tuple[str, ...]

    @property
    def meta(self) -> str:
        ending = PurePath(self.item.file_name).suffix.removeprefix(".").upper()
        parts = (ending, size_text(self.item.size))
        return "，".join(part for part in parts if part)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Label and value pairs; the digest is shortened, the whole of it can be copied."""
        return (
            ("编号", self.item.id),
            ("文件名", self.item.file_name),
            ("添加时间", moment_text(self.item.added_at)),
            ("SHA-256", f"{self.item.sha256[:4]}…{self.item.sha256[-4:]}"),
        )


def library_rows(
    rubric: Rubric, assessment: Assessment, findings: Sequence[Finding]
) -> tuple[LibraryRow, ...]:
    """Every file of the project, by number."""
    problems: dict[str, str] = {}
    for finding in findings:
        if finding.rank is not Rank.HINT:
            problems.setdefault(finding.place, _SHORT.get(finding.rule, finding.text))
    return tuple(
        LibraryRow(item, _criteria_of(rubric, assessment, item), problems.get(item.id, ""))
        for _, item in sorted(assessment.evidence.items())
    )


def filtered(rows: Sequence[LibraryRow], wanted: LibraryFilter) -> tuple[LibraryRow, ...]:
    """The rows that pass a filter."""
    return tuple(row for row in rows if _passes(row, wanted))


def counters_of(rows: Sequence[LibraryRow]) -> Counters:
    """Count every filter over all rows."""
    return Counters(
        {scope: sum(_in_scope(row, scope) for row in rows) for scope in Scope},
        {level: sum(row.item.level is level for row in rows) for level in DisclosureLevel},
        sum(row.item.size for row in rows),
    )


def details_of(
    rubric: Rubric,
    assessment: Assessment,
    sheet: ScoreSheet,
    findings: Sequence[Finding],
    evidence_id: str,
) -> Details:
    """Everything about one file; raises UnknownEvidenceError."""
    item = assessment.item(evidence_id)
    links = {link.criterion_id: link for link in assessment.links_to(item.id)}
    return Details(
        item,
        tuple(
            LinkFact(
                criterion_id,
                rubric.criterion(criterion_id).guidance.short,
                links[criterion_id].locator,
                sheet.criteria[criterion_id].state,
            )
            for criterion_id in _criteria_of(rubric, assessment, item)
        ),
        tuple(
            f"{finding.text}{finding.advice}" for finding in findings if finding.place == item.id
        ),
    )


def removal_text(details: Details) -> str:
    """What deleting an item means, with every link named."""
    ending = "删除后不能恢复；电脑上的原文件不受影响。"
    if not details.links:
        return f"《{details.item.title}》没有关联条目。{ending}"
    used = "、".join(link.criterion_id for link in details.links)
    return f"《{details.item.title}》用于条目 {used}，这些关联一并删除。{ending}"


def _criteria_of(rubric: Rubric, assessment: Assessment, item: EvidenceItem) -> tuple[str, ...]:
    used = {link.criterion_id for link in assessment.links_to(item.id)}
    return tuple(criterion.id for criterion in rubric.criteria() if criterion.id in used)


def _passes(row: LibraryRow, wanted: LibraryFilter) -> bool:
    if not _in_scope(row, wanted.scope):
        return False
    if wanted.levels and row.item.level not in wanted.levels:
        return False
    item = row.item
    text = f"{item.id} {item.title} {item.file_name} {' '.join(row.criteria)}".casefold()
    return all(word in text for word in wanted.words)


def _in_scope(row: LibraryRow, scope: Scope) -> bool:
    match scope:
        case Scope.ALL:
            return True
        case Scope.UNLINKED:
            return not row.criteria
        case Scope.PROBLEM:
            return bool(row.problem)
