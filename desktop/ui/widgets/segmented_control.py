"""Up to five exclusive choices side by side, one word each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token

MOST = 5


@dataclass(frozen=True)
class Segment:
    """One choice: a stable key, a word, and an icon that belongs to the word."""

    key: str
    word: str
    icon: Icon | None = None
    token: Token = Token.TEXT2
    filled: bool = False


class SegmentedControl(QWidget):
    """Tab reaches the chosen segment, left and right arrows move the choice.

    `chosen` is emitted for the user's acts alone, not for `choose`.
    """

    chosen = Signal(str)
    """Key of the segment."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        segments: Sequence[Segment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if not 1 < len(segments) <= MOST:
            raise ValueError(len(segments))
        self._appearance = appearance
        self._segments = tuple(segments)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for position, segment in enumerate(self._segments):
            layout.addWidget(self._make_button(segment, position))
        layout.addStretch(1)
        self.choose(self._segments[0].key)
        appearance.changed.connect(self._take_look)
        self._take_look()

    @property
    def current(self) -> str:
        """Key of the chosen segment."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose a segment without telling anybody."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QToolButton:
        """The button of one segment, for its tooltip or to disable it."""
        return self._buttons[key]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move_choice(step)

    def _move_choice(self, step: int) -> None:
        keys = [segment.key for segment in self._segments]
        place = keys.index(self.current) + step
        while 0 <= place < len(keys):
            button = self._buttons[keys[place]]
            if button.isEnabled():
                button.setFocus()
                button.click()
                return
            place += step

    def _make_button(self, segment: Segment, position: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(segment.word)
        button.setAccessibleName(f"{self.accessibleName()}：{segment.word}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("kind", "segment")
        last = len(self._segments) - 1
        place = {0: "first", last: "last"}.get(position, "middle")
        button.setProperty("place", place)
        if segment.icon is not None:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._group.addButton(button)
        self._buttons[segment.key] = button
        button.clicked.connect(self._tell_sender)
        return button

    def _tell_sender(self) -> None:
        sender = self.sender()
        for key, button in self._buttons.items():
            if button is sender:
                self.chosen.emit(key)

    def _take_look(self) -> None:
        small = self._appearance.measures.icon_small
        side = self._appearance.px(small)
        for segment in self._segments:
            if segment.icon is not None:
                button = self._buttons[segment.key]
                button.setIcon(
                    self._appearance.icon(segment.icon, segment.token, small, filled=segment.filled)
                )
                button.setIconSize(QSize(side, side))
