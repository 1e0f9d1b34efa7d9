"""Rules about criteria as a whole: what is still open and what still costs points."""

from collections.abc import Iterator

from desktop.domain.assessment import ResponseState
from desktop.domain.prechecks.base import Finding, PrecheckContext, Rank
from rubric.points import decimal_points

_OPEN = (ResponseState.NOT_STARTED, ResponseState.PREPARING)


def unfinished(context: PrecheckContext) -> Iterator[Finding]:
    """Criteria that count nothing yet."""
    for criterion_id, score in context.sheet.criteria.items():
        if score.state in _OPEN:
            yield Finding(
                "criterion.unfinished",
                Rank.HINT,
                criterion_id,
                f"条目 {criterion_id} {score.state.value}，"
                f"涉及 {decimal_points(score.points)} 分。",
                "补齐材料，或选不申报并写明原因。",
            )


def not_due(context: PrecheckContext) -> Iterator[Finding]:
    """Criteria whose half-year can still be used."""
    for criterion_id, score in context.sheet.criteria.items():
        if score.state is ResponseState.NOT_DUE:
            yield Finding(
                "criterion.not_due",
                Rank.HINT,
                criterion_id,
                f"条目 {criterion_id}：{score.reason}",
                "在期限内留下一次记录即可。",
            )


def not_claimed_without_reason(context: PrecheckContext) -> Iterator[Finding]:
    """Giving a criterion up is a decision and should say why."""
    for criterion_id, score in context.sheet.criteria.items():
        silent = not context.assessment.response(criterion_id).note
        if score.state is ResponseState.NOT_CLAIMED and silent:
            yield Finding(
                "criterion.no_reason",
                Rank.HINT,
                criterion_id,
                f"条目 {criterion_id} 不申报，但没有写原因。",
                "写一句原因，便于核对。",
            )
