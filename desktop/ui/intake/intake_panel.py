"""Says what became of dropped files, until it is closed."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.intake.intake import IntakeReport
from desktop.ui.resources import Icon
from desktop.ui.tokens import TYPE
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_MOST_LINES: Final = 5


class IntakePanel(QWidget):
    """A sentence with the counts; every file with its fate below it, open when one was refused."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = MessageBar(appearance, Rank.GOOD, "")
        self.close_button = IconButton(appearance, Icon.CLOSE, "关闭导入结果")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("逐件导入结果")
        self.details.setFont(appearance.font(TYPE.compact))
        row = QHBoxLayout()
        row.setSpacing(appearance.measures.space_4)
        row.addWidget(self.bar, 1)
        row.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(appearance.measures.space_4)
        outer.addLayout(row)
        outer.addWidget(self.details)
        self.bar.action_triggered.connect(self._toggle)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_report(self, report: IntakeReport, where: str = "") -> None:
        """Show another result; `where` names the criterion that the files were for."""
        lines = report.lines()
        self.details.setPlainText("\n".join(f"{name}：{fate}" for name, fate in lines))
        rows = min(len(lines), _MOST_LINES) + 1
        self.details.setFixedHeight(self.details.fontMetrics().lineSpacing() * rows + 12)
        self.details.setVisible(bool(lines) and not report.is_clean)
        rank = Rank.GOOD if report.is_clean else Rank.WARNING
        self.bar.show_message(rank, f"{where}{report.summary}", self._action() if lines else "")
        self.show()

    def _toggle(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self.bar.action_button.setText(self._action())

    def _action(self) -> str:
        return "查看明细" if self.details.isHidden() else "收起明细"
