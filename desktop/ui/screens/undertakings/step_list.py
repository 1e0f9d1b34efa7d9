"""The steps from draft to checked scan, below each other."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.undertakings.content import StepContent, StepMark
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.labels import LabelKind, TextLabel

_SIDE = 24


class StepCircle(QWidget):
    """A tick for what is done, else the number; cinnabar while a seal is waited for."""

    def __init__(self, appearance: Appearance, number: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._number = number
        self._mark = StepMark.LATER
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        appearance.changed.connect(self.updateGeometry)

    def show_mark(self, mark: StepMark) -> None:
        self._mark = mark
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(_SIDE)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._appearance.px(_SIDE)
        circle = QRectF(0.5, 0.5, side - 1, side - 1)
        done = self._mark is StepMark.DONE
        fills = {
            StepMark.DONE: Token.PRI,
            StepMark.NOW: Token.PRI,
            StepMark.SEAL_NOW: Token.SEAL_FILL,
            StepMark.LATER: Token.SURFACE,
        }
        later = self._mark is StepMark.LATER
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Token.OK if done else Token.BORDER
        painter.setPen(QPen(self._appearance.colour(line), 1.5))
        middle = side / 2
        painter.drawLine(QPointF(middle, side + 3), QPointF(middle, self.height() - 3))
        edge = Token.BORDER_STRONG if later else fills[self._mark]
        painter.setPen(QPen(self._appearance.colour(edge), 1))
        painter.setBrush(self._appearance.colour(fills[self._mark]))
        painter.drawEllipse(circle)
        if done:
            self._draw_tick(painter, side)
        else:
            painter.setPen(self._appearance.colour(Token.TEXT2 if later else Token.PRI_ON))
            painter.setFont(self._appearance.font(TYPE.compact))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()

    def _draw_tick(self, painter: QPainter, side: int) -> None:
        small = self._appearance.measures.icon_small
        ratio = self.devicePixelRatioF()
        tick = self._appearance.pixmap(Icon.DONE, Token.PRI_ON, small, ratio)
        inset = (side - self._appearance.px(small)) // 2
        painter.drawPixmap(inset, inset, tick)


class StepRow(QWidget):
    """Number, name and words of one step; `body` takes what is done there."""

    def __init__(self, appearance: Appearance, number: int) -> None:
        super().__init__()
        self._number = number
        self._circle = StepCircle(appearance, number)
        self._name = TextLabel("", LabelKind.STRONG)
        self._words = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self.body = QVBoxLayout()
        measures = appearance.measures
        self.body.setContentsMargins(0, 0, 0, measures.space_16)
        self.body.setSpacing(measures.space_4)
        self.body.addWidget(self._name)
        self.body.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures.space_12)
        row.addWidget(self._circle)
        row.addLayout(self.body, 1)

    def show_step(self, step: StepContent) -> None:
        """Show the step as it is now."""
        self._circle.show_mark(step.mark)
        self._name.setText(step.name)
        self._words.setText(step.words)
        self.setAccessibleName(
            f"第 {self._number} 步，{step.name}，{step.mark.value}。{step.words}"
        )


class StepList(QWidget):
    """All steps."""

    def __init__(self, appearance: Appearance, count: int) -> None:
        super().__init__()
        self.rows = [StepRow(appearance, number) for number in range(1, count + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)

    def show_steps(self, steps: Sequence[StepContent]) -> None:
        """Show every step as it is now."""
        for row, step in zip(self.rows, steps, strict=True):
            row.show_step(step)
