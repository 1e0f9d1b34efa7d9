"""The window around the pages."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.services.jobs import Job, JobContext
from desktop.ui.frame.keys_sheet import KeysSheet
from desktop.ui.main_window import MainWindow
from desktop.ui.navigation import SCREENS
from desktop.ui.places import CRITERIA, OVERVIEW, PACKAGE, Place
from desktop.ui.screens.new_project.view import NewProjectDialog
from desktop.ui.session import Session
from desktop.ui.user_files import window_settings
from desktop.ui.widgets.confirm_dialog import ConfirmDialog
from tests.support.window import TIMEOUT_MS, open_begun, open_new, wait_idle

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Blocker:
    """A job that runs until it is let go or cancelled."""

    def __init__(self, session: Session) -> None:
        self.started = Event()
        self.go_on = Event()
        session.run(Job("生成", self._work))
        assert self.started.wait(10)

    def _work(self, context: JobContext) -> None:
        self.started.set()
        context.progress.report(3, 7, "编排")
        while not self.go_on.wait(0.005):
            context.cancel.raise_if_cancelled()


@pytest.fixture
def opened(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    open_new(session, qtbot, tmp_path / "示例秘密名称.miping")
    return window


def _question(window: MainWindow) -> ConfirmDialog:
    [dialog] = [found for found in window.findChildren(ConfirmDialog) if found.isVisible()]
    return dialog


def test_the_title_never_holds_a_path_or_a_name(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.windowTitle() == "秘评"
    open_new(session, qtbot, tmp_path / "示例秘密名称.miping")
    assert window.windowTitle() == "已打开项目 — 秘评"
    session.lock()
    assert window.windowTitle() == "秘评"


def test_the_bars_say_whose_assessment_it_is_and_what_a_score_is_not(opened: MainWindow) -> None:
    assert opened.top_bar.company.text() == "示例精工有限公司"
    assert opened.top_bar.year.text() == "2026 年度"
    assert opened.top_bar.saved.text() == ""
    assert opened.status_bar.offline.text() == "离线运行，数据仅存本机"
    assert opened.status_bar.provisional.text() == "自评得分为预评，以评审结果为准"
    assert opened.status_bar.edition.text().endswith("65号附件，39 项")
    assert opened.status_bar.path.text().endswith("示例秘密名称.miping")


def test_a_change_is_said_to_be_saved(opened: MainWindow, session: Session, qtbot: QtBot) -> None:
    project = session.require_project()
    with qtbot.waitSignal(session.changed):
        session.services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    assert opened.top_bar.saved.text().startswith("已保存 ")


def test_the_rail_counts_errors_where_a_person_must_act(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_begun(session, qtbot, tmp_path / "示例.miping")
    counts = window.rail
    assert PACKAGE not in {spec.id for spec in SCREENS} or any(
        "1 项待处理" in child.accessibleName() for child in counts.findChildren(QWidget)
    )


@pytest.mark.parametrize("screen_id", [spec.id for spec in SCREENS])
def test_each_page_has_its_key(opened: MainWindow, screen_id: str) -> None:
    [spec] = [spec for spec in SCREENS if spec.id == screen_id]
    QTest.keyClick(opened, ord(spec.shortcut[-1]), Qt.KeyboardModifier.ControlModifier)
    assert opened.pages.currentWidget() is opened.pages.screen_of(screen_id)


def test_back_returns_to_where_the_jump_began(opened: MainWindow, session: Session) -> None:
    session.go(Place(CRITERIA, "4.1.4"))
    session.go(Place(OVERVIEW))
    QTest.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page = opened.pages.screen_of(CRITERIA)
    assert opened.pages.currentWidget() is page
    assert page.place_key() == "4.1.4"
    QTest.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.pages.currentWidget() is opened.pages.screen_of(OVERVIEW)


def test_locking_takes_every_page_down(opened: MainWindow, session: Session, qtbot: QtBot) -> None:
    session.go(Place(CRITERIA, "4.1.4"))
    wait_idle(session, qtbot)
    QTest.keyClick(opened, Qt.Key.Key_L, CONTROL_SHIFT)
    assert session.project is None
    assert not opened.is_open
    assert opened.pages.count() == 0


def test_locking_asks_first_when_a_job_runs(
    opened: MainWindow, session: Session, qtbot: QtBot
) -> None:
    blocker = Blocker(session)
    opened.ask_to_lock()
    _question(opened).safe_button.click()
    assert session.project is not None
    opened.ask_to_lock()
    _question(opened).act_button.click()
    assert not opened.is_open
    blocker.go_on.set()
    wait_idle(session, qtbot)


def test_a_running_job_is_shown_and_can_be_cancelled(
    opened: MainWindow, session: Session, qtbot: QtBot
) -> None:
    Blocker(session)
    status = opened.status_bar.job
    qtbot.waitUntil(status.isVisible, timeout=TIMEOUT_MS)
    qtbot.waitUntil(lambda: status.text.text() == "生成：编排（3 / 7）", timeout=TIMEOUT_MS)
    status.cancel_button.click()
    wait_idle(session, qtbot)
    assert not status.isVisible()
    assert opened.messages.texts == ("已取消，没有留下做了一半的内容。",)


def test_a_failure_stays_until_it_is_closed(
    opened: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    verify = session.services.verification.verify
    for _ in range(2):
        session.run(Job("验证", lambda _context: verify(tmp_path / "gone.pdf")))
        wait_idle(session, qtbot)
    assert opened.messages.isVisible()
    assert opened.messages.texts == ("找不到要验证的文件。请核对文件位置和名称。",)
    opened.messages.clear()
    assert not opened.messages.isVisible()


def test_a_new_project_locks_the_present_one_first(opened: MainWindow, session: Session) -> None:
    QTest.keyClick(opened, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert session.project is None
    dialog = opened.findChild(NewProjectDialog)
    assert isinstance(dialog, NewProjectDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_f1_shows_the_keys(opened: MainWindow) -> None:
    QTest.keyClick(opened, Qt.Key.Key_F1)
    sheet = opened.findChild(KeysSheet)
    assert isinstance(sheet, KeysSheet)
    assert sheet.isVisible()
    sheet.accept()


def test_f6_walks_from_pane_to_pane(opened: MainWindow) -> None:
    opened.activateWindow()
    QTest.keyClick(opened, Qt.Key.Key_F6)
    first = QApplication.focusWidget()
    assert first is not None
    QTest.keyClick(opened, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not first
    QTest.keyClick(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first


def test_a_narrow_window_keeps_its_words_in_tooltips(opened: MainWindow, qtbot: QtBot) -> None:
    opened.resize(960, 540)
    assert not opened.top_bar.steps.isVisible()
    assert opened.top_bar.year.text() == "2026 年度 · 自评"
    qtbot.waitUntil(lambda: opened.rail.width() < 60, timeout=TIMEOUT_MS)
    assert opened.rail.lock_button.toolTip() == "锁定  Ctrl+Shift+L"
    opened.resize(1280, 720)
    assert opened.top_bar.steps.isVisible()


def test_the_window_does_not_shrink_below_what_is_supported(window: MainWindow) -> None:
    window.resize(400, 300)
    assert (window.width(), window.height()) == (960, 540)


def test_closing_releases_the_project_and_remembers_the_place(
    opened: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.resize(1111, 666)
    opened.close()
    assert session.project is None
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=TIMEOUT_MS)
    settings = window_settings(tmp_path / "user")
    settings.sync()
    text = (tmp_path / "user" / "window.ini").read_text(encoding="utf-8")
    assert settings.contains("geometry")
    assert "示例" not in text
    assert "miping" not in text


def test_closing_asks_first_when_a_job_runs(
    opened: MainWindow, session: Session, qtbot: QtBot
) -> None:
    Blocker(session)
    opened.close()
    assert opened.isVisible()
    _question(opened).act_button.click()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=TIMEOUT_MS)
    assert session.project is None


def test_the_place_of_the_window_is_taken_up_again(
    opened: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.resize(1111, 666)
    opened.close()
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=TIMEOUT_MS)
    settings = window_settings(tmp_path / "user")
    again = MainWindow(session, QWidget(), settings)
    qtbot.addWidget(again)
    assert again.height() == 666  # the width is cut to that of the small test screen
