"""The to-do list as a table; Enter, double click or a click on the verb jumps."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.formats import points_text
from desktop.ui.screens.overview.content import Todo
from desktop.ui.tokens import Token
from desktop.ui.widgets.state_badge import state_glyph
from desktop.ui.widgets.table_view import DataTable

_TITLES = ("分值", "条目", "状态", "还差什么", "时限", "处理")
_POINTS, _NAME, _STATE, _LACKING, _DEADLINE, _ACT = range(len(_TITLES))
_WIDTHS = {_POINTS: 56, _NAME: 196, _STATE: 96, _DEADLINE: 72, _ACT: 84}

Index = QModelIndex | QPersistentModelIndex


class TodoModel(QAbstractTableModel):
    """Rows as the presenter sorted them."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._todos: tuple[Todo, ...] = ()
        appearance.changed.connect(self._take_look)

    def show_todos(self, todos: Sequence[Todo]) -> None:
        self.beginResetModel()
        self._todos = tuple(todos)
        self.endResetModel()

    def todo(self, row: int) -> Todo:
        """One line; IndexError beyond the last."""
        return self._todos[row]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._todos)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _POINTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        todo, column = self._todos[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cells(todo)[column]
            case Qt.ItemDataRole.DecorationRole if column == _STATE:
                glyph = state_glyph(todo.state)
                small = self._appearance.measures.icon_small
                return self._appearance.icon(glyph.icon, glyph.token, small, filled=glyph.filled)
            case Qt.ItemDataRole.TextAlignmentRole if column == _POINTS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(todo, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == _ACT:
                return f"{todo.act}：条目 {todo.criterion_id}"
            case _:
                return None

    def _ink(self, todo: Todo, column: int) -> QColor | None:
        if column == _ACT:
            return self._appearance.colour(Token.LINK)
        if column == _DEADLINE and todo.deadline != "—":
            return self._appearance.colour(Token.WARN)
        return None

    def _take_look(self) -> None:
        self.beginResetModel()
        self.endResetModel()


def _cells(todo: Todo) -> tuple[str, ...]:
    return (
        points_text(todo.points),
        f"{todo.criterion_id}　{todo.name}",
        todo.state.value,
        todo.lacking,
        todo.deadline,
        f"{todo.act} >",
    )


class TodoTable(DataTable):
    """One row for each criterion that is left to do."""

    jump_requested = Signal(object)
    """A Place."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "待办", row_height=appearance.measures.row_compact)
        self.todos = TodoModel(appearance, self)
        self.setModel(self.todos)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_LACKING, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(appearance.px(48))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, appearance.px(width))
        self.activated.connect(self._jump)
        self.clicked.connect(self._jump_from_act)

    def show_todos(self, todos: Sequence[Todo]) -> None:
        """Show other lines; the chosen criterion stays chosen while it is there."""
        index = self.currentIndex()
        chosen = self.todos.todo(index.row()).criterion_id if index.isValid() else ""
        self.todos.show_todos(todos)
        rows = [row for row, todo in enumerate(todos) if todo.criterion_id == chosen]
        if todos:
            self.selectRow(rows[0] if rows else 0)

    def _jump(self, index: QModelIndex) -> None:
        self.jump_requested.emit(self.todos.todo(index.row()).place)

    def _jump_from_act(self, index: QModelIndex) -> None:
        if index.column() == _ACT:
            self._jump(index)
