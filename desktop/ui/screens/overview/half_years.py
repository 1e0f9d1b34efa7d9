"""The two half-years in words; nothing is said of records that the project does not hold."""

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.periods import evaluation_window
from desktop.domain.scoring.sheet import CriterionScore, ScoreSheet
from desktop.ui.formats import points_text
from desktop.ui.screens.overview.content import HalfContent, Tone
from rubric.model import Criterion, DateRule, Rubric

_RULES = (DateRule.FIRST_HALF, DateRule.SECOND_HALF)


def half_criteria(rubric: Rubric) -> tuple[Criterion, Criterion] | None:
    """The criteria that ask for a record in each half; None in an edition without such."""
    found = {criterion.guidance.date_rule: criterion for criterion in rubric.criteria()}
    first, second = (found.get(rule) for rule in _RULES)
    return None if first is None or second is None else (first, second)


def half_content(criterion: Criterion, assessment: Assessment, sheet: ScoreSheet) -> HalfContent:
    """Say how one half stands on the day of the score sheet."""
    score = sheet.criteria[criterion.id]
    linked = bool(assessment.links_of(criterion.id))
    match score.state:
        case ResponseState.VERIFIED:
            return HalfContent(Tone.GOOD, f"已核对，{points_text(score.points)} 分")
        case ResponseState.READY:
            return HalfContent(Tone.INFO, "材料齐，待核对")
        case ResponseState.NOT_CLAIMED:
            return HalfContent(Tone.NEUTRAL, "不申报")
        case ResponseState.NOT_DUE:
            return HalfContent(Tone.WARNING, f"未到期，{_involved(criterion, score, assessment)}")
        case ResponseState.NOT_STARTED | ResponseState.PREPARING:
            return _unfinished(criterion, score, assessment, sheet, linked=linked)


def _unfinished(
    criterion: Criterion,
    score: CriterionScore,
    assessment: Assessment,
    sheet: ScoreSheet,
    *,
    linked: bool,
) -> HalfContent:
    window = evaluation_window(criterion.guidance.date_rule, assessment.year)
    if window is None or sheet.as_of <= window.end:
        return HalfContent(Tone.INFO, f"准备中，{_involved(criterion, score, assessment)}")
    if linked:
        return HalfContent(Tone.WARNING, "已过，请核实所附材料的日期")
    return HalfContent(Tone.ERROR, f"已过，无法补记，涉及 {points_text(score.points)} 分")


def _involved(criterion: Criterion, score: CriterionScore, assessment: Assessment) -> str:
    window = evaluation_window(criterion.guidance.date_rule, assessment.year)
    last = f"，截止 {window.end:%m-%d}" if window else ""
    return f"涉及 {points_text(score.points)} 分{last}"
