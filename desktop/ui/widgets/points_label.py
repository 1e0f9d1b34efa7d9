"""Points of one criterion: a large figure and the word 分."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.formats import points_text
from desktop.ui.widgets.labels import LabelKind, TextLabel
from rubric.points import Tenths


class PointsLabel(QWidget):
    """Points with one decimal; figures keep to the right edge so that columns line up."""

    def __init__(
        self,
        appearance: Appearance,
        points: Tenths,
        kind: LabelKind = LabelKind.POINTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_4)
        self._figure = TextLabel("", kind)
        self._unit = TextLabel("分", LabelKind.SECONDARY)
        layout.addStretch(1)
        layout.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        self.show_points(points)

    def show_points(self, points: Tenths) -> None:
        self._figure.setText(points_text(points))
        self.setAccessibleName(f"{points_text(points)} 分")
