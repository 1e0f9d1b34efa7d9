"""The lines of the history as a table."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.screens.history.presenter import HistoryRow
from desktop.ui.widgets.table_view import DataTable

_TITLES: Final = ("时间", "来源", "做了什么", "内容")
_WIDTHS: Final = (148, 72, 128)

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Rows as the presenter gives them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[HistoryRow, ...] = ()

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return (row.when, row.actor, row.action, row.words)[index.column()]


class HistoryTable(DataTable):
    """Nothing here can be changed or led anywhere."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "变更记录", row_height=appearance.measures.row_compact)
        self.lines = HistoryModel(self)
        self.setModel(self.lines)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(len(_TITLES) - 1, QHeaderView.ResizeMode.Stretch)
        self._take_widths()
        appearance.changed.connect(self._take_widths)

    def _take_widths(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, self._appearance.px(width))
