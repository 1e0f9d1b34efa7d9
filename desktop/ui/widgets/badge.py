"""A word in a small tinted frame."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.rank import Rank


class Badge(QLabel):
    """A badge of 20 px; NEUTRAL is grey, which is also the colour of 内部, the safe level."""

    def __init__(self, text: str, rank: Rank = Rank.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "badge")
        self.setProperty("rank", rank.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_word(self, text: str, rank: Rank) -> None:
        """Change word and colour together."""
        self.setText(text)
        set_style_property(self, "rank", rank.value)
