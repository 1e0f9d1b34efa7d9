"""Diagonal hatching: it carries the meaning 材料齐 where a shade alone would not."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_GAP = 6.0
_WIDTH = 1.6


def fill_hatched(painter: QPainter, shape: QPainterPath, ink: QColor, ground: QColor) -> None:
    """Fill a shape with lines rising to the right, clipped to it.

    Lines instead of a brush pattern: patterns do not grow with the pixel ratio.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(shape)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, _WIDTH))
    painter.drawLines(_rising_lines(shape.boundingRect()))
    painter.restore()


def _rising_lines(area: QRectF) -> list[QLineF]:
    height = area.height()
    count = int((area.width() + height) / _GAP) + 1
    starts = (area.left() - height + number * _GAP for number in range(count))
    return [QLineF(x, area.bottom(), x + height, area.top()) for x in starts]
