"""Unlocking decides without Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from desktop.errors import AppError
from desktop.storage.errors import ProjectBusyError, ProjectMissingError, WrongSecretError
from desktop.ui.screens.unlock.attempts import Attempts
from desktop.ui.screens.unlock.presenter import UnlockPresenter
from tests.support.fake_clock import FakeClock


@dataclass
class FakeView:
    """Remembers what it was told."""

    working: bool = False
    sentence: str = ""
    wait: int = -1
    selected: int = 0
    read_only: bool = False

    def show_working(self, *, working: bool) -> None:
        self.working = working

    def show_failure(self, sentence: str, advice: str) -> None:
        self.sentence = sentence + advice

    def show_wait(self, seconds: int) -> None:
        self.wait = seconds

    def keep_password_selected(self) -> None:
        self.selected += 1

    def offer_read_only(self, *, offered: bool) -> None:
        self.read_only = offered


@dataclass
class FakeOpening:
    """Fails as it is told, or never answers."""

    error: AppError | None = None
    calls: list[tuple[str, bool]] = field(default_factory=list)

    def __call__(
        self, password: str, read_only: bool, on_failed: Callable[[AppError], None]
    ) -> None:
        self.calls.append((password, read_only))
        if self.error is not None:
            on_failed(self.error)


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def opening() -> FakeOpening:
    return FakeOpening()


@pytest.fixture
def presenter(view: FakeView, opening: FakeOpening, clock: FakeClock) -> UnlockPresenter:
    return UnlockPresenter(view, Attempts(), clock, opening)


def test_a_password_is_tried_while_the_fields_wait(
    presenter: UnlockPresenter, view: FakeView, opening: FakeOpening
) -> None:
    presenter.submit("示例")
    assert opening.calls == [("示例", False)]
    assert view.working


def test_an_empty_password_is_not_tried(
    presenter: UnlockPresenter, view: FakeView, opening: FakeOpening
) -> None:
    presenter.submit("")
    assert opening.calls == []
    assert view.sentence == "请输入项目密码。"


def test_a_wrong_password_stays_selected(
    presenter: UnlockPresenter, view: FakeView, opening: FakeOpening
) -> None:
    opening.error = WrongSecretError()
    presenter.submit("x")
    assert view.sentence.startswith("密码不正确")
    assert view.selected == 1
    assert not view.working
    assert view.wait == 0


def test_five_wrong_passwords_hold_back_the_sixth(
    presenter: UnlockPresenter, view: FakeView, opening: FakeOpening, clock: FakeClock
) -> None:
    opening.error = WrongSecretError()
    for _ in range(6):
        presenter.submit("x")
    assert len(opening.calls) == 5
    assert view.wait > 0
    clock.advance(timedelta(seconds=5))
    assert presenter.tick() == 0
    presenter.submit("x")
    assert len(opening.calls) == 6


def test_a_wait_is_still_there_in_the_next_dialog(
    view: FakeView, opening: FakeOpening, clock: FakeClock
) -> None:
    attempts = Attempts()
    for _ in range(5):
        attempts.note_failure(clock.now())
    UnlockPresenter(view, attempts, clock, opening).begin()
    assert view.wait > 0


def test_a_file_that_is_open_elsewhere_can_be_opened_for_reading(
    presenter: UnlockPresenter, view: FakeView, opening: FakeOpening
) -> None:
    opening.error = ProjectBusyError()
    presenter.submit("x")
    assert view.read_only
    presenter.submit("x", read_only=True)
    assert opening.calls[-1] == ("x", True)


def test_other_failures_do_not_count_as_wrong_passwords(
    presenter: UnlockPresenter, view: FakeView, opening: FakeOpening
) -> None:
    opening.error = ProjectMissingError()
    for _ in range(8):
        presenter.submit("x")
    assert len(opening.calls) == 8
    assert view.sentence
    assert not view.read_only
