"""What the pre-check found about a criterion, one bar for each."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.prechecks.base import Rank as FindingRank
from desktop.ui.appearance import Appearance
from desktop.ui.screens.criteria.card_content import CardFinding
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_RANKS: Final = {
    FindingRank.ERROR: Rank.ERROR,
    FindingRank.WARNING: Rank.WARNING,
    FindingRank.HINT: Rank.INFO,
}


class FindingsList(QWidget):
    """Bars stay in place while the findings are the same, so screen readers hear news alone."""

    remedy_requested = Signal(object)
    """The CardFinding whose act was asked for."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._findings: tuple[CardFinding, ...] = ()
        self.bars: list[MessageBar] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(appearance.measures.space_8)

    def show_findings(self, findings: tuple[CardFinding, ...]) -> None:
        """Show the findings of a criterion."""
        self.setVisible(bool(findings))
        if findings == self._findings:
            return
        self._findings = findings
        for bar in self.bars:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.bars = [self._bar(finding) for finding in findings]

    def _bar(self, finding: CardFinding) -> MessageBar:
        bar = MessageBar(self._appearance, _RANKS[finding.rank], finding.text, finding.remedy.words)
        bar.action_triggered.connect(lambda: self.remedy_requested.emit(finding))
        self._layout.addWidget(bar)
        return bar
