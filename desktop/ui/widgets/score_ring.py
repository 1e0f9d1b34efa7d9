"""The ring of the overview: solid 已核对, hatched 材料齐, groove for the rest."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.formats import full_marks_text, points_text
from desktop.ui.tokens import TYPE, Token, TypeStyle
from desktop.ui.widgets.hatching import fill_hatched
from rubric.points import Tenths

_ZERO = Tenths(0)
_HUNDRED = Tenths(1000)
_TOP = 90.0
_WORD_LIFT = 34
_WORD_DROP = 36


@dataclass(frozen=True)
class RingValues:
    """What the ring shows, in tenths of a point.

    Attributes:
        verified: Points of 已核对 criteria, after the cap.
        expected: Points with 材料齐 added; not below `verified`.
        full: What the whole ring stands for.
        target: The user's own 目标分, drawn as one thin tick; None without one.
    """

    verified: Tenths = _ZERO
    expected: Tenths = _ZERO
    full: Tenths = _HUNDRED
    target: Tenths | None = None


class ScoreRing(QWidget):
    """Numbers always stand in the ring; the accessible text says all of them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._values = RingValues()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._take_look)
        self.show_values(self._values)

    def show_values(self, values: RingValues) -> None:
        """Draw other numbers."""
        self._values = values
        words = [
            f"自评得分（预评）：已核对 {points_text(values.verified)}",
            f"预期 {points_text(values.expected)}",
            f"满分 {full_marks_text(values.full)}",
        ]
        if values.target is not None:
            words.append(f"目标分 {points_text(values.target)}")
        self.setAccessibleName("，".join(words))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(self._appearance.measures.ring)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values, colour = self._values, self._appearance.colour
        painter.fillPath(self._segment(_ZERO, values.full), colour(Token.TRACK))
        hatched = self._segment(values.verified, values.expected)
        fill_hatched(painter, hatched, colour(Token.OK), colour(Token.PRI_TINT))
        painter.fillPath(self._segment(_ZERO, values.verified), colour(Token.OK))
        if values.target is not None:
            self._draw_tick(painter, values.target)
        self._draw_words(painter)
        painter.end()

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()

    def _outer(self) -> QRectF:
        side = min(self.width(), self.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def _inner(self) -> QRectF:
        width = self._appearance.px(self._appearance.measures.ring_width)
        return self._outer().adjusted(width, width, -width, -width)

    def _segment(self, start: Tenths, end: Tenths) -> QPainterPath:
        """The part of the ring between two numbers, clockwise from the top."""
        begin, finish = self._angle(start), self._angle(end)
        path = QPainterPath()
        if finish >= begin:
            return path
        path.arcMoveTo(self._outer(), begin)
        path.arcTo(self._outer(), begin, finish - begin)
        path.arcTo(self._inner(), finish, begin - finish)
        path.closeSubpath()
        return path

    def _angle(self, points: Tenths) -> float:
        """Qt's angle of a number: 90 degrees at the top, falling clockwise."""
        full = max(self._values.full, 1)
        return _TOP - 360.0 * min(points, full) / full

    def _draw_tick(self, painter: QPainter, target: Tenths) -> None:
        outer, inner = QPainterPath(), QPainterPath()
        outer.arcMoveTo(self._outer(), self._angle(target))
        inner.arcMoveTo(self._inner(), self._angle(target))
        painter.setPen(QPen(self._appearance.colour(Token.TEXT), 1.5))
        painter.drawLine(outer.currentPosition(), inner.currentPosition())

    def _draw_words(self, painter: QPainter) -> None:
        middle = self._outer().center()
        lift, drop = self._appearance.px(_WORD_LIFT), self._appearance.px(_WORD_DROP)
        rows = (
            (f"满分 {full_marks_text(self._values.full)}", TYPE.compact, Token.TEXT2, -lift),
            (points_text(self._values.verified), TYPE.ring, Token.TEXT, 0),
            ("已核对得分", TYPE.compact, Token.TEXT, drop),
        )
        for text, style, token, offset in rows:
            painter.setFont(self._font(style))
            painter.setPen(self._appearance.colour(token))
            self._draw_centred(painter, text, middle + QPointF(0, offset))

    def _font(self, style: TypeStyle) -> QFont:
        return self._appearance.font(style)

    def _draw_centred(self, painter: QPainter, text: str, middle: QPointF) -> None:
        line = QRectF(0, 0, self.width(), painter.fontMetrics().height())
        line.moveCenter(middle)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
