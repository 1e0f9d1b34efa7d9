"""Date rules that fit their criteria."""

from collections.abc import Iterator

from rubric.draft import Draft
from rubric.model import DateRule
from rubric.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """The two-year rule belongs to the criteria that ask for a paper, and to no others."""
    with_paper = {paper.criterion for paper in draft.undertakings.content.undertakings}
    for position, hint in enumerate(draft.hints.content.hints):
        location = ("hints", position, "date_rule")
        two_years = hint.date_rule is DateRule.TWO_YEARS
        if two_years and hint.criterion not in with_paper:
            yield draft.hints.source.problem(
                location,
                "periods.no_paper",
                f"“{hint.criterion}”没有承诺书或者说明，不能用日期规则 2Y。",
            )
        if hint.criterion in with_paper and not two_years:
            yield draft.hints.source.problem(
                location,
                "periods.paper",
                f"“{hint.criterion}”需要承诺书或者说明，日期规则应当是 2Y。",
            )
