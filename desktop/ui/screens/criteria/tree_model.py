"""The outline as a Qt model of three levels, and the filter over it."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from desktop.ui.screens.criteria.outline import CriterionRow, GroupRow, Outline, SectionRow

Index = QModelIndex | QPersistentModelIndex
Row = SectionRow | GroupRow | CriterionRow

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The row object itself, for the delegate and the filter."""


@dataclass
class _Node:
    row: Row
    parent: int | None
    place: int
    children: list[int] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """Rows keep their identity while the same edition is shown, so nothing collapses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._roots: list[int] = []

    def show_outline(self, outline: Outline) -> None:
        """Take over another outline."""
        nodes, roots = _nodes_of(outline)
        if [node.row.id for node in nodes] != [node.row.id for node in self._nodes]:
            self.beginResetModel()
            self._nodes, self._roots = nodes, roots
            self.endResetModel()
            return
        old, self._nodes = self._nodes, nodes
        for number, (before, after) in enumerate(zip(old, nodes, strict=True)):
            if before.row != after.row:
                index = self.createIndex(after.place, 0, number)
                self.dataChanged.emit(index, index)

    def index_of(self, criterion_id: str) -> QModelIndex:
        """Where a criterion stands; invalid for an unknown one."""
        for number, node in enumerate(self._nodes):
            if isinstance(node.row, CriterionRow) and node.row.id == criterion_id:
                return self.createIndex(node.place, 0, number)
        return QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        below = self._children(parent)
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    @override
    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override] # Qt overloads it with QObject.parent()
        if not child.isValid():
            return QModelIndex()
        above = self._nodes[child.internalId()].parent
        return QModelIndex() if above is None else self._index_at(above)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._children(parent))

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._nodes[index.internalId()].row
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _words(row) if isinstance(row, GroupRow) else row.spoken
            case _:
                return row if role == ROW_ROLE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Groups are headings: the keyboard passes over them."""
        if index.isValid() and isinstance(self._nodes[index.internalId()].row, GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def _children(self, parent: Index | None) -> list[int]:
        if parent is None or not parent.isValid():
            return self._roots
        return self._nodes[parent.internalId()].children

    def _index_at(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].place, 0, number)


class OutlineFilter(QSortFilterProxyModel):
    """Keeps criteria with every typed word, and only unfinished ones when asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._unfinished = False
        self.setRecursiveFilteringEnabled(True)

    @property
    def is_active(self) -> bool:
        return bool(self._words) or self._unfinished

    def set_filter(self, text: str, *, unfinished: bool) -> None:
        """Filter by words and by state; both must hold."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self._unfinished = unfinished
        self.endFilterChange()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        index = self.sourceModel().index(source_row, 0, source_parent)
        row = index.data(ROW_ROLE)
        if not isinstance(row, CriterionRow):
            return False
        if self._unfinished and not row.is_unfinished:
            return False
        return all(word in row.words for word in self._words)


def _words(row: Row) -> str:
    match row:
        case SectionRow():
            return f"{row.title}  {row.subtotal}"
        case GroupRow():
            return f"{row.id}　{row.title}"
        case CriterionRow():
            return f"{row.id}  {row.short}"


def _nodes_of(outline: Outline) -> tuple[list[_Node], list[int]]:
    nodes: list[_Node] = []

    def add(row: Row, parent: int | None, place: int) -> int:
        nodes.append(_Node(row, parent, place))
        number = len(nodes) - 1
        if parent is not None:
            nodes[parent].children.append(number)
        return number

    roots = []
    for place, section in enumerate(outline.sections):
        top = add(section, None, place)
        roots.append(top)
        for group_place, group in enumerate(section.groups):
            middle = add(group, top, group_place)
            for leaf_place, leaf in enumerate(group.criteria):
                add(leaf, middle, leaf_place)
    return nodes, roots
