"""The dialog that asks for the password."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.entrance import Entrance
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.unlock.view import UnlockDialog
from desktop.ui.session import Session
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, open_new, wait_idle


@pytest.fixture
def locked(session: Session, qtbot: QtBot, tmp_path: Path) -> Path:
    path = tmp_path / "示例.miping"
    open_new(session, qtbot, path)
    session.lock()
    wait_idle(session, qtbot)
    return path


def _dialog(window: MainWindow, entrance: Entrance, path: Path) -> UnlockDialog:
    entrance.unlock(path)
    dialogs = [found for found in window.findChildren(UnlockDialog) if found.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def test_the_right_password_opens_the_project_and_the_dialog_goes(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, locked: Path
) -> None:
    dialog = _dialog(window, entrance, locked)
    QTest.keyClicks(dialog.password.edit, "?")
    dialog.password.edit.setText(PASSWORD)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        QTest.keyClick(dialog.password.edit, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.password.text() == ""
    assert window.is_open


def test_a_wrong_password_keeps_the_dialog_and_selects_what_was_typed(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, locked: Path
) -> None:
    dialog = _dialog(window, entrance, locked)
    dialog.password.edit.setText("falsch")
    dialog.unlock_button.click()
    assert not dialog.unlock_button.isEnabled()
    wait_idle(session, qtbot)
    assert dialog.note.text.startswith("密码不正确")
    assert dialog.password.edit.selectedText() != ""
    assert dialog.unlock_button.isEnabled()
    dialog.reject()


def test_after_five_failures_the_button_waits_and_counts_down(
    window: MainWindow,
    entrance: Entrance,
    session: Session,
    qtbot: QtBot,
    locked: Path,
    clock: FakeClock,
) -> None:
    dialog = _dialog(window, entrance, locked)
    dialog.password.edit.setText("falsch")
    for _ in range(5):
        dialog.unlock_button.click()
        wait_idle(session, qtbot)
    assert not dialog.unlock_button.isEnabled()
    assert dialog.timer.isActive()
    assert "秒后可再试" in dialog.wait.text
    dialog.reject()
    dialog = _dialog(window, entrance, locked)
    assert not dialog.unlock_button.isEnabled()
    clock.advance(timedelta(seconds=5))
    dialog.timer.timeout.emit()
    assert dialog.unlock_button.isEnabled()
    assert not dialog.timer.isActive()
    assert dialog.wait.text == ""
    dialog.reject()


def test_a_dialog_closed_while_it_works_says_nothing_more(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, locked: Path
) -> None:
    dialog = _dialog(window, entrance, locked)
    dialog.password.edit.setText("falsch")
    dialog.unlock_button.click()
    dialog.reject()
    wait_idle(session, qtbot)
    assert not window.is_open
    assert window.welcome_messages.texts == ()


def test_a_forgotten_password_is_explained_without_a_promise(
    window: MainWindow, entrance: Entrance, locked: Path
) -> None:
    dialog = _dialog(window, entrance, locked)
    assert not dialog.forgotten.isVisible()
    dialog.forgot_button.click()
    assert dialog.forgotten.isVisible()
    dialog.reject()
