"""Unlocking without Qt: tries, waits and what is said about a failure."""

from collections.abc import Callable
from typing import Protocol

from desktop.clock import Clock
from desktop.errors import AppError
from desktop.messages import explain
from desktop.ui.screens.unlock.attempts import Attempts

_WRONG_SECRET = "storage.wrong_secret"  # noqa: S105 - a code, not a password
_READABLE = frozenset({"storage.busy", "storage.read_only"})

Open = Callable[[str, bool, Callable[[AppError], None]], object]
"""Queue the unlocking: password, read-only, what to do when it fails."""


class UnlockView(Protocol):
    """What the dialog shows."""

    def show_working(self, *, working: bool) -> None:
        """Show that the key is being derived."""
        ...

    def show_failure(self, sentence: str, advice: str) -> None:
        """Say why it did not open; empty texts take the words away."""
        ...

    def show_wait(self, seconds: int) -> None:
        """Count down; 0 allows the next try."""
        ...

    def keep_password_selected(self) -> None:
        """Leave the password in the field, marked."""
        ...

    def offer_read_only(self, *, offered: bool) -> None:
        """Offer to open for reading alone."""
        ...


class UnlockPresenter:
    """One dialog's tries; `attempts` outlives it."""

    def __init__(self, view: UnlockView, attempts: Attempts, clock: Clock, open_: Open) -> None:
        self._view = view
        self._attempts = attempts
        self._clock = clock
        self._open = open_

    def begin(self) -> None:
        """Show a wait that is still running from an earlier dialog."""
        self.tick()

    def submit(self, password: str, *, read_only: bool = False) -> None:
        """Try a password, unless a wait is running; an empty one is asked for again."""
        if self._attempts.seconds_left(self._clock.now()):
            return
        if not password:
            self._view.show_failure("请输入项目密码。", "")
            return
        self._view.show_failure("", "")
        self._view.offer_read_only(offered=False)
        self._view.show_working(working=True)
        self._open(password, read_only, self._take_failure)

    def tick(self) -> int:
        """Show how long the wait still is; call once a second while it is above 0."""
        left = self._attempts.seconds_left(self._clock.now())
        self._view.show_wait(left)
        return left

    def _take_failure(self, error: AppError) -> None:
        self._view.show_working(working=False)
        message = explain(error)
        self._view.show_failure(message.text, message.advice)
        self._view.offer_read_only(offered=error.code in _READABLE)
        if error.code == _WRONG_SECRET:
            self._attempts.note_failure(self._clock.now())
            self.tick()
        self._view.keep_password_selected()
