"""A short word about a done thing that can be undone; never for errors."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel

SHOWN_MS = 6_000
_LIFT = 44


class Toast(QFrame):
    """Lies over the foot of its window for six seconds; hovering or focusing it stops the clock.

    One per window: a new word replaces the old one.
    """

    undo_requested = Signal()

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = TextLabel("", LabelKind.ON_TIP)
        self.action_button = ActionButton(appearance, "撤销", ButtonKind.TOAST, compact=True)
        layout = QHBoxLayout(self)
        space = appearance.measures.space_8
        layout.setContentsMargins(appearance.measures.space_12, space, space, space)
        layout.addWidget(IconLabel(appearance, Icon.CHECKED, Token.TIP_ON, filled=True))
        layout.addWidget(self._text)
        layout.addSpacing(appearance.measures.space_24)
        layout.addWidget(self.action_button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_MS)
        self.timer.timeout.connect(self.hide)
        self.action_button.clicked.connect(self._undo)
        self.action_button.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, action: str = "撤销") -> None:
        """Say that something is done; without `action` there is nothing to undo."""
        self._text.setText(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._restart()
        super().leaveEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self._window:
            self._place()
        elif kind is QEvent.Type.FocusIn and watched is self.action_button:
            self.timer.stop()
        elif kind is QEvent.Type.FocusOut and watched is self.action_button:
            self._restart()
        return super().eventFilter(watched, event)

    def _undo(self) -> None:
        self.timer.stop()
        self.hide()
        self.undo_requested.emit()

    def _restart(self) -> None:
        if self.isVisible() and not self.action_button.hasFocus():
            self.timer.start()

    def _place(self) -> None:
        self.adjustSize()
        area = self._window.rect()
        left = (area.width() - self.width()) // 2
        self.move(max(left, 0), area.height() - self.height() - self._appearance.px(_LIFT))
