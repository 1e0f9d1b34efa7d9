"""Passwords are hidden, typed without an input method, and Caps Lock is said in words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.password_field import CAPS_LOCK_ON, PasswordField


def _field(appearance: Appearance, qtbot: QtBot) -> PasswordField:
    field = PasswordField(appearance)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.edit.setFocus()
    return field


def test_the_input_method_is_off(appearance: Appearance, qtbot: QtBot) -> None:
    field = _field(appearance, qtbot)
    assert not field.edit.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_eye_shows_and_hides(appearance: Appearance, qtbot: QtBot) -> None:
    field = _field(appearance, qtbot)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "隐藏密码"
    field.edit.clearFocus()
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_told_from_what_is_typed(appearance: Appearance, qtbot: QtBot) -> None:
    field = _field(appearance, qtbot)
    QTest.keyClicks(field.edit, "a")
    assert field.caps_note.text == ""
    QTest.keyClicks(field.edit, "A", Qt.KeyboardModifier.NoModifier)
    assert field.caps_note.text == CAPS_LOCK_ON
    assert field.caps_note.isVisible()
    QTest.keyClick(field.edit, Qt.Key.Key_CapsLock)
    assert not field.caps_note.isVisible()


def test_enter_submits_and_a_wrong_password_stays_marked(
    appearance: Appearance, qtbot: QtBot
) -> None:
    field = _field(appearance, qtbot)
    QTest.keyClicks(field.edit, "abc")
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    field.select_all()
    assert field.edit.selectedText() != ""
    assert field.text() == "abc"
