"""What the card of one criterion says, worked out without any widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath
from typing import Final

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.evidence import DisclosureLevel, EvidenceItem, EvidenceLink
from desktop.domain.periods import evaluation_window
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.ui.formats import full_marks_text, moment_text, official_text, size_text
from rubric.date_rules import DATE_RULE_TEXT
from rubric.model import Criterion, DateRule, Rubric
from rubric.points import Tenths

NOTE_LENGTH: Final = 200
"""Characters of a 证明说明 that fit the dividing page; longer texts are kept and marked."""

_SAID_ELSEWHERE: Final = frozenset({"criterion.unfinished", "criterion.not_due"})
"""Findings that only repeat the state, which the card shows anyway."""

_BELOW: Final = " \u203a "
"""Between a section and its group."""

_HALVES: Final = {DateRule.FIRST_HALF: "上半年", DateRule.SECOND_HALF: "下半年"}


class Remedy(Enum):
    """The one act that a finding offers on the card."""

    NONE = auto()
    CHOOSE_LEVEL = auto()
    ADD_FILES = auto()
    WRITE_NOTE = auto()
    OPEN_PAPERS = auto()

    @property
    def words(self) -> str:
        """What its button says; empty for none."""
        return _REMEDY_WORDS[self]


_REMEDY_WORDS: Final = {
    Remedy.NONE: "",
    Remedy.CHOOSE_LEVEL: "选定级别",
    Remedy.ADD_FILES: "添加文件",
    Remedy.WRITE_NOTE: "填写说明",
    Remedy.OPEN_PAPERS: "打开承诺书",
}

_REMEDIES: Final = {
    "evidence.undecided": Remedy.CHOOSE_LEVEL,
    "evidence.missing": Remedy.ADD_FILES,
    "evidence.all_withheld": Remedy.ADD_FILES,
    "evidence.awaiting_redaction": Remedy.ADD_FILES,
    "evidence.no_note": Remedy.WRITE_NOTE,
    "criterion.no_reason": Remedy.WRITE_NOTE,
    "undertaking.no_scan": Remedy.OPEN_PAPERS,
    "undertaking.dates": Remedy.OPEN_PAPERS,
}


@dataclass(frozen=True)
class CardFinding:
    """One finding as the card shows it; `place` is the evidence number or criterion id."""

    rank: Rank
    text: str
    remedy: Remedy
    place: str


@dataclass(frozen=True)
class LinkLine:
    """One piece of evidence of the criterion."""

    item: EvidenceItem
    link: EvidenceLink
    detail: str

    @property
    def needs_level(self) -> bool:
        return self.item.level is DisclosureLevel.UNDECIDED


@dataclass(frozen=True)
class CardContent:
    """Everything on the card.

    Attributes:
        parents: The line above the official text; 6.2.1 and 6.3.1 have the same words below it.
        waiting: Why nothing can be stated yet, for 未到期; else empty.
        readiness: Why 材料齐 cannot be stated yet; empty when it can.
        note_title: What the text field is called in the present state.
    """

    id: str
    parents: str
    official: str
    points: Tenths
    state: ResponseState
    waiting: str
    hint: str
    date_rule: str
    pitfalls: tuple[str, ...]
    kinds: tuple[str, ...]
    reason: str
    findings: tuple[CardFinding, ...]
    lines: tuple[LinkLine, ...]
    needs_stamp: bool
    note: str
    note_title: str
    readiness: str
    changed: str


def card_content(
    rubric: Rubric,
    assessment: Assessment,
    sheet: ScoreSheet,
    findings: Sequence[Finding],
    criterion_id: str,
) -> CardContent:
    """Gather what the card of a criterion shows; KeyError for an unknown id."""
    criterion = rubric.criterion(criterion_id)
    response = assessment.response(criterion_id)
    score = sheet.criteria[criterion_id]
    found = findings_of(rubric, assessment, findings, criterion_id)
    declined = score.state is ResponseState.NOT_CLAIMED
    return CardContent(
        id=criterion.id,
        parents=_parents(rubric, criterion_id),
        official=official_text(criterion.text),
        points=criterion.points,
        state=score.state,
        waiting=_waiting(criterion, score.state, sheet.year),
        hint=criterion.guidance.hint,
        date_rule=DATE_RULE_TEXT[criterion.guidance.date_rule],
        pitfalls=criterion.guidance.pitfalls,
        kinds=criterion.guidance.evidence,
        reason=score.reason,
        findings=tuple(_card_finding(f) for f in found if f.rule not in _SAID_ELSEWHERE),
        lines=tuple(
            _line(assessment.item(link.evidence_id), link)
            for link in assessment.links_of(criterion_id)
        ),
        needs_stamp=criterion.needs_stamped_paper,
        note=response.note,
        note_title="不申报原因" if declined else "证明说明",
        readiness=_readiness(found),
        changed=moment_text(response.changed_at) if response.changed_at else "",
    )


def findings_of(
    rubric: Rubric, assessment: Assessment, findings: Sequence[Finding], criterion_id: str
) -> tuple[Finding, ...]:
    """The findings about a criterion, its evidence and the papers that serve it."""
    places = {criterion_id}
    places |= {link.evidence_id for link in assessment.links_of(criterion_id)}
    places |= {kind.value for kind in rubric.criterion(criterion_id).papers}
    return tuple(finding for finding in findings if finding.place in places)


def _parents(rubric: Rubric, criterion_id: str) -> str:
    section, group = rubric.section_of(criterion_id), rubric.group_of(criterion_id)
    full = full_marks_text(group.points)
    text = f"　{official_text(group.text)}" if group.text else ""
    standard = "" if group.text else f"　{official_text(section.standard)}"
    return f"{section.number}、{section.name}{_BELOW}{group.id}{text}（{full}分）{standard}"


def _waiting(criterion: Criterion, state: ResponseState, year: int) -> str:
    if state is not ResponseState.NOT_DUE:
        return ""
    rule = criterion.guidance.date_rule
    window = evaluation_window(rule, year)
    last = f"{window.end.month}-{window.end.day} 前" if window else "期限内"
    return f"{year} 年{_HALVES.get(rule, '')}未结束，{last}有一次指导即可。"


def _card_finding(finding: Finding) -> CardFinding:
    remedy = _REMEDIES.get(finding.rule, Remedy.NONE)
    return CardFinding(finding.rank, f"{finding.text}{finding.advice}", remedy, finding.place)


def _line(item: EvidenceItem, link: EvidenceLink) -> LinkLine:
    ending = PurePath(item.file_name).suffix.removeprefix(".").upper()
    parts = (item.id, ending, size_text(item.size))
    return LinkLine(item, link, "，".join(part for part in parts if part))


def _readiness(found: Sequence[Finding]) -> str:
    errors = sum(finding.rank is Rank.ERROR for finding in found)
    return f"先处理 {errors} 项错误" if errors else ""
