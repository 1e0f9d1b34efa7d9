"""Three things that a person confirms on the stamped paper before 已核对."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.widgets.buttons import ActionButton
from desktop.ui.widgets.labels import LabelKind, TextLabel

CONFIRMATIONS = (
    "公章清晰，不是专用章",
    "法定代表人亲笔签字",
    "日期与正文一致",
)


class CheckPart(QWidget):
    """The button stays in place and says why it is disabled."""

    verify_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._obstacle = ""
        self.boxes = [QCheckBox(text) for text in CONFIRMATIONS]
        self.button = ActionButton(appearance, "标为已核对", icon=Icon.CHECKED, compact=True)
        self._reason = TextLabel("", LabelKind.CAPTION, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for box in self.boxes:
            column.addWidget(box)
            box.toggled.connect(self._refresh)
        column.addSpacing(appearance.measures.space_4)
        column.addWidget(self.button)
        column.addWidget(self._reason)
        self.button.clicked.connect(self.verify_requested)
        self._refresh()

    @property
    def reason(self) -> str:
        """Why the button is disabled; empty when it is not."""
        return self._reason.text()

    def show_obstacle(self, obstacle: str) -> None:
        """Say what else stands against it."""
        self._obstacle = obstacle
        for box in self.boxes:
            box.setEnabled(not obstacle)
        self._refresh()

    def clear(self) -> None:
        """Take the ticks out: another paper or another scan has to be looked at."""
        for box in self.boxes:
            box.setChecked(False)

    def _refresh(self) -> None:
        left = sum(not box.isChecked() for box in self.boxes)
        reason = self._obstacle or (f"还有 {left} 项未确认。" if left else "")
        self.button.setEnabled(not reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
