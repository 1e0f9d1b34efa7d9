"""What is left to do: one line and one next step for each criterion that does not count yet."""

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.periods import evaluation_window
from desktop.domain.scoring.sheet import CriterionScore, ScoreSheet
from desktop.ui.places import CRITERIA, UNDERTAKINGS, Place
from desktop.ui.screens.overview.content import Order, Todo
from rubric.model import Criterion, Rubric

_NO_DAY = "—"
_LAST = "99-99"


def todos_of(rubric: Rubric, assessment: Assessment, sheet: ScoreSheet) -> tuple[Todo, ...]:
    """Criteria without their points among 已核对, in the order of the annex; 不申报 is left out."""
    return tuple(
        _todo(criterion, assessment, sheet.criteria[criterion.id])
        for criterion in rubric.criteria()
        if _is_open(sheet.criteria[criterion.id])
    )


def in_order(todos: tuple[Todo, ...], order: Order) -> tuple[Todo, ...]:
    """Sort; what is equal keeps the order of the annex."""
    match order:
        case Order.POINTS:
            return tuple(sorted(todos, key=lambda todo: (-todo.points, _day(todo))))
        case Order.DEADLINE:
            return tuple(sorted(todos, key=lambda todo: (_day(todo), -todo.points)))
        case Order.SECTION:
            return todos


def _is_open(score: CriterionScore) -> bool:
    return score.state is not ResponseState.NOT_CLAIMED and score.conservative < score.points


def _day(todo: Todo) -> str:
    return _LAST if todo.deadline == _NO_DAY else todo.deadline


def _todo(criterion: Criterion, assessment: Assessment, score: CriterionScore) -> Todo:
    window = evaluation_window(criterion.guidance.date_rule, assessment.year)
    lacks_scan = _lacks_scan(criterion, assessment)
    lacking, act = _next_step(criterion, assessment, score)
    to_paper = lacks_scan and score.state is not ResponseState.NOT_STARTED
    place = (
        Place(UNDERTAKINGS, criterion.papers[0].value)
        if to_paper
        else Place(CRITERIA, criterion.id)
    )
    return Todo(
        criterion_id=criterion.id,
        name=criterion.guidance.short,
        points=criterion.points,
        state=score.state,
        lacking=lacking,
        deadline=f"{window.end:%m-%d}" if window else _NO_DAY,
        act="去盖章" if to_paper else act,
        place=place,
    )


def _lacks_scan(criterion: Criterion, assessment: Assessment) -> bool:
    return criterion.needs_stamped_paper and not any(
        link.stamped for link in assessment.links_of(criterion.id)
    )


def _next_step(
    criterion: Criterion, assessment: Assessment, score: CriterionScore
) -> tuple[str, str]:
    count = len(assessment.links_of(criterion.id))
    first = criterion.guidance.evidence[0]
    if score.state is ResponseState.NOT_DUE:
        return score.reason, "查看"
    if score.state is ResponseState.NOT_STARTED:
        return f"宜先备：{first}", "开始"
    if _lacks_scan(criterion, assessment):
        return "打印、签字、盖章后彩色扫描，再关联到本条目", "去盖章"
    if score.state is ResponseState.PREPARING:
        return (f"已关联 {count} 件，补齐后标为材料齐" if count else f"宜先备：{first}"), "处理"
    if not count:
        return f"{score.state.value}，但没有关联证据", "处理"
    return f"已关联 {count} 件，待第二人核对", "核对"
