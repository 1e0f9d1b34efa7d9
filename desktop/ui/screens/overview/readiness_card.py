"""How far the package is: counts of the pre-check and what stands behind them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.overview.content import Readiness, ReadyLine
from desktop.ui.tokens import Token
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import ActionButton
from desktop.ui.widgets.card import Card, SeparatorLine
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank

_ROW = 32


class ReadinessCard(Card):
    """Both buttons lead to 申报包."""

    package_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "申报包就绪度")
        self._appearance = appearance
        self.errors = Badge("", Rank.ERROR)
        self.warnings = Badge("", Rank.WARNING)
        self.header.addWidget(self.errors)
        self.header.addWidget(self.warnings)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._rows: list[QWidget] = []
        self.list_button = ActionButton(appearance, "查看预检清单", compact=True)
        self.build_button = ActionButton(appearance, "生成申报包", icon=Icon.PACKAGE, compact=True)
        self.list_button.clicked.connect(self.package_requested)
        self.build_button.clicked.connect(self.package_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.list_button)
        foot.addStretch(1)
        foot.addWidget(self.build_button)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.body.addWidget(SeparatorLine())
        self.body.addLayout(foot)

    def show_readiness(self, readiness: Readiness) -> None:
        """Show other counts and lines."""
        self.errors.show_word(
            f"错误 {readiness.errors}", Rank.ERROR if readiness.errors else Rank.NEUTRAL
        )
        self.warnings.show_word(
            f"警告 {readiness.warnings}", Rank.WARNING if readiness.warnings else Rank.NEUTRAL
        )
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(line) for line in readiness.lines]
        for row in self._rows:
            self._lines.addWidget(row)

    def _row(self, line: ReadyLine) -> QWidget:
        row = QWidget()
        row.setMinimumHeight(self._appearance.px(_ROW))
        row.setAccessibleName(f"{line.name}：{line.words}")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._appearance.measures.space_8)
        icon, token = Icon.CIRCLE, Token.TEXT3
        if line.done:
            icon, token = Icon.CHECKED, Token.OK
        elif line.begun:
            icon, token = Icon.HALF, Token.INFO
        small = self._appearance.measures.icon_small
        layout.addWidget(IconLabel(self._appearance, icon, token, small, filled=line.done))
        layout.addWidget(TextLabel(line.name, LabelKind.COMPACT))
        layout.addStretch(1)
        layout.addWidget(TextLabel(line.words, LabelKind.SECONDARY))
        return row
