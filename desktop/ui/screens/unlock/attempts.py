"""Waiting after wrong passwords: an honest person is slowed down little, a guesser more."""

from datetime import datetime, timedelta

FREE_TRIES = 5
_FIRST_WAIT = 5
_LONGEST_WAIT = 80


class Attempts:
    """Failures of one file since the program started; kept while dialogs come and go."""

    def __init__(self) -> None:
        self._failures = 0
        self._blocked_until: datetime | None = None

    def note_failure(self, now: datetime) -> None:
        """Count a wrong password; from the fifth on the next try waits 5, 10, 20 … seconds."""
        self._failures += 1
        beyond = self._failures - FREE_TRIES
        if beyond >= 0:
            seconds = min(_FIRST_WAIT * 2**beyond, _LONGEST_WAIT)
            self._blocked_until = now + timedelta(seconds=seconds)

    def seconds_left(self, now: datetime) -> int:
        """Whole seconds until the next try, rounded up; 0 when it may be made now."""
        if self._blocked_until is None or now >= self._blocked_until:
            return 0
        left = self._blocked_until - now
        return min(left // timedelta(seconds=1) + 1, _LONGEST_WAIT)
