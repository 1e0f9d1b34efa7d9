"""Message bars, toasts, empty states and field notes."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.resources import Icon
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.toast import SHOWN_MS, Toast


@pytest.mark.parametrize("rank", list(Rank))
def test_a_message_says_its_rank_in_words(rank: Rank, appearance: Appearance, qtbot: QtBot) -> None:
    bar = MessageBar(appearance, rank, "上次备份在 8 天前。")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == f"{rank.word}：上次备份在 8 天前。"
    assert bar.action_button.isHidden()


def test_the_action_of_a_message_is_told(appearance: Appearance, qtbot: QtBot) -> None:
    bar = MessageBar(appearance, Rank.WARNING, "上次备份在 8 天前。", "现在备份")
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.action_triggered):
        bar.action_button.click()


def test_markup_in_a_message_is_shown_as_it_is(appearance: Appearance, qtbot: QtBot) -> None:
    bar = MessageBar(appearance, Rank.ERROR, "<b>示例</b>.pdf")
    qtbot.addWidget(bar)
    assert bar.text == "<b>示例</b>.pdf"


@pytest.fixture
def toast(appearance: Appearance, qtbot: QtBot) -> Toast:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    made = Toast(appearance, window)
    made.setProperty("keeps", window)
    return made


def test_a_toast_goes_after_six_seconds_unless_hovered(
    toast: Toast, qapp: MipingApplication
) -> None:
    toast.show_text("已关联")
    assert toast.isVisible()
    assert toast.timer.interval() == SHOWN_MS == 6000
    point = QPointF(1, 1)
    qapp.sendEvent(toast, QEnterEvent(point, point, point))
    assert not toast.timer.isActive()
    qapp.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()
    toast.timer.timeout.emit()
    assert not toast.isVisible()


def test_undo_is_told_once_and_the_toast_goes(toast: Toast, qtbot: QtBot) -> None:
    toast.show_text("已关联")
    with qtbot.waitSignal(toast.undo_requested):
        toast.action_button.click()
    assert not toast.isVisible()


def test_a_toast_lies_inside_its_window(toast: Toast, qtbot: QtBot) -> None:
    toast.show_text("已把 3 个文件关联到 4.2.1")
    window = toast.parentWidget()
    assert window is not None
    assert window.rect().contains(toast.geometry())
    window.resize(700, 500)
    qtbot.waitUntil(lambda: window.rect().contains(toast.geometry()) and toast.y() > 400)


def test_an_empty_list_says_what_to_do_first(appearance: Appearance, qtbot: QtBot) -> None:
    empty = EmptyState(appearance, Icon.FOLDER_OPEN, "还没有证据", "从通知开始", "导入文件")
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "还没有证据。从通知开始"
    with qtbot.waitSignal(empty.action_triggered):
        empty.action_button.click()


def test_a_field_names_its_editor_and_says_its_error(appearance: Appearance, qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = Field(appearance, "收文单位", editor)
    qtbot.addWidget(field)
    assert editor.accessibleName() == "收文单位"
    field.show_error("请填写收文单位")
    assert editor.property("state") == "invalid"
    assert editor.accessibleDescription() == field.note.text == "请填写收文单位"
    field.show_error("")
    assert editor.property("state") == ""
    assert field.note.isHidden()
