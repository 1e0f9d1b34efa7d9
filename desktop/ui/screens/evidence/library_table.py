"""The table of files with the order and the columns that fit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.screens.evidence.content import LibraryRow
from desktop.ui.screens.evidence.table_delegates import LibraryDelegate
from desktop.ui.screens.evidence.table_model import ROW_ROLE, SORT_ROLE, Column, LibraryModel
from desktop.ui.widgets.table_view import DataTable

_WIDTHS: Final = {
    Column.NUMBER: 72,
    Column.CRITERIA: 156,
    Column.LEVEL: 104,
    Column.SIZE: 84,
    Column.ADDED: 136,
}
_NAME_LEAST: Final = 220
_LEAVE_ORDER: Final = (Column.ADDED, Column.SIZE, Column.NUMBER)
"""Columns that give way, in this order, before a name is cut short."""

_ROW: Final = 48
_ROW_COMPACT: Final = 42


class LibraryTable(DataTable):
    """Never scrolls sideways: columns that say least give way first."""

    selection_changed = Signal()
    preview_wanted = Signal()
    """Space was pressed."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "证据", row_height=_ROW, parent=parent)
        self._look = appearance
        self._rows = LibraryModel(self)
        self._order = QSortFilterProxyModel(self)
        self._order.setSourceModel(self._rows)
        self._order.setSortRole(SORT_ROLE)
        self.setModel(self._order)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(LibraryDelegate(appearance, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self._set_widths()
        appearance.changed.connect(self._set_widths)
        self.selectionModel().selectionChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[LibraryRow]) -> None:
        """Show other rows; what was selected stays selected where it still is."""
        chosen, current = self.selected, self.current
        place = self.verticalScrollBar().value()
        if self._rows.show_rows(rows):
            self._select(chosen, current)
            self.verticalScrollBar().setValue(place)
            self.selection_changed.emit()

    @property
    def selected(self) -> tuple[str, ...]:
        """Numbers of the selected files, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._id_at(row) for row in rows)

    @property
    def current(self) -> str:
        """Number of the file that the keyboard is on; empty for none."""
        index = self.currentIndex()
        return self._id_at(index.row()) if index.isValid() else ""

    def select(self, evidence_id: str) -> bool:
        """Choose one file and bring it into view; False when it is not shown."""
        place = self._rows.place_of(evidence_id)
        if place is None:
            return False
        index = self._order.mapFromSource(self._rows.index(place, 0))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def set_compact(self, *, compact: bool) -> None:
        """Use lower rows."""
        self.verticalHeader().setDefaultSectionSize(
            self._look.px(_ROW_COMPACT if compact else _ROW)
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.preview_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _set_widths(self) -> None:
        for column, width in _WIDTHS.items():
            self.horizontalHeader().resizeSection(column, self._look.px(width))
        self._fit_columns()

    def _fit_columns(self) -> None:
        room = self.viewport().width() - self._look.px(_NAME_LEAST)
        hidden: set[Column] = set()
        for column in (None, *_LEAVE_ORDER):
            if column is not None:
                hidden.add(column)
            if sum(self._look.px(w) for c, w in _WIDTHS.items() if c not in hidden) <= room:
                break
        for column in _WIDTHS:
            self.setColumnHidden(column, column in hidden)

    def _select(self, chosen: Sequence[str], current: str) -> None:
        model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        for evidence_id in chosen:
            place = self._rows.place_of(evidence_id)
            if place is not None:
                index = self._order.mapFromSource(self._rows.index(place, 0))
                model.select(index, flags.Select | flags.Rows)
                if evidence_id == current:
                    model.setCurrentIndex(index, flags.NoUpdate)

    def _id_at(self, row: int) -> str:
        shown = self._order.index(row, 0).data(ROW_ROLE)
        return str(shown.item.id) if isinstance(shown, LibraryRow) else ""

    def _tell(self) -> None:
        self.selection_changed.emit()
