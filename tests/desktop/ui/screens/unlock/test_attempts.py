"""How long a wrong password holds the next try back."""

from datetime import UTC, datetime, timedelta

from desktop.ui.screens.unlock.attempts import FREE_TRIES, Attempts

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def _waits(count: int) -> list[int]:
    attempts = Attempts()
    seen = []
    for _ in range(count):
        attempts.note_failure(NOW)
        seen.append(attempts.seconds_left(NOW + timedelta(milliseconds=1)))
    return seen


def test_the_first_four_failures_cost_nothing() -> None:
    assert _waits(FREE_TRIES - 1) == [0, 0, 0, 0]


def test_from_the_fifth_on_the_wait_doubles_up_to_a_limit() -> None:
    assert _waits(12)[4:] == [5, 10, 20, 40, 80, 80, 80, 80]


def test_the_wait_ends() -> None:
    attempts = Attempts()
    for _ in range(FREE_TRIES):
        attempts.note_failure(NOW)
    assert attempts.seconds_left(NOW + timedelta(seconds=4, milliseconds=999)) == 1
    assert attempts.seconds_left(NOW + timedelta(seconds=5)) == 0


def test_a_clock_that_is_set_back_never_waits_longer_than_the_limit() -> None:
    attempts = Attempts()
    for _ in range(FREE_TRIES):
        attempts.note_failure(NOW)
    assert attempts.seconds_left(NOW - timedelta(days=1)) == 80
