"""The list of recent project files as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.start.presenter import RecentRow
from desktop.ui.tokens import TYPE, Token, TypeStyle
from desktop.ui.widgets.table_view import DataTable, ElidingDelegate

_TITLES = ("项目文件", "大小", "上次修改", "上次打开")
_WIDTHS = (90, 150, 150)
_NAME = TypeStyle(TYPE.body.size, bold=True)
_ICON_SPACE = 44

Index = QModelIndex | QPersistentModelIndex


class RecentModel(QAbstractTableModel):
    """Rows as the presenter made them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[RecentRow, ...] = ()

    def show_rows(self, rows: Sequence[RecentRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> RecentRow:
        """One line; IndexError beyond the last."""
        return self._rows[number]

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
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (row.name, row.size, row.changed, row.opened)[index.column()]
            case Qt.ItemDataRole.ToolTipRole if index.column() == 0:
                return str(row.path)
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == 0:
                return f"{row.name}，{row.folder}"
            case _:
                return None


class NameDelegate(ElidingDelegate):
    """Name over folder, with a lock in front; a file that is not there is grey."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__((), parent)
        self._appearance = appearance

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RecentModel):
            return
        row = model.row(index.row())
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget
        )
        painter.save()
        self._draw_icon(painter, option.rect, row)
        self._draw_words(painter, option.rect, row)
        painter.restore()

    def _draw_icon(self, painter: QPainter, area: QRect, row: RecentRow) -> None:
        icon = Icon.LOCK if row.is_there else Icon.USB
        side = self._appearance.px(self._appearance.measures.icon)
        ratio = painter.device().devicePixelRatioF()
        picture = self._appearance.pixmap(icon, Token.TEXT2, self._appearance.measures.icon, ratio)
        left = area.left() + self._appearance.px(12)
        painter.drawPixmap(left, area.center().y() - side // 2, picture)

    def _draw_words(self, painter: QPainter, area: QRect, row: RecentRow) -> None:
        px = self._appearance.px
        box = area.adjusted(px(_ICON_SPACE), px(6), -px(8), -px(6))
        ink = Token.TEXT if row.is_there else Token.TEXT3
        for text, style, token, place in (
            (row.name, _NAME, ink, Qt.AlignmentFlag.AlignTop),
            (row.folder, TYPE.caption, Token.TEXT3, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(self._appearance.font(style))
            painter.setPen(self._appearance.colour(token))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, box.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | place, shown)


class RecentTable(DataTable):
    """Enter or double click opens, Delete takes off the list."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "最近的项目", row_height=appearance.measures.row_thumbnail)
        self.rows = RecentModel(self)
        self.setModel(self.rows)
        self.setItemDelegateForColumn(0, NameDelegate(appearance, self))
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS, start=1):
            self.setColumnWidth(column, appearance.px(width))

    def chosen(self) -> RecentRow | None:
        """The selected line."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None
