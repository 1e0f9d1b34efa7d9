"""A small sample of a chart's filling, beside the word that explains it."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import Token
from desktop.ui.widgets.hatching import fill_hatched

_SIDE = 12


class FillKind(StrEnum):
    """Solid 已核对, hatched 材料齐, groove for the rest."""

    SOLID = "solid"
    HATCHED = "hatched"
    GROOVE = "groove"


class Swatch(QWidget):
    """Decoration: the word stands beside it."""

    def __init__(
        self, appearance: Appearance, kind: FillKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(_SIDE)
        return QSize(side, side + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._appearance.px(_SIDE)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        match self._kind:
            case FillKind.SOLID:
                painter.fillRect(box, self._appearance.colour(Token.OK))
            case FillKind.GROOVE:
                painter.fillRect(box, self._appearance.colour(Token.TRACK))
            case FillKind.HATCHED:
                path = QPainterPath()
                path.addRect(box)
                ink = self._appearance.colour(Token.OK)
                fill_hatched(painter, path, ink, self._appearance.colour(Token.PRI_TINT))
        painter.end()
