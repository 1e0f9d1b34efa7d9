"""The papers of the edition as cards, of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.formats import points_text
from desktop.ui.screens.undertakings.content import PaperLine, PaperStage
from desktop.ui.tokens import Token
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.state_badge import StateBadge
from rubric.model import UndertakingKind

_STAGE_RANKS = {
    PaperStage.NOT_ISSUED: Rank.NEUTRAL,
    PaperStage.AWAITING_SEAL: Rank.ERROR,
    PaperStage.RETURNED: Rank.INFO,
    PaperStage.VERIFIED: Rank.GOOD,
    PaperStage.NOT_CLAIMED: Rank.NEUTRAL,
}


class PaperCard(QAbstractButton):
    """Number, title, points, state and stage of one paper; arrows move between cards."""

    def __init__(self, appearance: Appearance, line: PaperLine) -> None:
        super().__init__()
        self._appearance = appearance
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._points = TextLabel("", LabelKind.COMPACT)
        self._state = StateBadge(appearance, line.state)
        self._stage = Badge("")
        measures = appearance.measures
        head = QHBoxLayout()
        head.addWidget(TextLabel(line.criterion_id, LabelKind.SECONDARY))
        head.addWidget(TextLabel(line.title, LabelKind.STRONG, wraps=True), 1)
        foot = QHBoxLayout()
        foot.setSpacing(measures.space_8)
        foot.addWidget(self._state)
        foot.addStretch(1)
        foot.addWidget(self._points)
        foot.addWidget(self._stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.space_12, 8, measures.space_12, 8)
        column.setSpacing(measures.space_4)
        column.addLayout(head)
        column.addLayout(foot)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)
        self.show_line(line)

    def show_line(self, line: PaperLine) -> None:
        """Show the paper as it is now."""
        points = f"{points_text(line.points)} 分"
        self._points.setText(points)
        self._state.show_state(line.state)
        self._stage.show_word(line.stage.value, _STAGE_RANKS[line.stage])
        words = (line.criterion_id, line.title, points, line.state.value, line.stage.value)
        self.setAccessibleName("，".join(words))

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        height = layout.heightForWidth(self.width()) if layout is not None else 0
        return QSize(200, height)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        hover = Token.ROW_HOVER if self.underMouse() else Token.SURFACE
        fill = Token.PRI_TINT if self.isChecked() else hover
        line = Token.PRI if self.isChecked() else Token.BORDER
        radius = self._appearance.px(self._appearance.measures.radius_card)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.colour(line), 1))
        painter.setBrush(self._appearance.colour(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class PaperList(QWidget):
    """One card for each paper."""

    chosen = Signal(object)
    """An UndertakingKind, by the user's act."""

    def __init__(self, appearance: Appearance, lines: Sequence[PaperLine]) -> None:
        super().__init__()
        self._cards = {line.kind: PaperCard(appearance, line) for line in lines}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.measures.space_8)
        for card in self._cards.values():
            self._group.addButton(card)
            column.addWidget(card)
        self._group.buttonClicked.connect(self._tell)

    def card(self, kind: UndertakingKind) -> PaperCard:
        """The card of one paper."""
        return self._cards[kind]

    def show_lines(self, lines: Sequence[PaperLine], current: UndertakingKind) -> None:
        """Show the papers as they are now, and which one is shown."""
        for line in lines:
            self._cards[line.kind].show_line(line)
        self._cards[current].setChecked(True)

    def _tell(self, button: QAbstractButton) -> None:
        for kind, card in self._cards.items():
            if card is button:
                self.chosen.emit(kind)
