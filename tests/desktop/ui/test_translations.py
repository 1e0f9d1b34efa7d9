"""Qt's own buttons speak Chinese."""

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot


def test_standard_buttons_are_chinese(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
