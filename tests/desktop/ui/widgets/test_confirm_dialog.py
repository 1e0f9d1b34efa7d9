"""Decisions: safe by default, and nothing happens for Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.confirm_dialog import ConfirmDialog, Question, Scrim

QUESTION = Question("把文件改为“可提交”？", "改后会原样进入申报包。", "改为可提交", "保持内部")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_enter_mean_the_safe_choice(
    key: Qt.Key, window: QWidget, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = ConfirmDialog(appearance, QUESTION, window)
    dialog.open()
    with qtbot.waitSignal(dialog.decided) as waited:
        QTest.keyClick(dialog, key)
    assert waited.args == [False]


def test_the_act_needs_its_own_button(
    window: QWidget, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = ConfirmDialog(appearance, QUESTION, window)
    dialog.open()
    with qtbot.waitSignal(dialog.decided) as waited:
        dialog.act_button.click()
    assert waited.args == [True]


def test_the_window_is_covered_while_the_question_stands(
    window: QWidget, appearance: Appearance, qtbot: QtBot
) -> None:
    dialog = ConfirmDialog(appearance, QUESTION, window)
    dialog.open()
    scrim = window.findChildren(Scrim)[0]
    window.resize(700, 500)
    qtbot.waitUntil(lambda: scrim.size() == window.size())
    dialog.reject()
    assert not scrim.isVisible()


def test_destroying_is_cinnabar(window: QWidget, appearance: Appearance) -> None:
    question = Question("删除备份？", "删除后不能恢复。", "删除备份", "保留", destroys=True)
    dialog = ConfirmDialog(appearance, question, window)
    assert dialog.act_button.property("kind") == "danger"
    assert dialog.safe_button.isDefault()
