"""What the overview shows, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.assessment import ResponseState
from desktop.ui.places import Place
from rubric.points import Tenths


class Order(StrEnum):
    """How the to-do list is sorted; the values are the words on screen."""

    POINTS = "按分值"
    DEADLINE = "按时限"
    SECTION = "按部分"


class Tone(StrEnum):
    """How a half-year is marked; always beside words."""

    GOOD = "good"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class ScoreLine:
    """One of the two numbers with its parts in words."""

    total: Tenths
    parts: str


@dataclass(frozen=True)
class ScoreContent:
    """Both numbers always together; `missing` names base points by state, `cap` the cut."""

    verified: ScoreLine
    expected: ScoreLine
    full: Tenths
    missing: str
    cap: str


@dataclass(frozen=True)
class SectionContent:
    """One section; `first_open` is the criterion that a click leads to."""

    ordinal: str
    name: str
    verified: Tenths
    expected: Tenths
    full: Tenths
    verified_count: int
    count: int
    first_open: str


@dataclass(frozen=True)
class HalfContent:
    """One half of the evaluation year: a tone and words."""

    tone: Tone
    words: str


@dataclass(frozen=True)
class Todo:
    """One criterion that does not count as 已核对 yet, and the one next step.

    Attributes:
        deadline: "12-31", or "—" where no day of the year matters.
        act: Verb of the jump.
    """

    criterion_id: str
    name: str
    points: Tenths
    state: ResponseState
    lacking: str
    deadline: str
    act: str
    place: Place


@dataclass(frozen=True)
class ReadyLine:
    """One line of the readiness card."""

    done: bool
    begun: bool
    name: str
    words: str


@dataclass(frozen=True)
class Readiness:
    """Counts of the pre-check and what stands behind them."""

    errors: int
    warnings: int
    lines: tuple[ReadyLine, ...]


@dataclass(frozen=True)
class OverviewContent:
    """Everything on the page; `next_id` is empty when nothing is left to do."""

    subtitle: str
    score: ScoreContent
    sections: tuple[SectionContent, ...]
    year: int
    halves: tuple[HalfContent, HalfContent] | None
    half_ids: str
    todos: tuple[Todo, ...]
    todo_summary: str
    readiness: Readiness
    next_id: str
