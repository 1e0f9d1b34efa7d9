"""Rules about the stamped papers and the dates in their text."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from desktop.domain.assessment import ResponseState, Round
from desktop.domain.dates import parse_date
from desktop.domain.prechecks.base import Finding, PrecheckContext, Rank
from desktop.domain.undertaking import PERIOD_END, SELF_CHECK_ON, SIGNED_ON, UndertakingDraft

_LONGEST_WAIT: Final = timedelta(days=30)


def stamped_scan_missing(context: PrecheckContext) -> Iterator[Finding]:
    """Only the scan of the stamped paper carries these points; in the last round it is due."""
    rank = Rank.ERROR if context.assessment.round is Round.FINAL else Rank.WARNING
    for criterion in context.rubric.criteria():
        score = context.sheet.criteria[criterion.id]
        if not criterion.needs_stamped_paper or score.state is ResponseState.NOT_CLAIMED:
            continue
        if not any(link.stamped for link in context.assessment.links_of(criterion.id)):
            yield Finding(
                "undertaking.no_scan",
                rank,
                criterion.id,
                f"条目 {criterion.id} 还没有盖章纸质件的扫描件，不计分。",
                "打印、签字、盖章后彩色扫描，再关联到本条目。",
            )


def own_print_attached(context: PrecheckContext) -> Iterator[Finding]:
    """The file that we made for printing is not the stamped scan."""
    prints = {
        digest
        for draft in context.assessment.undertakings.values()
        for digest in draft.printed_sha256
    }
    for link in context.assessment.links:
        item = context.assessment.item(link.evidence_id)
        if link.stamped and item.sha256 in prints:
            yield Finding(
                "undertaking.print_not_scan",
                Rank.ERROR,
                link.criterion_id,
                f"{item.id}《{item.title}》是未盖章的打印文件，不能当作盖章扫描件。",
                "盖章后重新扫描，用扫描件替换。",
            )


def dates(context: PrecheckContext) -> Iterator[Finding]:
    """The day of signing must be reachable and fit the self-check and the submission."""
    for draft in context.assessment.undertakings.values():
        yield from _dates_of(draft, context.today)


def periods_agree(context: PrecheckContext) -> Iterator[Finding]:
    """All papers should speak of the same two years."""
    ends = {
        _day(draft, PERIOD_END, SIGNED_ON) for draft in context.assessment.undertakings.values()
    }
    if len(ends - {None}) > 1:
        yield Finding(
            "undertaking.periods_differ",
            Rank.WARNING,
            "",
            "几份承诺书的承诺期间不一致。",
            "用同一个签署日期和期间重新出具。",
        )


def _dates_of(draft: UndertakingDraft, today: date) -> Iterator[Finding]:
    signed_on = _day(draft, SIGNED_ON)
    checked_on = _day(draft, SELF_CHECK_ON)
    if signed_on is None:
        return
    if signed_on > today:
        yield _date_finding(draft, "签署日期晚于今天")
    if checked_on is not None and signed_on < checked_on:
        yield _date_finding(draft, "签署日期早于自查日期")
    if today - signed_on > _LONGEST_WAIT:
        yield _date_finding(draft, "签署日期距今超过 30 天，承诺期间不再接近递交日")


def _date_finding(draft: UndertakingDraft, what: str) -> Finding:
    return Finding(
        "undertaking.dates",
        Rank.WARNING,
        draft.kind.value,
        f"承诺书 {draft.kind.value} 的{what}。",
        "核对日期，必要时重新出具并盖章。",
    )


def _day(draft: UndertakingDraft, *names: str) -> date | None:
    """The first stated date; values were parsed when the paper was made."""
    for name in names:
        if text := draft.answers.get(name):
            return parse_date(text)
    return None
