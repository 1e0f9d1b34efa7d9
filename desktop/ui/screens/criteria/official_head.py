"""The head of the card: where the criterion stands, its official text, its points."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.screens.criteria.card_content import CardContent
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.points_label import PointsLabel
from rubric.points import Tenths


class OfficialHead(QWidget):
    """The text can be marked and copied, never changed."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parents = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self.number = TextLabel("", LabelKind.OFFICIAL)
        self.number.setProperty("tone", "link")
        self.text = TextLabel("", LabelKind.OFFICIAL, wraps=True, selectable=True)
        self.points = PointsLabel(appearance, Tenths(0))
        self._rule = TextLabel("全得或不得", LabelKind.CAPTION)
        self._lay_out(appearance)

    def show_content(self, content: CardContent) -> None:
        """Show another criterion."""
        self.parents.setText(content.parents)
        self.number.setText(content.id)
        self.text.setText(content.official)
        self.text.setAccessibleName(f"{content.id} {content.official}")
        self.points.show_points(content.points)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out 全得或不得, which holds for every criterion."""
        self._rule.setVisible(not compact)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        top = Qt.AlignmentFlag.AlignTop
        marks = QVBoxLayout()
        marks.setSpacing(0)
        marks.addWidget(self.points, 0, top)
        marks.addWidget(self._rule, 0, Qt.AlignmentFlag.AlignRight | top)
        marks.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(measures.space_8)
        line.addWidget(self.number, 0, top)
        line.addWidget(self.text, 1, top)
        line.addSpacing(measures.space_16)
        line.addLayout(marks)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(measures.space_4)
        outer.addWidget(self.parents)
        outer.addLayout(line)
