"""A clock that stands still until a test moves it."""

from datetime import UTC, date, datetime, timedelta, timezone

from typing_extensions import override

from desktop.clock import Clock

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
START = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


class FakeClock(Clock):
    """Time as a test sets it; the user sits in China.

    Attributes:
        instant: What `now()` gives, aware.
    """

    def __init__(self, instant: datetime = START) -> None:
        self.instant = instant

    @override
    def now(self) -> datetime:
        return self.instant.astimezone(UTC)

    @override
    def today(self) -> date:
        return self.instant.astimezone(CHINA).date()

    def advance(self, step: timedelta) -> None:
        """Move the clock by a step, backwards if it is negative."""
        self.instant += step
