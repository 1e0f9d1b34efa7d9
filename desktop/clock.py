"""Time, as something handed in; nothing else in the program asks the system for it."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """What the program may know of the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """The present date where the user sits, by the computer's time zone."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()
