"""All checks, in the order in which their problems are told."""

from collections.abc import Callable, Iterator
from typing import Final

from rubric.checks import guidance, identity, periods, references, totals, undertakings, verbatim
from rubric.draft import Draft
from rubric.problem import Problem

Check = Callable[[Draft], Iterator[Problem]]

CHECKS: Final[tuple[Check, ...]] = (
    identity.check,
    references.check,
    totals.check,
    verbatim.check,
    guidance.check,
    periods.check,
    undertakings.check,
)
