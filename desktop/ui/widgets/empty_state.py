"""What a list says when it is empty: an icon, a sentence, what to do first, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel


class EmptyState(QFrame):
    """Fills the place of the list; `is_primary` when no other primary button is in view."""

    action_triggered = Signal()

    def __init__(
        self,
        appearance: Appearance,
        icon: Icon,
        sentence: str,
        hint: str = "",
        action: str = "",
        *,
        is_primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "empty")
        self.setAccessibleName(f"{sentence}。{hint}" if hint else sentence)
        measures = appearance.measures
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(measures.space_24,) * 4)
        layout.setSpacing(measures.space_8)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(1)
        layout.addWidget(IconLabel(appearance, icon, Token.TEXT3, measures.icon_large), 0, centre)
        for text, kind in ((sentence, LabelKind.HEADING), (hint, LabelKind.SECONDARY)):
            if text:
                label = TextLabel(text, kind, wraps=True)
                label.setAlignment(centre)
                layout.addWidget(label)
        rank = ButtonKind.PRIMARY if is_primary else ButtonKind.SECONDARY
        self.action_button = ActionButton(appearance, action, rank)
        self.action_button.setVisible(bool(action))
        layout.addWidget(self.action_button, 0, centre)
        layout.addStretch(1)
        self.action_button.clicked.connect(self.action_triggered)
