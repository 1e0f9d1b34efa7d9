"""Labels, buttons, cards and tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.resources import Icon
from desktop.ui.theme import TextScale, ThemeChoice
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, TextLabel
from desktop.ui.widgets.table_view import DataTable


@pytest.mark.usefixtures("appearance")
def test_a_long_name_is_shortened_and_whole_in_the_tooltip(qtbot: QtBot) -> None:
    name = "示例公司商业秘密保护管理办法" * 4 + ".pdf"
    label = ElidedLabel(name, elide=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.resize(200, 30)
    label.show()
    assert "…" in label.shown_text()
    assert label.shown_text().endswith("pdf")
    assert label.toolTip() == name
    label.setText("短.pdf")
    assert label.shown_text() == "短.pdf"
    assert label.toolTip() == ""


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    label = TextLabel("<i>示例</i>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_buttons_have_the_heights_of_the_tokens(appearance: Appearance, qtbot: QtBot) -> None:
    for compact, height in ((False, 32), (True, 28)):
        button = ActionButton(appearance, "保存", ButtonKind.PRIMARY, compact=compact)
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() == height


def test_an_icon_button_is_a_large_enough_target_with_a_name(
    appearance: Appearance, qtbot: QtBot
) -> None:
    button = IconButton(appearance, Icon.PRINT, "打印", key="Ctrl+P")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.accessibleName() == "打印"
    assert "Ctrl+P" in button.toolTip()
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 28


def test_icons_follow_the_theme(
    qapp: MipingApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    label = IconLabel(appearance, Icon.LOCK)
    qtbot.addWidget(label)
    before = label.pixmap().toImage()
    qapp.set_look(ThemeChoice.DARK, TextScale.NORMAL)
    assert label.pixmap().toImage() != before
    qapp.set_look(ThemeChoice.DARK, TextScale.HUGE)
    assert label.width() == 26


def test_a_chosen_card_is_marked(appearance: Appearance, qtbot: QtBot) -> None:
    card = Card(appearance, "承诺书")
    qtbot.addWidget(card)
    card.set_selected(selected=True)
    assert card.property("state") == "selected"
    card.set_selected(selected=False)
    assert card.property("state") == ""


def test_tab_leaves_a_table_and_enter_activates_its_row(
    appearance: Appearance, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    model = QStandardItemModel(window)
    for word in ("一", "二"):
        model.appendRow([QStandardItem(word), QStandardItem("5.0")])
    table, after = DataTable(appearance, "待办"), QLineEdit()
    table.setModel(model)
    layout = QVBoxLayout(window)
    layout.addWidget(table)
    layout.addWidget(after)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    table.setFocus()
    table.selectRow(1)
    with qtbot.waitSignal(table.activated) as waited:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert waited.args is not None
    assert waited.args[0].row() == 1
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert table.rowHeight(0) == 36


def test_column_widths_can_be_remembered(appearance: Appearance, qtbot: QtBot) -> None:
    table = DataTable(appearance, "待办")
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 3, table))
    table.set_column_widths((120, 80))
    assert table.column_widths()[:2] == (120, 80)
