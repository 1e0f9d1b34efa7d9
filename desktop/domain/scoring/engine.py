"""The one scoring function behind every screen, page, export and command.

Order of computing: criterion, section subtotal, base and bonus, cap. All points are integers in
tenths; nothing is rounded.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from desktop.domain.assessment import ResponseState
from desktop.domain.periods import evaluation_window
from desktop.domain.scoring.facts import CriterionFacts
from desktop.domain.scoring.sheet import CriterionScore, ScoreSheet, SectionScore, Totals
from rubric.model import Criterion, DateRule, Rubric, Section
from rubric.points import Tenths

_HALF_YEARS = {DateRule.FIRST_HALF: "上半年", DateRule.SECOND_HALF: "下半年"}


def score(
    rubric: Rubric, facts: Mapping[str, CriterionFacts], year: int, as_of: date
) -> ScoreSheet:
    """Give points and a reason to every criterion, and add them up.

    Args:
        rubric: The edition that the company is assessed against.
        facts: One entry for every criterion of the edition.
        year: The evaluation year, 1 January to 31 December.
        as_of: The local date for which it is decided whether a half-year is over.

    Raises:
        KeyError: `facts` lacks a criterion.

    Source:
        The annex: all or nothing per criterion; 加分后总分不能超过100分.
    """
    criteria = {
        criterion.id: _score_criterion(criterion, facts[criterion.id], year, as_of)
        for criterion in rubric.criteria()
    }
    sections = tuple(_subtotal(section, criteria) for section in rubric.sections)
    return ScoreSheet(
        rubric_id=rubric.id,
        year=year,
        as_of=as_of,
        criteria=criteria,
        sections=sections,
        conservative=_totals(sections, rubric.cap, lambda section: section.conservative),
        expected=_totals(sections, rubric.cap, lambda section: section.expected),
    )


def effective_state(
    criterion: Criterion, stated: ResponseState, year: int, as_of: date
) -> ResponseState:
    """Turn what was stated into what holds on a day: 未到期 while a half-year can still be used.

    Before its half-year begins, nothing that was stated can be true yet; while it runs, an
    untouched criterion is 未到期 and not missing.
    """
    if criterion.guidance.date_rule not in _HALF_YEARS:
        return stated
    window = evaluation_window(criterion.guidance.date_rule, year)
    if window is None or as_of > window.end or stated is ResponseState.NOT_CLAIMED:
        return stated
    if as_of < window.start or stated is ResponseState.NOT_STARTED:
        return ResponseState.NOT_DUE
    return stated


def _score_criterion(
    criterion: Criterion, facts: CriterionFacts, year: int, as_of: date
) -> CriterionScore:
    state = effective_state(criterion, facts.stated, year, as_of)
    carried = facts.stamped_scans > 0 or not criterion.needs_stamped_paper
    verified = carried and state is ResponseState.VERIFIED
    expected = carried and state in (ResponseState.VERIFIED, ResponseState.READY)
    return CriterionScore(
        criterion_id=criterion.id,
        state=state,
        points=criterion.points,
        conservative=criterion.points if verified else Tenths(0),
        expected=criterion.points if expected else Tenths(0),
        reason=_reason(criterion, facts, state, year),
    )


def _reason(criterion: Criterion, facts: CriterionFacts, state: ResponseState, year: int) -> str:
    match state:
        case ResponseState.NOT_DUE:
            return _not_due_reason(criterion, year)
        case ResponseState.NOT_CLAIMED:
            why = f"（{facts.note}）" if facts.note else ""
            return f"不申报{why}，不计分。"
        case ResponseState.NOT_STARTED:
            return "未开始，不计分。"
        case ResponseState.PREPARING:
            return "准备中，暂不计分。"
        case ResponseState.READY | ResponseState.VERIFIED:
            return _claimed_reason(criterion, facts, state)


def _not_due_reason(criterion: Criterion, year: int) -> str:
    rule = criterion.guidance.date_rule
    window = evaluation_window(rule, year)
    last = f"，截止 {window.end.isoformat()}" if window else ""
    return f"{year} 年{_HALF_YEARS[rule]}未到期，暂不计分{last}。"


def _claimed_reason(criterion: Criterion, facts: CriterionFacts, state: ResponseState) -> str:
    if criterion.needs_stamped_paper and not facts.stamped_scans:
        return f"{state.value}，但未附盖章纸质件的扫描件，不计分。"
    if state is ResponseState.READY:
        counted = "材料齐，计入预期得分；核对后计入已核对得分"
    else:
        counted = "已核对，计入已核对得分和预期得分"
    if facts.evidence_count == 0:
        return f"{counted}；尚无关联证据，申报前须补齐。"
    return f"{counted}；关联证据 {facts.evidence_count} 件。"


def _subtotal(section: Section, criteria: Mapping[str, CriterionScore]) -> SectionScore:
    scores = [criteria[criterion.id] for criterion in section.criteria]
    return SectionScore(
        section_id=section.id,
        number=section.number,
        name=section.name,
        bonus=section.bonus,
        points=section.points,
        conservative=_sum(item.conservative for item in scores),
        expected=_sum(item.expected for item in scores),
        criteria_count=len(scores),
        verified_count=sum(item.state is ResponseState.VERIFIED for item in scores),
    )


def _totals(
    sections: tuple[SectionScore, ...], cap: Tenths, points: Callable[[SectionScore], Tenths]
) -> Totals:
    base = _sum(points(section) for section in sections if not section.bonus)
    bonus = _sum(points(section) for section in sections if section.bonus)
    total = Tenths(min(base + bonus, cap))
    return Totals(base, bonus, Tenths(base + bonus - total), total)


def _sum(points: Iterable[Tenths]) -> Tenths:
    return Tenths(sum(points))
