"""The overview without Qt: from a snapshot and its score to what the page shows."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.dates import official_date
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.scoring.sheet import ScoreSheet, SectionScore, Totals
from desktop.ui.formats import full_marks_text, points_text
from desktop.ui.screens.overview.content import (
    Order,
    OverviewContent,
    Readiness,
    ReadyLine,
    ScoreContent,
    ScoreLine,
    SectionContent,
)
from desktop.ui.screens.overview.half_years import half_content, half_criteria
from desktop.ui.screens.overview.todos import in_order, todos_of
from rubric.model import Rubric
from rubric.points import Tenths

_WEEKDAYS = "一二三四五六日"
_MISSING = (ResponseState.READY, ResponseState.PREPARING, ResponseState.NOT_STARTED)
_REST = (ResponseState.NOT_DUE, ResponseState.NOT_CLAIMED)


class OverviewView(Protocol):
    """What the page can do."""

    def show_content(self, content: OverviewContent) -> None:
        """Show everything again."""
        ...


class OverviewPresenter:
    """Keeps the chosen order and shows each new snapshot."""

    def __init__(self, view: OverviewView) -> None:
        self._view = view
        self._order = Order.POINTS

    def show(
        self,
        rubric: Rubric,
        assessment: Assessment,
        sheet: ScoreSheet,
        findings: Sequence[Finding],
        today: date,
    ) -> None:
        """Show a snapshot with its score and its findings."""
        content = overview_content(rubric, assessment, sheet, findings, today, self._order)
        self._view.show_content(content)

    def set_order(self, order: Order) -> None:
        """Sort the to-do list from the next `show` on."""
        self._order = order


def overview_content(
    rubric: Rubric,
    assessment: Assessment,
    sheet: ScoreSheet,
    findings: Sequence[Finding],
    today: date,
    order: Order = Order.POINTS,
) -> OverviewContent:
    """Everything on the page, computed from what the project holds."""
    todos = todos_of(rubric, assessment, sheet)
    halves = half_criteria(rubric)
    return OverviewContent(
        subtitle=f"{official_date(today)} 星期{_WEEKDAYS[today.weekday()]}",
        score=_score(rubric, sheet),
        sections=tuple(_section(rubric, section, sheet) for section in sheet.sections),
        year=assessment.year,
        halves=(
            (
                half_content(halves[0], assessment, sheet),
                half_content(halves[1], assessment, sheet),
            )
            if halves
            else None
        ),
        half_ids=" / ".join(criterion.id for criterion in halves) if halves else "",
        todos=in_order(todos, order),
        todo_summary=_summary(rubric, sum(todo.points for todo in todos), len(todos)),
        readiness=_readiness(rubric, assessment, sheet, findings),
        next_id=todos[0].criterion_id if todos else "",
    )


def _summary(rubric: Rubric, points: int, count: int) -> str:
    if count:
        return f"{count} 项，涉及 {points_text(Tenths(points))} 分"
    return f"{sum(1 for _ in rubric.criteria())} 项均已处理。可以生成申报包。"


def _score(rubric: Rubric, sheet: ScoreSheet) -> ScoreContent:
    cut = points_text(sheet.conservative.cut_off)
    capped = "目前未封顶" if not sheet.conservative.cut_off else "目前已封顶"
    full = full_marks_text(rubric.cap)
    return ScoreContent(
        verified=_line(sheet.conservative),
        expected=_line(sheet.expected),
        full=rubric.cap,
        missing=_missing(rubric, sheet),
        cap=f"加分单列；加分后总分不超过 {full} 分。{capped}，截去 {cut} 分。",
    )


def _line(totals: Totals) -> ScoreLine:
    parts = f"基础 {points_text(totals.base)} ＋ 加分 {points_text(totals.bonus)}"
    return ScoreLine(totals.total, parts)


def _missing(rubric: Rubric, sheet: ScoreSheet) -> str:
    """Base points that are not expected yet, by state."""
    words = []
    base = [section for section in rubric.sections if not section.bonus]
    for state in (*_MISSING, *_REST):
        points = sum(
            criterion.points
            for section in base
            for criterion in section.criteria
            if sheet.criteria[criterion.id].state is state
            and not sheet.criteria[criterion.id].expected
        )
        if points:
            words.append(_unbroken(f"{state.value}\u00a0{points_text(Tenths(points))}"))
    return "  ".join(words) if words else "无"


def _unbroken(text: str) -> str:
    """Keep a word and its number on one line."""
    return "\u2060".join(text)


def _section(rubric: Rubric, score: SectionScore, sheet: ScoreSheet) -> SectionContent:
    section = next(item for item in rubric.sections if item.id == score.section_id)
    unfinished = (
        criterion.id
        for criterion in section.criteria
        if sheet.criteria[criterion.id].state
        not in (ResponseState.VERIFIED, ResponseState.NOT_CLAIMED)
    )
    return SectionContent(
        ordinal=score.number,
        name=score.name,
        verified=score.conservative,
        expected=score.expected,
        full=score.points,
        verified_count=score.verified_count,
        count=score.criteria_count,
        first_open=next(unfinished, section.criteria[0].id),
    )


def _readiness(
    rubric: Rubric, assessment: Assessment, sheet: ScoreSheet, findings: Sequence[Finding]
) -> Readiness:
    return Readiness(
        errors=sum(finding.rank is Rank.ERROR for finding in findings),
        warnings=sum(finding.rank is Rank.WARNING for finding in findings),
        lines=(
            _criteria_line(sheet),
            _evidence_line(assessment),
            _paper_line(rubric, assessment, sheet),
        ),
    )


def _criteria_line(sheet: ScoreSheet) -> ReadyLine:
    states = [score.state for score in sheet.criteria.values()]
    verified = states.count(ResponseState.VERIFIED)
    settled = verified + states.count(ResponseState.NOT_CLAIMED)
    begun = any(state not in (ResponseState.NOT_STARTED, ResponseState.NOT_DUE) for state in states)
    name = f"{len(states)} 项自评"
    return ReadyLine(settled == len(states), begun, name, f"{verified} 项已核对")


def _evidence_line(assessment: Assessment) -> ReadyLine:
    linked = assessment.linked_evidence()
    undecided = sum(item.level is DisclosureLevel.UNDECIDED for item in linked)
    words = f"{undecided} 件未定级别" if undecided else f"{len(linked)} 件已关联"
    return ReadyLine(bool(linked) and not undecided, bool(linked), "证明材料的提交级别", words)


def _paper_line(rubric: Rubric, assessment: Assessment, sheet: ScoreSheet) -> ReadyLine:
    needed = [
        criterion
        for criterion in rubric.criteria()
        if criterion.needs_stamped_paper
        and sheet.criteria[criterion.id].state is not ResponseState.NOT_CLAIMED
    ]
    lacking = sum(
        not any(link.stamped for link in assessment.links_of(criterion.id)) for criterion in needed
    )
    words = f"{lacking} 份待盖章扫描" if lacking else "盖章扫描件已附"
    begun = bool(assessment.undertakings) or lacking < len(needed)
    return ReadyLine(not lacking, begun, "盖章纸质件", words if needed else "不申报")
