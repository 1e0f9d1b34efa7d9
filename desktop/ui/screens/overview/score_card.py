"""Both scores with the ring, their parts in words, and the cap."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.formats import points_text
from desktop.ui.resources import Icon
from desktop.ui.screens.overview.content import ScoreContent, ScoreLine
from desktop.ui.tokens import Token
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.card import Card, SeparatorLine
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.score_ring import RingValues, ScoreRing
from desktop.ui.widgets.swatch import FillKind, Swatch

PHRASE = "自评得分（预评）"


class ScoreFigure(QWidget):
    """One of the two numbers: what it counts, its parts below, the figure at the right."""

    def __init__(self, appearance: Appearance, name: str, remark: str, fill: FillKind) -> None:
        super().__init__()
        self._name = name
        self.figure = TextLabel("", LabelKind.TITLE)
        self.parts = TextLabel("", LabelKind.SECONDARY)
        head = QHBoxLayout()
        head.setSpacing(appearance.measures.space_8)
        head.addWidget(TextLabel(name, LabelKind.STRONG))
        head.addWidget(TextLabel(remark, LabelKind.CAPTION))
        head.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(appearance.measures.space_8)
        grid.setVerticalSpacing(2)
        grid.addWidget(Swatch(appearance, fill), 0, 0)
        grid.addLayout(head, 0, 1)
        grid.addWidget(self.figure, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.parts, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_line(self, line: ScoreLine) -> None:
        self.figure.setText(points_text(line.total))
        self.parts.setText(line.parts)
        self.setAccessibleName(f"{self._name} {points_text(line.total)}，{line.parts}")


class ScoreCard(Card):
    """Nothing here says whether a review would agree."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "得分")
        measures = appearance.measures
        self.header.insertWidget(1, Badge(PHRASE))
        self.header.addWidget(TextLabel("以评审结果为准", LabelKind.SECONDARY))
        self.ring = ScoreRing(appearance)
        self.verified = ScoreFigure(appearance, "已核对", "", FillKind.SOLID)
        self.expected = ScoreFigure(appearance, "预期", "含材料齐", FillKind.HATCHED)
        self.missing = TextLabel("", LabelKind.COMPACT, wraps=True)
        self.cap = TextLabel("", LabelKind.COMPACT, wraps=True)
        lines = QGridLayout()
        lines.setVerticalSpacing(measures.space_8)
        lines.setRowStretch(0, 1)
        lines.addWidget(self.verified, 1, 0)
        lines.addWidget(self.expected, 2, 0)
        lines.addWidget(SeparatorLine(), 3, 0)
        lines.addLayout(self._missing_row(appearance), 4, 0)
        lines.setRowStretch(5, 1)
        row = QHBoxLayout()
        row.setSpacing(measures.space_20)
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        foot = QHBoxLayout()
        foot.setSpacing(measures.space_8)
        foot.addWidget(IconLabel(appearance, Icon.INFO, Token.INFO, measures.icon_small))
        foot.addWidget(self.cap, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(SeparatorLine())
        self.body.addLayout(foot)

    def show_score(self, score: ScoreContent) -> None:
        self.ring.show_values(RingValues(score.verified.total, score.expected.total, score.full))
        self.verified.show_line(score.verified)
        self.expected.show_line(score.expected)
        self.missing.setText(score.missing)
        self.cap.setText(score.cap)

    def _missing_row(self, appearance: Appearance) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(appearance.measures.space_8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Swatch(appearance, FillKind.GROOVE), 0, top)
        row.addWidget(TextLabel("基础分尚缺", LabelKind.COMPACT), 0, top)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        row.addWidget(self.missing, 1)
        return row
