"""The pre-check's findings in three ranks; every line leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView
from typing_extensions import override

from desktop.domain.prechecks.base import Rank
from desktop.ui.appearance import Appearance
from desktop.ui.places import Place
from desktop.ui.screens.package.content import FindingGroup, FindingLine
from desktop.ui.screens.package.finding_delegate import CONTENT_ROLE, FindingDelegate


class FindingTree(QTreeView):
    """Enter or a click jumps; Left and Right, or a click on a rank, fold and unfold it."""

    jump_requested = Signal(object)
    """A Place."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._groups: tuple[FindingGroup, ...] = ()
        self._findings = QStandardItemModel(self)
        self.setModel(self._findings)
        self.setItemDelegate(FindingDelegate(appearance, self))
        self.setAccessibleName("预检清单")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._act)
        self.activated.connect(self._jump)
        appearance.changed.connect(self.scheduleDelayedItemsLayout)

    def show_groups(self, groups: Sequence[FindingGroup]) -> None:
        """Show other findings; folded ranks stay folded, the chosen line stays chosen."""
        if tuple(groups) == self._groups:
            return
        folded = self._folded()
        chosen = self.currentIndex().data(CONTENT_ROLE)
        self._groups = tuple(groups)
        self._findings.clear()
        for group in groups:
            parent = _item(group, f"{group.rank.value} {len(group.lines)}，{group.remark}")
            for line in group.lines:
                name = f"{line.rank.value}：{line.label} {line.text}{line.advice}"
                child = _item(line, name)
                child.setToolTip(f"{line.text}\n{line.advice}")
                parent.appendRow(child)
            self._findings.appendRow(parent)
            self.setExpanded(parent.index(), group.rank not in folded)
        self._choose(chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _folded(self) -> frozenset[Rank]:
        rows = range(self._findings.rowCount())
        return frozenset(
            self._groups[row].rank
            for row in rows
            if not self.isExpanded(self._findings.index(row, 0))
        )

    def _choose(self, content: object) -> None:
        if not isinstance(content, FindingLine):
            return
        for row in range(self._findings.rowCount()):
            parent = self._findings.item(row)
            for place in range(parent.rowCount()):
                child = parent.child(place)
                if child.data(CONTENT_ROLE) == content:
                    self.setCurrentIndex(child.index())
                    return

    def _act(self, index: QModelIndex) -> None:
        if isinstance(index.data(CONTENT_ROLE), FindingGroup):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._jump(index)

    def _jump(self, index: QModelIndex) -> None:
        content = index.data(CONTENT_ROLE)
        if isinstance(content, FindingLine):
            place: Place = content.place
            self.jump_requested.emit(place)


def _item(content: FindingGroup | FindingLine, name: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(content, CONTENT_ROLE)
    item.setAccessibleText(name)
    return item
