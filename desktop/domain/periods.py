"""Windows of dates: evaluation year, half-years and the two years of the undertakings."""

from dataclasses import dataclass
from datetime import date

from rubric.model import DateRule


@dataclass(frozen=True)
class Window:
    """A span of local dates, both ends included."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def evaluation_window(rule: DateRule, year: int) -> Window | None:
    """The days in which a record must be dated, for the rules that name such days.

    Source: `DateRule` Y1, H1, H2 (evaluation year, set once per project); None for the others.
    """
    match rule:
        case DateRule.YEAR:
            return Window(date(year, 1, 1), date(year, 12, 31))
        case DateRule.FIRST_HALF:
            return Window(date(year, 1, 1), date(year, 6, 30))
        case DateRule.SECOND_HALF:
            return Window(date(year, 7, 1), date(year, 12, 31))
        case _:
            return None


def two_years_back(end: date) -> date:
    """The same calendar day two years earlier; 29 February becomes the 28th.

    Both days count, so the period is never shorter than two full years.
    """
    try:
        return end.replace(year=end.year - 2)
    except ValueError:
        return end.replace(year=end.year - 2, day=28)


def undertaking_window(end: date, founded_on: date) -> Window:
    """The default period of an undertaking signed on `end`.

    A company younger than two years begins with the day on which it was founded.
    """
    return Window(max(two_years_back(end), founded_on), end)
