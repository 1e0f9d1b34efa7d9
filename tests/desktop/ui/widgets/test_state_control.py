"""What a person may state, and how a refused state explains itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.widgets.segmented_control import Segment, SegmentedControl
from desktop.ui.widgets.state_control import StateControl


def test_a_click_tells_the_state(appearance: Appearance, qtbot: QtBot) -> None:
    control = StateControl(appearance)
    qtbot.addWidget(control)
    button = next(b for b in control.findChildren(QToolButton) if b.text() == "已核对")
    with qtbot.waitSignal(control.state_chosen) as waited:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert waited.args == [ResponseState.VERIFIED]
    assert control.state is ResponseState.VERIFIED


def test_showing_a_state_is_silent(appearance: Appearance, qtbot: QtBot) -> None:
    control = StateControl(appearance)
    qtbot.addWidget(control)
    with qtbot.assertNotEmitted(control.state_chosen):
        control.show_state(ResponseState.READY)
    assert control.state is ResponseState.READY


def test_not_due_cannot_be_set_by_hand(appearance: Appearance, qtbot: QtBot) -> None:
    control = StateControl(appearance)
    qtbot.addWidget(control)
    assert "未到期" not in {button.text() for button in control.findChildren(QToolButton)}
    with pytest.raises(KeyError):
        control.show_state(ResponseState.NOT_DUE)


def test_a_refused_state_says_why(appearance: Appearance, qtbot: QtBot) -> None:
    control = StateControl(appearance)
    qtbot.addWidget(control)
    button = next(b for b in control.findChildren(QToolButton) if b.text() == "已核对")
    control.refuse(ResponseState.VERIFIED, "核对须由他人确认")
    assert not button.isEnabled()
    assert button.toolTip() == "核对须由他人确认"
    control.refuse(ResponseState.VERIFIED, "")
    assert button.isEnabled()


def test_arrows_move_the_choice_past_disabled_ones(appearance: Appearance, qtbot: QtBot) -> None:
    control = SegmentedControl(appearance, "排序", [Segment(key, key) for key in "abc"])
    qtbot.addWidget(control)
    control.button("b").setEnabled(False)
    with qtbot.waitSignal(control.chosen) as waited:
        QTest.keyClick(control, Qt.Key.Key_Right)
    assert waited.args == ["c"]
    QTest.keyClick(control, Qt.Key.Key_Left)
    assert control.current == "a"


def test_more_than_five_segments_are_refused(appearance: Appearance) -> None:
    with pytest.raises(ValueError, match="6"):
        SegmentedControl(appearance, "太多", [Segment(key, key) for key in "abcdef"])
