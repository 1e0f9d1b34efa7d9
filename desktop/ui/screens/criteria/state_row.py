"""How far the criterion is, and why it scores what it scores."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.screens.criteria.card_content import CardContent
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.state_control import StateControl

_REASON_LEAST: Final = 110


class StateRow(QWidget):
    """未到期 takes the place of the choice: it follows from the year and nobody states it."""

    state_chosen = Signal(object)
    """A ResponseState."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.control = StateControl(appearance)
        self.waiting = MessageBar(appearance, Rank.INFO, "")
        self.waiting.hide()
        self.reason = TextLabel("", LabelKind.SECONDARY, wraps=True, selectable=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.control)
        self._row.addWidget(self.reason, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(appearance.measures.space_4)
        outer.addLayout(self._row)
        outer.addWidget(self.waiting)
        self.control.state_chosen.connect(self.state_chosen)

    def show_content(self, content: CardContent) -> None:
        """Show another criterion, or a newer state of the same one."""
        self.control.setVisible(not content.waiting)
        self.reason.setVisible(not content.waiting)
        self.waiting.setVisible(bool(content.waiting))
        if content.waiting:
            self.waiting.show_message(Rank.WARNING, f"{content.reason}{content.waiting}")
        else:
            self.control.show_state(content.state)
        for state in (ResponseState.READY, ResponseState.VERIFIED):
            held = content.state is not state and bool(content.readiness)
            self.control.refuse(state, content.readiness if held else "")
        self.reason.setText(content.reason)
        self.reason.setAccessibleName(f"得分说明：{content.reason}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the reason beside the choice where it has room, else below."""
        super().resizeEvent(event)
        room = self.width() - self.control.sizeHint().width()
        beside = room >= self._appearance.px(_REASON_LEAST)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        measures = self._appearance.measures
        self._row.setSpacing(measures.space_12 if beside else measures.space_4)

    def set_read_only(self, *, read_only: bool) -> None:
        self.control.setEnabled(not read_only)
