"""The base of every table: one line between rows, no zebra, whole text in the tooltip."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from desktop.ui.appearance import Appearance

_TEXT_PADDING = 18


class ElidingDelegate(QStyledItemDelegate):
    """Shortens text and shows all of it in a tooltip; file names lose their middle."""

    def __init__(self, middle_elided: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._middle_elided = frozenset(middle_elided)

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() in self._middle_elided:
            option.textElideMode = Qt.TextElideMode.ElideMiddle

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if event.type() is QEvent.Type.ToolTip and not own and isinstance(text, str):
            wide = option.fontMetrics.horizontalAdvance(text) + _TEXT_PADDING > option.rect.width()
            QToolTip.showText(event.globalPos(), text if wide else "", view)
            return True
        return super().helpEvent(event, view, option, index)


class DataTable(QTableView):
    """Rows are chosen as a whole; Tab leaves the table, Enter activates the row."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        *,
        middle_elided: Sequence[int] = (),
        row_height: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._row_height = row_height or appearance.measures.row
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(ElidingDelegate(middle_elided, self))
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        appearance.changed.connect(self._take_look)
        self._take_look()

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def column_widths(self) -> tuple[int, ...]:
        """Widths as the user left them, to be remembered."""
        return tuple(self.columnWidth(column) for column in range(self.model().columnCount()))

    def set_column_widths(self, widths: Sequence[int]) -> None:
        """Take up remembered widths; call after `setModel`."""
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _take_look(self) -> None:
        px = self._appearance.px
        self.verticalHeader().setMinimumSectionSize(px(self._row_height))
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        self.horizontalHeader().setFixedHeight(px(self._appearance.measures.table_header))
