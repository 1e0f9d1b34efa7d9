"""One bar for each section: solid 已核对, hatched 材料齐, groove for the rest, numbers beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.formats import full_marks_text, points_text
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.hatching import fill_hatched
from desktop.ui.widgets.labels import LabelKind, TextLabel
from rubric.points import Tenths

_ROW = 30
_LEAST_BAR = 60
_NAME_WIDTH = 112
_NUMBER_WIDTH = 48
_COUNT_WIDTH = 84
_COLUMN_TITLES = (("已核对", _NUMBER_WIDTH), ("预期", _NUMBER_WIDTH), ("满分", _NUMBER_WIDTH))


@dataclass(frozen=True)
class SectionValues:
    """One section in tenths of a point, with its criteria counted.

    Attributes:
        ordinal: 一, 二 … as the checklist numbers its sections.
    """

    ordinal: str
    name: str
    verified: Tenths
    expected: Tenths
    full: Tenths
    verified_count: int
    count: int

    @property
    def sentence(self) -> str:
        """Everything the row shows, for screen readers."""
        return (
            f"{self.ordinal}、{self.name}，已核对 {points_text(self.verified)}，"
            f"预期 {points_text(self.expected)}，满分 {full_marks_text(self.full)}，"
            f"{self.verified_count}/{self.count} 项核对"
        )


class ScoreBar(QWidget):
    """The bar alone."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._parts = (Tenths(0), Tenths(0), Tenths(1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_parts(self, verified: Tenths, expected: Tenths, full: Tenths) -> None:
        """Set the lengths; `full` is the whole groove."""
        self._parts = (verified, expected, Tenths(max(full, 1)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._appearance.px(self._appearance.measures.bar)
        return QSize(height * 10, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(_LEAST_BAR), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._appearance.colour
        verified, expected, full = self._parts
        painter.fillRect(self._part(Tenths(0), full), colour(Token.TRACK))
        if expected > verified:
            hatched = QPainterPath()
            hatched.addRect(self._part(verified, expected))
            fill_hatched(painter, hatched, colour(Token.OK), colour(Token.PRI_TINT))
        painter.fillRect(self._part(Tenths(0), verified), colour(Token.OK))
        painter.end()

    def _part(self, start: Tenths, end: Tenths) -> QRectF:
        full = self._parts[2]
        left = self.width() * min(start, full) / full
        right = self.width() * min(end, full) / full
        return QRectF(left, 0, max(right - left, 0), self.height())


class SectionRow(QAbstractButton):
    """One section as a row that can be clicked or pressed."""

    def __init__(
        self, appearance: Appearance, values: SectionValues, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setText(values.sentence)
        self.setAccessibleName(values.sentence)
        self.setToolTip(f"转到“{values.name}”中第一个未完成的条目")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(appearance.px(_ROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        self._cells = layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_12)
        layout.addWidget(TextLabel(values.ordinal, LabelKind.SECONDARY))
        name = TextLabel(values.name, LabelKind.COMPACT)
        name.setMinimumWidth(appearance.px(_NAME_WIDTH))
        layout.addWidget(name)
        bar = ScoreBar(appearance)
        bar.show_parts(values.verified, values.expected, values.full)
        layout.addWidget(bar, 1)
        self._add_numbers(layout, values)

    @override
    def sizeHint(self) -> QSize:
        return self._cells.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._appearance.colour(Token.ROW_HOVER))
            painter.end()

    def _add_numbers(self, layout: QHBoxLayout, values: SectionValues) -> None:
        cells = (
            (points_text(values.verified), _NUMBER_WIDTH, LabelKind.STRONG),
            (points_text(values.expected), _NUMBER_WIDTH, LabelKind.SECONDARY),
            (full_marks_text(values.full), _NUMBER_WIDTH, LabelKind.SECONDARY),
            (f"{values.verified_count}/{values.count} 项核对", _COUNT_WIDTH, LabelKind.CAPTION),
        )
        for text, width, kind in cells:
            layout.addWidget(_right_label(self._appearance, text, width, kind))


class SectionBars(QWidget):
    """All sections below each other; a click or Enter on one asks to go there."""

    section_activated = Signal(int)
    """Position of the section, from 0."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(self._titles())
        self._rows: list[SectionRow] = []
        self.setAccessibleName("各部分得分")

    @property
    def rows(self) -> tuple[SectionRow, ...]:
        return tuple(self._rows)

    def show_sections(self, sections: Sequence[SectionValues]) -> None:
        """Replace all rows."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self._rows = [SectionRow(self._appearance, values) for values in sections]
        for row in self._rows:
            row.clicked.connect(self._activate_sender)
            self._layout.addWidget(row)

    def _titles(self) -> QHBoxLayout:
        titles = QHBoxLayout()
        titles.setSpacing(self._appearance.measures.space_12)
        titles.addStretch(1)
        for text, width in (*_COLUMN_TITLES, ("", _COUNT_WIDTH)):
            titles.addWidget(_right_label(self._appearance, text, width, LabelKind.CAPTION))
        return titles

    def _activate_sender(self) -> None:
        row = self.sender()
        if isinstance(row, SectionRow):
            self.section_activated.emit(self._rows.index(row))


def _right_label(appearance: Appearance, text: str, width: int, kind: LabelKind) -> TextLabel:
    label = TextLabel(text, kind)
    label.setMinimumWidth(appearance.px(width))
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setFont(appearance.font(TYPE.compact))
    return label
