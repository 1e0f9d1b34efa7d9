"""One sentence of some rank with at most one action; it stays until its cause is gone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank


class MessageBar(QFrame):
    """A message in the flow of the page: error, warning, info or good."""

    action_triggered = Signal()

    def __init__(
        self,
        appearance: Appearance,
        rank: Rank,
        text: str,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        measures = appearance.measures
        self.setProperty("kind", "message")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(measures.space_12, 2, measures.space_4, 2)
        layout.setSpacing(measures.space_8)
        self.setMinimumHeight(appearance.px(measures.control + 2))
        self._icon = IconLabel(appearance, rank.icon, rank.token)
        self._text = TextLabel(text, LabelKind.COMPACT, wraps=True, selectable=True)
        self.action_button = ActionButton(appearance, action, ButtonKind.TEXT, compact=True)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.action_button)
        self.action_button.clicked.connect(self.action_triggered)
        self.show_message(rank, text, action)

    @property
    def text(self) -> str:
        return self._text.text()

    def show_message(self, rank: Rank, text: str, action: str = "") -> None:
        """Say something else; screen readers hear it once."""
        set_style_property(self, "rank", rank.value)
        self._icon.show_icon(rank.icon, rank.token)
        self._text.setText(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self.setAccessibleName(f"{rank.word}：{text}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
