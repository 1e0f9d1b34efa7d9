"""The start page on the screen."""

import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.entrance import Entrance
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.start.presenter import OTHER_FILES
from desktop.ui.screens.start.side_panel import InkLabel
from desktop.ui.screens.start.verify_dialog import VerifyDialog
from desktop.ui.screens.unlock.view import UnlockDialog
from desktop.ui.session import Session
from tests.support.window import open_new, wait_idle


def _drop(entrance: Entrance, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    act, place = Qt.DropAction.CopyAction, QPoint(10, 10)
    for event in (
        QDragEnterEvent(place, act, data, buttons, keys),
        QDropEvent(QPointF(place), act, data, buttons, keys),
    ):
        QApplication.sendEvent(entrance.page, event)


def test_without_projects_the_page_says_what_to_do(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot
) -> None:
    wait_idle(session, qtbot)
    assert window.windowTitle() == "秘评"
    assert entrance.page.empty.isVisible()
    assert not entrance.page.table.isVisible()
    assert not entrance.page.forget_button.isEnabled()


def test_a_closed_project_is_listed_and_can_be_taken_off(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_new(session, qtbot, tmp_path / "示例.miping")
    session.lock()
    wait_idle(session, qtbot)
    assert window.pages.count() == 0
    row = entrance.page.table.chosen()
    assert row is not None
    assert row.name == "示例.miping"
    entrance.page.forget_button.click()
    wait_idle(session, qtbot)
    assert entrance.page.table.chosen() is None
    assert (tmp_path / "示例.miping").exists()


def test_only_paths_and_times_are_kept(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.isVisible()
    assert entrance.page.isVisible()
    open_new(session, qtbot, tmp_path / "示例.miping")
    wait_idle(session, qtbot)
    stored = json.loads((tmp_path / "user" / "recent.json").read_text(encoding="utf-8"))
    assert set(stored) == {"remember", "entries"}
    assert [set(entry) for entry in stored["entries"]] == [{"path", "opened_at"}]


def test_the_box_stops_remembering(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.isVisible()
    wait_idle(session, qtbot)
    entrance.page.never_box.click()
    wait_idle(session, qtbot)
    open_new(session, qtbot, tmp_path / "示例.miping")
    session.lock()
    wait_idle(session, qtbot)
    assert entrance.page.empty.isVisible()
    assert entrance.page.never_box.isChecked()


def test_enter_on_a_row_asks_for_the_password(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_new(session, qtbot, tmp_path / "示例.miping")
    session.lock()
    wait_idle(session, qtbot)
    QTest.keyClick(entrance.page.table, Qt.Key.Key_Return)
    dialog = window.findChild(UnlockDialog)
    assert isinstance(dialog, UnlockDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_dropped_package_is_verified_without_a_password(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    package = tmp_path / "申报包 #1.pdf"
    package.write_bytes(b"no package")
    _drop(entrance, package)
    dialog = window.findChild(VerifyDialog)
    assert isinstance(dialog, VerifyDialog)
    wait_idle(session, qtbot)
    assert dialog.title.text() in {"不能确认申报包完整", "没有完成验证"}
    assert dialog.texts
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_a_verification_that_is_closed_early_is_forgotten(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    entrance.verify(tmp_path / "gone.pdf")
    dialog = window.findChild(VerifyDialog)
    assert isinstance(dialog, VerifyDialog)
    dialog.reject()
    wait_idle(session, qtbot)
    assert window.welcome_messages.texts == ()


def test_other_dropped_files_are_explained(
    window: MainWindow, entrance: Entrance, tmp_path: Path
) -> None:
    assert window.isVisible()
    _drop(entrance, tmp_path / "photo.jpg")
    assert entrance.page.remark.isVisible()
    assert entrance.page.remark.text == OTHER_FILES


def test_state_secrets_are_ruled_out_on_the_first_page(
    window: MainWindow, entrance: Entrance
) -> None:
    assert window.isVisible()
    texts = [label.text() for label in entrance.page.panel.findChildren(InkLabel)]
    assert "严禁录入国家秘密" in texts
