"""The four rounds in a row: shows where the application stands, switches nothing."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.domain.assessment import Round
from desktop.ui.appearance import Appearance
from desktop.ui.tokens import TYPE, Token, TypeStyle

_DOT = 4
_LINE = 16
_GAP = 6
_CURRENT = TypeStyle(TYPE.body.size, bold=True)


class RoundSteps(QWidget):
    """自评 — 园区指导 — 补充 — 正式, the present one marked by dot, weight and name."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = tuple(item.value for item in Round)
        self._position = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        appearance.changed.connect(self._take_look)
        self.show_position(0)

    def show_position(self, position: int) -> None:
        """Mark one round, counted from 0."""
        self._position = position
        self.setAccessibleName(f"轮次：{self._words[position]}，第 {position + 1} / 4 轮")
        self.setToolTip(f"当前轮次：{self._words[position]}")
        self._take_look()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        words = sum(self._width(index) for index in range(len(self._words)))
        gaps = len(self._words) * (2 * px(_DOT) + px(_GAP))
        lines = (len(self._words) - 1) * (px(_LINE) + 2 * px(_GAP))
        return QSize(words + gaps + lines + 4, px(self._appearance.measures.row))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, colour = self._appearance.px, self._appearance.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 2.0, self.height() / 2
        for index, word in enumerate(self._words):
            if index:
                painter.setPen(QPen(colour(Token.BORDER_STRONG), 1))
                painter.drawLine(QPointF(left, middle), QPointF(left + px(_LINE), middle))
                left += px(_LINE) + px(_GAP)
            here = index == self._position
            painter.setPen(QPen(colour(Token.OK if here else Token.TEXT3), 1.5))
            painter.setBrush(colour(Token.OK) if here else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(left + px(_DOT), middle), px(_DOT), px(_DOT))
            left += 2 * px(_DOT) + px(_GAP)
            painter.setFont(self._appearance.font(_CURRENT if here else TYPE.body))
            painter.setPen(colour(Token.LINK if here else Token.TEXT2))
            metrics = painter.fontMetrics()
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, baseline), word)
            left += self._width(index) + px(_GAP)
        painter.end()

    def _width(self, index: int) -> int:
        style = _CURRENT if index == self._position else TYPE.body
        return QFontMetrics(self._appearance.font(style)).horizontalAdvance(self._words[index])

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()
