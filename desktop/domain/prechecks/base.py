"""What a pre-check rule sees and what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.assessment import Assessment
from desktop.domain.scoring.sheet import ScoreSheet
from rubric.model import Rubric


class Rank(StrEnum):
    """How much a finding weighs; the values are the words on screen."""

    ERROR = "错误"
    WARNING = "警告"
    HINT = "提示"


@dataclass(frozen=True)
class Finding:
    """One thing to look at before submission.

    Attributes:
        rule: Stable id of the rule, such as "evidence.undecided".
        place: Criterion id or evidence number that the finding is about; empty for the whole.
        text: One Chinese sentence.
        advice: What to do.
    """

    rule: str
    rank: Rank
    place: str
    text: str
    advice: str


@dataclass(frozen=True)
class PrecheckContext:
    """Everything a rule may look at; `today` is the user's local date."""

    rubric: Rubric
    assessment: Assessment
    sheet: ScoreSheet
    today: date


Rule = Callable[[PrecheckContext], Iterator[Finding]]
