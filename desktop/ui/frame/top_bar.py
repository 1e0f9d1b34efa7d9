"""The bar above the pages: whose assessment, which year and round, when it was saved."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.domain.assessment import Round
from desktop.ui.appearance import Appearance
from desktop.ui.formats import moment_text
from desktop.ui.frame.facts import FrameFacts
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.round_stepper import RoundStepper

_ROUNDS = tuple(Round)


class TopBar(QFrame):
    """Nothing here can be pressed; changing the round is an act in 申报包."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        measures = appearance.measures
        self._round = 0
        self._year = ""
        self._narrow = False
        self.setProperty("kind", "bar")
        self.setAccessibleName("项目")
        self.setMinimumHeight(appearance.px(measures.top_bar))
        self.company = ElidedLabel("", LabelKind.HEADING)
        self.year = Badge("")
        self.read_only = Badge("只读", Rank.WARNING)
        self.steps = RoundStepper(appearance, "轮次", [item.value for item in Round])
        self._saved_icon = IconLabel(appearance, Icon.DONE, Token.OK, measures.icon_small)
        self.saved = TextLabel("", LabelKind.COMPACT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(measures.space_20, 0, measures.space_20, 0)
        layout.setSpacing(measures.space_8)
        layout.addWidget(IconLabel(appearance, Icon.COMPANY))
        layout.addWidget(self.company)
        layout.addWidget(self.year)
        layout.addWidget(self.read_only)
        layout.addSpacing(measures.space_16)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        layout.addWidget(self._saved_icon)
        layout.addWidget(self.saved)
        self.show_saved(None)

    def show_facts(self, facts: FrameFacts) -> None:
        self._round = facts.round_position
        self._year = facts.year
        self.company.setText(facts.company)
        self.read_only.setVisible(facts.read_only)
        self.steps.show_step(facts.round_position)
        self._show_year()

    def show_saved(self, moment: datetime | None) -> None:
        """Say when the last change reached the disk; nothing before the first change."""
        self.saved.setText("" if moment is None else f"已保存 {moment_text(moment)[-5:]}")
        self._saved_icon.setVisible(moment is not None)

    def set_narrow(self, *, narrow: bool) -> None:
        """Drop the row of rounds into the badge of the year."""
        self._narrow = narrow
        self.steps.setVisible(not narrow)
        self._show_year()

    def _show_year(self) -> None:
        text = f"{self._year} · {_ROUNDS[self._round].value}" if self._narrow else self._year
        self.year.setText(text)
