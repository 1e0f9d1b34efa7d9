"""A date by typing or by calendar; it never guesses a year."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.dates import parse_date
from desktop.ui.appearance import Appearance
from desktop.ui.formats import date_text
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.dynamic_property import set_style_property

ACCEPTED_FORMS = "可写作 2026-03-05、2026.3.5、2026年3月5日 或 20260305"


class CalendarPopup(QFrame):
    """A month to pick from; Esc closes it without a choice."""

    picked = Signal(object)
    """A date."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName("选择日期")
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._dress(appearance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)

    def open_at(self, day: date | None, place: QPoint) -> None:
        """Show the month of `day`, or the calendar's own present one."""
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.move(place)
        self.show()
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))

    def _dress(self, appearance: Appearance) -> None:
        icons = {"qt_calendar_prevmonth": Icon.CHEVRON_LEFT, "qt_calendar_nextmonth": Icon.EXPAND}
        names = {"qt_calendar_prevmonth": "上个月", "qt_calendar_nextmonth": "下个月"}
        for object_name, icon in icons.items():
            button = self.calendar.findChild(QToolButton, object_name)
            if isinstance(button, QToolButton):
                button.setIcon(appearance.icon(icon))
                button.setAccessibleName(names[object_name])
        plain = QTextCharFormat()
        plain.setForeground(appearance.colour(Token.TEXT))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)


class DateField(QLineEdit):
    """Shows 2026-03-05; checks when left, keeps what was typed when it is no date.

    `date_changed` carries a date or None after each change that the user finished.
    """

    date_changed = Signal(object)
    validity_changed = Signal(bool)

    def __init__(
        self, appearance: Appearance, name: str = "日期", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._day: date | None = None
        self._is_valid = True
        self.setAccessibleName(name)
        self.setToolTip(ACCEPTED_FORMS)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        self.popup = CalendarPopup(appearance, self)
        self.popup.picked.connect(self._take_picked)
        self._action = self.addAction(
            appearance.icon(Icon.CALENDAR), QLineEdit.ActionPosition.TrailingPosition
        )
        self._action.setToolTip("打开日历  Alt+↓")
        self._action.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._finish)
        appearance.changed.connect(self._take_look)

    @property
    def day(self) -> date | None:
        """The last valid date; None while empty or invalid."""
        return self._day if self._is_valid else None

    @property
    def is_valid(self) -> bool:
        """Whether the field is empty or holds a date."""
        return self._is_valid

    def show_day(self, day: date | None) -> None:
        """Set the date without telling anybody."""
        self._day = day
        self.setText("" if day is None else date_text(day))
        self._set_valid(valid=True)

    def open_calendar(self) -> None:
        """Open the popup under the field."""
        self.popup.open_at(self.day, self.mapToGlobal(QPoint(0, self.height() + 2)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.modifiers() is Qt.KeyboardModifier.AltModifier
        if alt_down and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        text = self.text().strip()
        try:
            day = parse_date(text) if text else None
        except ValueError:
            self._set_valid(valid=False)
            return
        self.setText("" if day is None else date_text(day))
        changed = day != self._day or not self._is_valid
        self._day = day
        self._set_valid(valid=True)
        if changed:
            self.date_changed.emit(day)

    def _take_picked(self, day: date) -> None:
        self.setText(date_text(day))
        self._finish()
        self.setFocus()

    def _set_valid(self, *, valid: bool) -> None:
        set_style_property(self, "state", "" if valid else "invalid")
        if valid != self._is_valid:
            self._is_valid = valid
            self.validity_changed.emit(valid)

    def _take_look(self) -> None:
        self._action.setIcon(self._appearance.icon(Icon.CALENDAR))


def date_error_sentence(field: DateField) -> str:
    """What is wrong with the text of a field, for the note below it; empty when nothing is."""
    return "" if field.is_valid else f"“{field.text()}”不是日期。{ACCEPTED_FORMS}。"
