"""The parts of the package as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView

from desktop.ui.appearance import Appearance
from desktop.ui.screens.package.content import PartLine
from desktop.ui.tokens import TYPE
from desktop.ui.widgets.table_view import DataTable

_TITLES = ["部分", "内容"]
_NAME_WIDTH = 160
_INDENT = "　　"


class PartsTable(DataTable):
    """Parts in their order; sections of the evidence stand indented below it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "申报包的组成", row_height=appearance.measures.row_compact)
        self._lines: tuple[PartLine, ...] = ()
        self._parts = QStandardItemModel(self)
        self._parts.setHorizontalHeaderLabels(_TITLES)
        self.setModel(self._parts)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, appearance.px(_NAME_WIDTH))

    def show_parts(self, lines: Sequence[PartLine]) -> None:
        """Show other parts."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._parts.setRowCount(0)
        for line in lines:
            name = QStandardItem(f"{_INDENT}{line.title}" if line.is_section else line.title)
            if not line.is_section:
                name.setFont(self._appearance.font(TYPE.compact))
            name.setAccessibleText(line.title)
            self._parts.appendRow([name, QStandardItem(line.words)])
