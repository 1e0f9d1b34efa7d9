"""The start page: recent files, questions for the park, a place to drop files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.start.presenter import RecentRow, StartPresenter
from desktop.ui.screens.start.recent_store import RecentStore
from desktop.ui.screens.start.recent_table import RecentTable
from desktop.ui.screens.start.side_panel import SidePanel
from desktop.ui.session import Session
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton
from desktop.ui.widgets.card import Card, SeparatorLine
from desktop.ui.widgets.drop_zone import dropped_paths
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_PANEL = 316
_PANEL_NARROW = 264
_NARROW = 1120
_NUMBER = 24


class StartPage(QWidget):
    """Nothing of a locked project is shown: no score, no company, no content."""

    new_requested = Signal()
    unlock_requested = Signal(object)
    """Path of a project file."""
    verify_requested = Signal(object)
    """Path of a package."""

    def __init__(
        self, session: Session, store: RecentStore, questions: Sequence[str], foot: str
    ) -> None:
        super().__init__()
        self._appearance = session.appearance
        self.presenter = StartPresenter(self, store, session.services.clock, session.run)
        self.setAcceptDrops(True)
        self.panel = SidePanel(session.appearance, foot)
        self.table = RecentTable(session.appearance)
        self.empty = EmptyState(
            session.appearance,
            Icon.FOLDER_OPEN,
            "还没有项目。新建一个，或打开已有的 .miping 文件。",
        )
        self.remark = MessageBar(session.appearance, Rank.INFO, "", "关闭")
        self.remark.hide()
        self.forget_button = ActionButton(session.appearance, "从列表移除", compact=True)
        self.never_box = QCheckBox("不记录最近项目")
        self._lay_out(questions)
        self._connect()
        self.show_recent((), remember=True)

    def show_recent(self, rows: Sequence[RecentRow], *, remember: bool) -> None:
        """Replace the list."""
        self.table.rows.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.forget_button.setEnabled(False)
        self.never_box.blockSignals(True)  # noqa: FBT003 - Qt takes it by position
        self.never_box.setChecked(not remember)
        self.never_box.blockSignals(False)  # noqa: FBT003 - Qt takes it by position
        if rows:
            self.table.selectRow(0)

    def say(self, text: str) -> None:
        """Show one sentence above the list."""
        if text:
            self.remark.show_message(Rank.INFO, text, "关闭")
        self.remark.setVisible(bool(text))

    def ask_unlock(self, path: Path) -> None:
        self.unlock_requested.emit(path)

    def ask_verify(self, path: Path) -> None:
        self.verify_requested.emit(path)

    def choose_project(self) -> None:
        """Let the person pick a project file."""
        self._choose("打开项目文件", "秘评项目 (*.miping)")

    def choose_package(self) -> None:
        """Let the person pick a package."""
        self._choose("验证申报包", "申报包 (*.pdf)")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.presenter.take_files(dropped_paths(event.mimeData()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = _PANEL_NARROW if self.width() < _NARROW else _PANEL
        self.panel.setFixedWidth(self._appearance.px(width))

    def _connect(self) -> None:
        self.panel.new_requested.connect(self.new_requested)
        self.panel.open_requested.connect(self.choose_project)
        self.panel.verify_requested.connect(self.choose_package)
        self.remark.action_triggered.connect(self.remark.hide)
        self.table.activated.connect(self._open_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._follow_choice)
        self.forget_button.clicked.connect(self._forget_chosen)
        self.never_box.toggled.connect(self._set_never)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._forget_chosen)

    def _open_chosen(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.ask_unlock(row.path)

    def _forget_chosen(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.presenter.forget(row.path)

    def _follow_choice(self) -> None:
        self.forget_button.setEnabled(self.table.chosen() is not None)

    def _set_never(self, never: bool) -> None:  # noqa: FBT001 - the shape of Qt's toggled signal
        self.presenter.set_remember(remember=not never)

    def _choose(self, title: str, kinds: str) -> None:
        chooser = QFileDialog(self, title)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([kinds, "所有文件 (*)"])
        chooser.fileSelected.connect(lambda chosen: self.presenter.take_files((Path(chosen),)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _lay_out(self, questions: Sequence[str]) -> None:
        measures = self._appearance.measures
        lower = QHBoxLayout()
        lower.setSpacing(measures.space_12)
        lower.addWidget(self._question_card(questions), 2)
        lower.addWidget(self._drop_card(), 1)
        column = QVBoxLayout()
        column.setContentsMargins(32, measures.space_24, 32, measures.space_20)
        column.setSpacing(measures.space_12)
        column.addLayout(self._head())
        column.addWidget(self.remark)
        column.addWidget(self._recent_card(), 4)
        column.addLayout(lower, 5)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.panel)
        sides.addLayout(column, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._appearance.measures.space_12)
        row.addWidget(TextLabel("最近的项目", LabelKind.TITLE))
        hint = TextLabel("锁定的项目只显示文件信息", LabelKind.SECONDARY)
        row.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.never_box)
        row.addWidget(self.forget_button)
        return row

    def _recent_card(self) -> Card:
        card = Card(self._appearance)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self.table)
        card.body.addWidget(self.empty)
        self.empty.setProperty("kind", "page")
        return card

    def _question_card(self, questions: Sequence[str]) -> Card:
        card = Card(self._appearance, "申报前请向园区或主管部门问清")
        inner = QWidget()
        inner.setProperty("kind", "page")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for number, question in enumerate(questions, start=1):
            if number > 1:
                rows.addWidget(SeparatorLine())
            rows.addLayout(_question_row(self._appearance, number, question))
        rows.addStretch(1)
        card.body.setContentsMargins(16, 0, 8, 8)
        card.body.addWidget(_scrolled(inner, "申报前要问清的问题"))
        return card

    def _drop_card(self) -> Card:
        appearance = self._appearance
        card = Card(appearance, "把文件拖到这里")
        frame = Card(appearance)
        frame.setProperty("kind", "drop")
        centre = Qt.AlignmentFlag.AlignHCenter
        frame.body.addStretch(1)
        large = appearance.measures.icon_large
        frame.body.addWidget(IconLabel(appearance, Icon.IMPORT_DROP, Token.LINK, large), 0, centre)
        for text in (".miping 项目　打开", ".pdf 申报包　验证"):
            frame.body.addWidget(TextLabel(text), 0, centre)
        frame.body.addWidget(TextLabel("其他文件请在项目内导入", LabelKind.CAPTION), 0, centre)
        frame.body.addStretch(1)
        card.body.addWidget(frame, 1)
        return card


def _question_row(appearance: Appearance, number: int, question: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 6, 0, 6)
    row.setSpacing(appearance.measures.space_12)
    figure = TextLabel(str(number), LabelKind.SECONDARY)
    figure.setFixedWidth(appearance.px(_NUMBER))
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    row.addWidget(figure)
    row.addWidget(TextLabel(question, LabelKind.COMPACT, wraps=True, selectable=True), 1)
    return row


def _scrolled(inner: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setWidget(inner)
    return area
