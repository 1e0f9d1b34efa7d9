"""Steps of which one is current; it shows and does not switch."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import TYPE, Token

_DOT = 4.0
_LINE = 16
_GAP = 6


class RoundStepper(QWidget):
    """自评 → 园区指导 → 补充 → 正式, the current one solid and bold."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        steps: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = name
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._take_look)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Mark one step as current, from 0; the ones before it are done.

        Raises:
            IndexError: There is no such step.
        """
        word = self._steps[current]
        self._current = current
        self.setAccessibleName(
            f"{self._name}：{word}，第 {current + 1} 步，共 {len(self._steps)} 步"
        )
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        words = sum(self._metrics(index).horizontalAdvance(step) for index, step in self._numbered)
        rest = len(self._steps) * (px(_GAP) * 2 + round(_DOT * 2)) + self._links * px(_LINE)
        return QSize(words + rest, px(self._appearance.measures.control))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = self._appearance.px
        place, middle = _DOT, self.height() / 2
        for index, step in self._numbered:
            self._draw_dot(painter, QPointF(place, middle), index)
            place += _DOT + px(_GAP)
            place = self._draw_word(painter, place, index, step) + px(_GAP)
            if index < self._links:
                painter.setPen(QPen(self._appearance.colour(Token.BORDER_STRONG), 1))
                painter.drawLine(QPointF(place, middle), QPointF(place + px(_LINE) - 4, middle))
                place += px(_LINE) + _DOT
        painter.end()

    @property
    def _numbered(self) -> list[tuple[int, str]]:
        return list(enumerate(self._steps))

    @property
    def _links(self) -> int:
        return len(self._steps) - 1

    def _metrics(self, index: int) -> QFontMetrics:
        font = self._appearance.font(TYPE.compact)
        font.setBold(index == self._current)
        return QFontMetrics(font)

    def _draw_dot(self, painter: QPainter, middle: QPointF, index: int) -> None:
        reached = index <= self._current
        ink = self._appearance.colour(Token.OK if reached else Token.BORDER_STRONG)
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(ink if reached else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _DOT - 0.7, _DOT - 0.7)

    def _draw_word(self, painter: QPainter, place: float, index: int, step: str) -> float:
        """Write one word and say where it ends."""
        is_current = index == self._current
        font = self._appearance.font(TYPE.compact)
        font.setBold(is_current)
        painter.setFont(font)
        painter.setPen(self._appearance.colour(Token.LINK if is_current else Token.TEXT2))
        width = self._metrics(index).horizontalAdvance(step)
        box = QRectF(place, 0, width + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, step)
        return place + width

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()
