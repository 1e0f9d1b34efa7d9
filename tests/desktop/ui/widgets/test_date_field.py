"""Dates by typing and by calendar."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.date_field import DateField, date_error_sentence


@pytest.mark.parametrize(
    "typed", ["2026-3-5", "2026.3.5", "2026年3月5日", "20260305", " 2026/3/5 "]
)
def test_usual_forms_are_understood_when_the_field_is_left(
    typed: str, appearance: Appearance, qtbot: QtBot
) -> None:
    field = DateField(appearance)
    qtbot.addWidget(field)
    field.setText(typed)
    with qtbot.waitSignal(field.date_changed) as waited:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert waited.args == [date(2026, 3, 5)]
    assert field.text() == "2026-03-05"


@pytest.mark.parametrize("typed", ["3-5", "2026-13-02", "2026-02-30", "明天"])
def test_what_is_no_date_stays_as_typed_and_is_marked(
    typed: str, appearance: Appearance, qtbot: QtBot
) -> None:
    field = DateField(appearance)
    qtbot.addWidget(field)
    field.setText(typed)
    with qtbot.assertNotEmitted(field.date_changed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == typed
    assert not field.is_valid
    assert field.day is None
    assert field.property("state") == "invalid"
    assert typed in date_error_sentence(field)


def test_an_emptied_field_is_no_date_and_no_error(appearance: Appearance, qtbot: QtBot) -> None:
    field = DateField(appearance)
    qtbot.addWidget(field)
    field.show_day(date(2026, 3, 5))
    field.clear()
    with qtbot.waitSignal(field.date_changed) as waited:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert waited.args == [None]
    assert field.is_valid
    assert date_error_sentence(field) == ""


def test_the_calendar_fills_the_field(appearance: Appearance, qtbot: QtBot) -> None:
    field = DateField(appearance)
    qtbot.addWidget(field)
    field.show()
    field.show_day(date(2026, 11, 23))
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.popup.isVisible()
    assert field.popup.calendar.selectedDate() == QDate(2026, 11, 23)
    with qtbot.waitSignal(field.date_changed) as waited:
        field.popup.calendar.clicked.emit(QDate(2026, 11, 20))
    assert waited.args == [date(2026, 11, 20)]
    assert not field.popup.isVisible()


def test_finishing_without_a_change_is_silent(appearance: Appearance, qtbot: QtBot) -> None:
    field = DateField(appearance)
    qtbot.addWidget(field)
    field.show_day(date(2026, 3, 5))
    with qtbot.assertNotEmitted(field.date_changed):
        QTest.keyClick(field, Qt.Key.Key_Return)
