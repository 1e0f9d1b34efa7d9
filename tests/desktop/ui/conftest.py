"""The window's tests run without a screen, on the program's own QApplication."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.entrance import Entrance
from desktop.ui.main_window import MainWindow
from desktop.ui.session import Session
from desktop.ui.theme import TextScale, ThemeChoice
from desktop.ui.user_files import window_settings
from tests.support.fake_clock import FakeClock
from tests.support.services import quick_services


def pytest_configure(config: pytest.Config) -> None:
    """Let pass what the platform without a screen remarks about itself."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def qapp_cls() -> type[MipingApplication]:
    """Tell pytest-qt which application to make."""
    return MipingApplication


@pytest.fixture
def appearance(qapp: MipingApplication) -> Iterator[Appearance]:
    """The light look at normal size, whatever an earlier test chose."""
    qapp.setCursorFlashTime(0)
    qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)
    yield qapp.appearance
    qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)


@pytest.fixture
def session(appearance: Appearance, clock: FakeClock, qtbot: QtBot) -> Iterator[Session]:
    """The real services; a job that errs fails the test."""
    made = Session(quick_services(clock), appearance)
    crashes: list[object] = []
    made.runner.crashed.connect(crashes.append)
    yield made
    made.lock()
    qtbot.waitUntil(lambda: not made.runner.is_busy, timeout=30_000)
    made.shutdown()
    shiboken6.delete(made)
    assert crashes == []


@pytest.fixture
def entrance(session: Session, tmp_path: Path) -> Entrance:
    """The start page and its dialogs; remembers files in a folder of the test."""
    return Entrance(session, tmp_path / "user")


@pytest.fixture
def window(
    session: Session, entrance: Entrance, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The whole window at 1280 by 720, as the program makes it."""
    made = MainWindow(session, entrance.page, window_settings(tmp_path / "user"))
    made.new_requested.connect(entrance.new_project)
    made.open_requested.connect(entrance.choose_project)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    session.lock()
    qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=30_000)
    shiboken6.delete(made)
