"""The year as two half-years with records as dots, plans as open dots and today as a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.rank import Rank

_SECOND_HALF = 7
_MONTHS = 12
_HEAD = 24
_BLOCK = 32
_DOT = 4.0
_HALF_WORDS = ("上半年", "下半年")
_FILLS = {
    Rank.GOOD: (Token.PRI_TINT, Token.PRI_SOFT, Token.LINK),
    Rank.WARNING: (Token.WARN_TINT, Token.WARN_LINE, Token.WARN),
    Rank.ERROR: (Token.SEAL_TINT, Token.SEAL_LINE, Token.SEAL),
    Rank.INFO: (Token.INFO_TINT, Token.INFO_LINE, Token.INFO),
    Rank.NEUTRAL: (Token.SURFACE, Token.BORDER, Token.TEXT2),
}


@dataclass(frozen=True)
class HalfYear:
    """What is said of one half: a rank and words such as 已完成 or 已过，无法补记."""

    rank: Rank
    words: str


@dataclass(frozen=True)
class StripMark:
    """One day of the strip; a plan lies ahead and scores nothing."""

    day: date
    is_plan: bool = False


@dataclass(frozen=True)
class StripValues:
    """One evaluation year.

    Attributes:
        today: None when today lies outside of the year.
    """

    year: int
    halves: tuple[HalfYear, HalfYear]
    marks: Sequence[StripMark]
    today: date | None

    @property
    def sentence(self) -> str:
        """The strip in words."""
        parts = [f"{word}{half.words}" for word, half in zip(_HALF_WORDS, self.halves, strict=True)]
        parts += [
            f"{mark.day.isoformat()} {'计划' if mark.is_plan else '记录'}" for mark in self.marks
        ]
        return f"{self.year} 年度：" + "，".join(parts)


class HalfYearStrip(QWidget):
    """Painted; everything it tells is also in its accessible name."""

    def __init__(
        self, appearance: Appearance, values: StripValues, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._values = values
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._take_look)
        self.show_values(values)

    def show_values(self, values: StripValues) -> None:
        self._values = values
        self.setAccessibleName(values.sentence)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_BLOCK * 12), px(_HEAD + _BLOCK) + 4)

    def day_position(self, day: date) -> float:
        """Where a day lies, in pixels from the left edge."""
        first = date(self._values.year, 1, 1)
        length = (date(self._values.year + 1, 1, 1) - first).days
        return self.width() * ((day - first).days + 0.5) / length

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._appearance.font(TYPE.caption))
        self._draw_months(painter)
        for index, half in enumerate(self._values.halves):
            self._draw_half(painter, index, half)
        for mark in self._values.marks:
            self._draw_mark(painter, mark)
        if self._values.today is not None:
            self._draw_today(painter, self._values.today)
        painter.end()

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()

    def _month_start(self, month: int) -> float:
        year = self._values.year + (month > _MONTHS)
        first = date(self._values.year, 1, 1)
        length = (date(self._values.year + 1, 1, 1) - first).days
        start = date(year, 1 if month > _MONTHS else month, 1)
        return self.width() * (start - first).days / length

    def _draw_months(self, painter: QPainter) -> None:
        head = self._appearance.px(_HEAD)
        for month in range(1, _MONTHS + 1):
            left = self._month_start(month)
            box = QRectF(left + 4, 0, self._month_start(month + 1) - left - 4, head)
            painter.setPen(self._appearance.colour(Token.TEXT2))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, f"{month}月")

    def _draw_half(self, painter: QPainter, index: int, half: HalfYear) -> None:
        fill, line, ink = (self._appearance.colour(token) for token in _FILLS[half.rank])
        left = self._month_start(1 + index * (_SECOND_HALF - 1))
        right = self._month_start(_SECOND_HALF + index * (_SECOND_HALF - 1))
        box = self._block(left + 1.5, right - 1.5)
        pen = QPen(line, 1)
        if half.rank is Rank.WARNING:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(fill)
        radius = self._appearance.measures.radius_control
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(ink)
        words = f"{_HALF_WORDS[index]} {half.words}"
        painter.drawText(box.adjusted(10, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _block(self, left: float, right: float) -> QRectF:
        top = self._appearance.px(_HEAD) + 0.5
        return QRectF(left, top, right - left, self._appearance.px(_BLOCK))

    def _draw_mark(self, painter: QPainter, mark: StripMark) -> None:
        ink = self._appearance.colour(Token.WARN if mark.is_plan else Token.OK)
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if mark.is_plan else ink)
        middle = QPointF(self.day_position(mark.day), self._block(0, 0).center().y())
        painter.drawEllipse(middle, _DOT, _DOT)

    def _draw_today(self, painter: QPainter, today: date) -> None:
        place = self.day_position(today)
        block = self._block(0, 0)
        painter.setPen(QPen(self._appearance.colour(Token.TEXT), 1.5))
        painter.drawLine(QPointF(place, block.top() - 4), QPointF(place, block.bottom() + 2))
        words = painter.fontMetrics().boundingRect("今天").width() + 10
        box = QRectF(0, 2, words, self._appearance.px(_HEAD) - 6)
        box.moveLeft(min(max(place - words / 2, 0), self.width() - words))
        painter.setBrush(self._appearance.colour(Token.TIP))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(self._appearance.colour(Token.TIP_ON))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "今天")
