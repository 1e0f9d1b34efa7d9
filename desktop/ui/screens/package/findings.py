"""Findings of the pre-check in three ranks, each with the place where it can be settled."""

from collections.abc import Sequence
from typing import Final

from desktop.domain.prechecks.base import Finding, Rank
from desktop.ui.places import CRITERIA, EVIDENCE, UNDERTAKINGS, Place
from desktop.ui.screens.package.content import FindingGroup, FindingLine

_REMARKS: Final = {
    Rank.ERROR: "须先处理，才能生成申报包",
    Rank.WARNING: "建议处理",
    Rank.HINT: "供知悉",
}
_ACTS: Final = {
    "evidence.undecided": "选级别",
    "evidence.missing": "补证据",
    "evidence.orphan": "关联",
    "evidence.awaiting_redaction": "脱敏",
    "evidence.no_note": "写说明",
    "undertaking.no_scan": "去盖章",
    "undertaking.print_not_scan": "换扫描件",
    "undertaking.dates": "核对日期",
    "criterion.unfinished": "继续",
    "criterion.no_reason": "写原因",
}
_LOOK: Final = "查看"
_PAPERS: Final = "undertaking."
_EVIDENCE: Final = "E-"


def finding_groups(findings: Sequence[Finding]) -> tuple[FindingGroup, ...]:
    """Every rank, also one without findings."""
    return tuple(
        FindingGroup(
            rank,
            _REMARKS[rank],
            tuple(_line(finding) for finding in findings if finding.rank is rank),
        )
        for rank in Rank
    )


def _line(finding: Finding) -> FindingLine:
    return FindingLine(
        rank=finding.rank,
        label=finding.place,
        text=_without_number(finding),
        advice=finding.advice,
        act=_ACTS.get(finding.rule, _LOOK),
        place=_place(finding),
    )


def _without_number(finding: Finding) -> str:
    """The number stands beside the sentence already."""
    text = finding.text
    if not finding.place:
        return text
    rest = text.removeprefix(f"条目 {finding.place}").removeprefix(finding.place).lstrip(" ：")
    return f"本条目{rest}" if rest.startswith("的") else rest


def _place(finding: Finding) -> Place:
    if finding.rule.startswith(_PAPERS):
        return Place(UNDERTAKINGS, finding.place)
    if finding.place.startswith(_EVIDENCE):
        return Place(EVIDENCE, finding.place)
    return Place(CRITERIA, finding.place)
