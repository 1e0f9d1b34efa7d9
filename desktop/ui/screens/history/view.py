"""变更记录: a table that is read from the project file in a job."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.jobs import Job
from desktop.ui.resources import Icon
from desktop.ui.screen import Screen
from desktop.ui.screens.history.presenter import HistoryPresenter
from desktop.ui.screens.history.table import HistoryTable
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.search_field import SearchField

_FILTER_WIDTH = 280


class HistoryScreen(Screen):
    """Reads again when something changed, but only while it is seen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        appearance = session.appearance
        self.presenter = HistoryPresenter()
        self.table = HistoryTable(appearance)
        self.filter = SearchField(appearance, Icon.FILTER, "筛选记录", "按文字筛选变更记录")
        self.filter.setFixedWidth(appearance.px(_FILTER_WIDTH))
        self.filter.setToolTip("筛选记录  Ctrl+F")
        self.summary = TextLabel("", LabelKind.SECONDARY)
        self._nothing = TextLabel("没有符合条件的记录", LabelKind.SECONDARY)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chain = MessageBar(appearance, Rank.GOOD, "")
        self._stale = True
        self._lay_out()
        session.changed.connect(self._follow)
        self.filter.textChanged.connect(self._narrow)
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.filter.setFocus)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.filter, self.table)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+F", "筛选记录"),)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    @Slot()
    def _follow(self) -> None:
        self._stale = True
        if self.isVisible() and self.session.project is not None:
            self._read()

    def _read(self) -> None:
        self._stale = False
        project = self.session.require_project()
        job = Job("读取变更记录", lambda _context: project.history_lines())
        self.session.run(job, self._take)
        check = Job("核对变更记录", lambda _context: project.check_history())
        self.session.run(check, self._say_whole, self._say_damaged)

    def _say_whole(self, count: int) -> None:
        self._say(Rank.GOOD, f"已核对 {count} 条：每条与前一条相扣，没有发现增删或改动。")

    def _say_damaged(self, error: AppError) -> None:
        message = explain(error)
        self._say(Rank.ERROR, f"{message.text}{message.advice}")

    def _say(self, rank: Rank, text: str) -> None:
        if text != self.chain.text:
            self.chain.show_message(rank, text)
        self.chain.show()

    def _take(self, lines: tuple[tuple[str, str, str, str], ...]) -> None:
        self.presenter.take(lines)
        self._show()

    def _narrow(self, text: str) -> None:
        self.presenter.set_filter(text)
        self._show()

    def _show(self) -> None:
        rows = self.presenter.rows
        self.table.lines.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.summary.setText(self.presenter.summary)

    def _lay_out(self) -> None:
        measures = self.session.appearance.measures
        head = QHBoxLayout()
        head.setSpacing(measures.space_12)
        head.addWidget(TextLabel("变更记录", LabelKind.TITLE))
        head.addWidget(self.summary)
        head.addStretch(1)
        head.addWidget(self.filter)
        card = Card(self.session.appearance)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self._nothing, 1)
        side, top = measures.space_20, measures.space_16
        column = QVBoxLayout(self)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(measures.space_12)
        column.addLayout(head)
        column.addWidget(card, 1)
        column.addWidget(self.chain)
        self.chain.hide()
        self._nothing.hide()
