"""The middle of the library: search, drop zone, results of an import, and the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.intake.intake_panel import IntakePanel
from desktop.ui.resources import Icon
from desktop.ui.screens.evidence.library_table import LibraryTable
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.search_field import SearchField


class LibraryPage(QWidget):
    """Shows one of three: the table, nothing yet, nothing that matches."""

    import_requested = Signal()
    clear_requested = Signal()
    paths_dropped = Signal(tuple)

    def __init__(
        self, appearance: Appearance, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("证据列表")
        self.search = SearchField(
            appearance, Icon.SEARCH, "名称、编号、条目号", "按名称、编号或条目号筛选"
        )
        self.filter_button = _toggle("筛选")
        self.details_button = _toggle("详情")
        self.details_button.setChecked(True)
        self.import_button = ActionButton(appearance, "导入文件", ButtonKind.PRIMARY, Icon.ADD)
        self.import_button.setToolTip("导入文件  Ctrl+I")
        self.import_button.setEnabled(not read_only)
        self.zone = DropZone(
            appearance, "把文件或文件夹拖到这里，也可按 Ctrl+V 粘贴", "原件不动，加密副本存入项目"
        )
        self.zone.choose_button.hide()
        self.zone.setEnabled(not read_only)
        self.message = MessageBar(appearance, Rank.GOOD, "")
        self.message.hide()
        self.intake = IntakePanel(appearance)
        self.table = LibraryTable(appearance)
        self.no_files = EmptyState(
            appearance,
            Icon.FOLDER_OPEN,
            "还没有证据",
            "从盖章的成立通知开始，它可用于 5 个条目。",
            "" if read_only else "导入文件",
        )
        self.no_match = EmptyState(appearance, Icon.FILTER, "没有符合条件的证据", action="清除筛选")
        self._lay_out(appearance)
        self.import_button.clicked.connect(self.import_requested)
        self.zone.paths_dropped.connect(self.paths_dropped)
        self.no_files.action_triggered.connect(self.import_requested)
        self.no_match.action_triggered.connect(self.clear_requested)
        self.message.action_triggered.connect(self.message.hide)
        self.show_emptiness(no_files=True, no_match=True)

    def say(self, rank: Rank, text: str) -> None:
        """Show a sentence until it is closed."""
        self.message.show_message(rank, text, "关闭")
        self.message.show()

    def show_emptiness(self, *, no_files: bool, no_match: bool) -> None:
        """Show the table, or why it is empty."""
        self.no_files.setVisible(no_files)
        self.no_match.setVisible(no_match and not no_files)
        self._frame.setVisible(not no_match)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the buttons that open and close the side panes."""
        self.filter_button.setVisible(narrow)
        self.details_button.setVisible(narrow)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        tools = QFrame()
        tools.setProperty("kind", "bar")
        row = QHBoxLayout(tools)
        row.setContentsMargins(measures.space_16, 6, measures.space_16, 6)
        row.setSpacing(measures.space_8)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        row.addWidget(self.filter_button)
        row.addWidget(self.details_button)
        row.addWidget(self.import_button)
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        body = QVBoxLayout()
        body.setContentsMargins(*(measures.space_12,) * 4)
        body.setSpacing(measures.space_12)
        for part in (self.zone, self.message, self.intake):
            body.addWidget(part)
        for place in (self._frame, self.no_files, self.no_match):
            body.addWidget(place, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(tools)
        outer.addLayout(body, 1)


def _toggle(word: str) -> QToolButton:
    button = QToolButton()
    button.setText(word)
    button.setAccessibleName(f"显示{word}")
    button.setCheckable(True)
    button.setProperty("kind", "segment")
    button.setProperty("place", "only")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.hide()
    return button
