"""A framed surface with an optional heading row."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.labels import LabelKind, TextLabel


class SeparatorLine(QFrame):
    """One line of one pixel in the colour of borders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setFixedHeight(1)


class Card(QFrame):
    """A card: `header` takes widgets right of the title, `body` is the layout of the content."""

    def __init__(
        self, appearance: Appearance, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        measures = appearance.measures
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.header = QHBoxLayout()
        if title:
            side = measures.space_16
            self.header.setContentsMargins(side, 0, side, 0)
            self.header.setSpacing(measures.space_8)
            self.title = TextLabel(title, LabelKind.HEADING)
            self.title.setMinimumHeight(appearance.px(measures.card_header))
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            outer.addLayout(self.header)
            outer.addWidget(SeparatorLine())
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        padding = measures.space_16
        self.body.setContentsMargins(padding, measures.space_12, padding, padding)
        self.body.setSpacing(measures.space_8)
        outer.addLayout(self.body, 1)

    def set_selected(self, *, selected: bool) -> None:
        """Show the card as the chosen one of several."""
        set_style_property(self, "state", "selected" if selected else "")
