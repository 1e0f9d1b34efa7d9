"""The files as a table, and its order."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.ui.formats import moment_text, size_text
from desktop.ui.screens.evidence.content import LibraryRow

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
SORT_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """Columns from left to right."""

    NUMBER = 0
    NAME = 1
    CRITERIA = 2
    LEVEL = 3
    SIZE = 4
    ADDED = 5


_TITLES: Final = {
    Column.NUMBER: "编号",
    Column.NAME: "名称",
    Column.CRITERIA: "用于条目",
    Column.LEVEL: "提交级别",
    Column.SIZE: "大小",
    Column.ADDED: "添加时间",
}


class LibraryModel(QAbstractTableModel):
    """Rows that stay the same rows keep their selection."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LibraryRow, ...] = ()

    def show_rows(self, rows: Sequence[LibraryRow]) -> bool:
        """Take over other rows; True when the table was built anew, so nothing is selected."""
        if [row.item.id for row in rows] == [row.item.id for row in self._rows]:
            old, self._rows = self._rows, tuple(rows)
            for place, (before, after) in enumerate(zip(old, self._rows, strict=True)):
                if before != after:
                    last = self.index(place, len(Column) - 1)
                    self.dataChanged.emit(self.index(place, 0), last)
            return False
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        return True

    def place_of(self, evidence_id: str) -> int | None:
        """The row of an item, or None."""
        places = (place for place, row in enumerate(self._rows) if row.item.id == evidence_id)
        return next(places, None)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _TITLES[Column(section)] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                spoken = role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME
                return row.spoken if spoken else _text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, column)
            case _ if role == SORT_ROLE:
                return _sort_key(row, column)
            case _:
                return row if role == ROW_ROLE else None


def _text(row: LibraryRow, column: Column) -> str:
    match column:
        case Column.NUMBER:
            return row.item.id
        case Column.NAME:
            return row.item.title
        case Column.CRITERIA:
            return "、".join(row.criteria) or "未关联"
        case Column.LEVEL:
            return row.item.level.value
        case Column.SIZE:
            return size_text(row.item.size)
        case Column.ADDED:
            return moment_text(row.item.added_at)


def _tip(row: LibraryRow, column: Column) -> str | None:
    match column:
        case Column.NAME:
            return "\n".join(part for part in (row.item.file_name, row.problem) if part)
        case Column.CRITERIA:
            return _text(row, column)
        case _:
            return None


def _sort_key(row: LibraryRow, column: Column) -> object:
    match column:
        case Column.SIZE:
            return row.item.size
        case Column.ADDED:
            return row.item.added_at.isoformat()
        case _:
            return _text(row, column)
