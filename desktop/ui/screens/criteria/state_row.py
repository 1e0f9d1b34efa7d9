"""How far the criterion is, and why it scores what it scores."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.screens.criteria.card_content import CardContent
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.state_control import StateControl


class StateRow(QWidget):
    """未到期 takes the place of the choice: it follows from the year and nobody states it."""

    state_chosen = Signal(object)
    """A ResponseState."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = StateControl(appearance)
        self.waiting = MessageBar(appearance, Rank.INFO, "")
        self.waiting.hide()
        self.reason = TextLabel("", LabelKind.SECONDARY, wraps=True, selectable=True)
        row = QHBoxLayout()
        row.addWidget(self.control)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(appearance.measures.space_4)
        outer.addLayout(row)
        outer.addWidget(self.waiting)
        outer.addWidget(self.reason)
        self.control.state_chosen.connect(self.state_chosen)

    def show_content(self, content: CardContent) -> None:
        """Show another criterion, or a newer state of the same one."""
        self.control.setVisible(not content.waiting)
        self.waiting.setVisible(bool(content.waiting))
        if content.waiting:
            self.waiting.show_message(Rank.WARNING, f"未到期：{content.waiting}")
        else:
            self.control.show_state(content.state)
        for state in (ResponseState.READY, ResponseState.VERIFIED):
            held = content.state is not state and bool(content.readiness)
            self.control.refuse(state, content.readiness if held else "")
        self.reason.setText(content.reason)
        self.reason.setAccessibleName(f"得分说明：{content.reason}")

    def set_read_only(self, *, read_only: bool) -> None:
        self.control.setEnabled(not read_only)
