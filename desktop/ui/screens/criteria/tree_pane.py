"""The left pane: filter, tree and legend."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.outline import CriterionRow, Outline
from desktop.ui.screens.criteria.tree_delegate import OutlineDelegate
from desktop.ui.screens.criteria.tree_model import ROW_ROLE, OutlineFilter, OutlineModel
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.state_badge import StateBadge

_LEGEND: Final = (
    (ResponseState.VERIFIED, ResponseState.READY, ResponseState.PREPARING),
    (ResponseState.NOT_STARTED, ResponseState.NOT_DUE, ResponseState.NOT_CLAIMED),
)


class TreePane(QFrame):
    """Tells which criterion the user chose; showing one tells nobody."""

    chosen = Signal(str)
    """Id of a criterion, by mouse or keyboard."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._appearance = appearance
        self._model = OutlineModel(self)
        self._filter = OutlineFilter(self)
        self._filter.setSourceModel(self._model)
        self._current = ""
        self._filtering = False
        self._filter.setDynamicSortFilter(False)
        self.tree = self._make_tree(appearance)
        self._delegate = OutlineDelegate(appearance, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.filter_edit = SearchField(appearance, Icon.FILTER, "筛选条目", "按编号或文字筛选条目")
        self.unfinished_button = QToolButton()
        self.unfinished_button.setCheckable(True)
        self.unfinished_button.setProperty("kind", "segment")
        self.unfinished_button.setProperty("place", "only")
        self.unfinished_button.setToolTip("只看还需要处理的条目")
        self.unfinished_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._verified = Badge("")
        self._nothing = TextLabel("没有符合条件的条目", LabelKind.SECONDARY)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._legend = {state: StateBadge(appearance, state, 0) for row in _LEGEND for state in row}
        self._lay_out(appearance)
        self._connect()

    def show_outline(self, outline: Outline) -> None:
        """Show another snapshot; what is open and chosen stays."""
        first = not self._current and self._model.rowCount() == 0
        self._model.show_outline(outline)
        if first:
            self._open_groups()
        counts = outline.counts
        for state, badge in self._legend.items():
            badge.show_state(state, counts[state])
        done, total = counts[ResponseState.VERIFIED], len(outline.criteria)
        self._verified.setText(f"{done}/{total} 已核对")
        self._verified.setAccessibleName(f"{total} 项中 {done} 项已核对")
        self._verified.adjustSize()
        self.unfinished_button.setText(f"未完成 {outline.unfinished}")
        self._take_filter()

    def show_current(self, criterion_id: str) -> None:
        """Mark a criterion and open its section."""
        self._current = criterion_id
        index = self._filter.mapFromSource(self._model.index_of(criterion_id))
        selection = self.tree.selectionModel()
        if not index.isValid():
            selection.clearSelection()
            return
        self.tree.setExpanded(index.parent().parent(), True)  # noqa: FBT003 - Qt names no keyword
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.tree.scrollTo(index)

    def set_compact(self, *, compact: bool) -> None:
        """Use lower rows."""
        self._delegate.set_compact(compact=compact)

    def _make_tree(self, appearance: Appearance) -> QTreeView:
        tree = QTreeView()
        tree.setAccessibleName("条目")
        tree.setHeaderHidden(True)
        tree.setModel(self._filter)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setExpandsOnDoubleClick(False)
        tree.setMouseTracking(True)
        tree.setUniformRowHeights(False)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setMinimumHeight(appearance.px(appearance.measures.row * 3))
        return tree

    def _connect(self) -> None:
        self.tree.clicked.connect(self._take_click)
        self.tree.selectionModel().currentChanged.connect(self._take_current)
        self.filter_edit.textChanged.connect(self._take_filter)
        self.unfinished_button.toggled.connect(self._take_filter)
        self._appearance.changed.connect(self.tree.scheduleDelayedItemsLayout)

    def _take_click(self, index: QModelIndex) -> None:
        if not index.parent().isValid():
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _take_current(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if self._filtering:  # the view moves on when its row goes; the user did not
            return
        if isinstance(row, CriterionRow) and row.id != self._current:
            self._current = row.id
            self.chosen.emit(row.id)

    def _take_filter(self) -> None:
        self._filtering = True
        self._filter.set_filter(
            self.filter_edit.text(), unfinished=self.unfinished_button.isChecked()
        )
        self._filtering = False
        if self._filter.is_active:
            self.tree.expandAll()
        else:
            self._open_groups()
        self._nothing.setVisible(self._filter.rowCount() == 0)
        if self._current:
            self.show_current(self._current)

    def _open_groups(self) -> None:
        """Groups are headings and always open; sections stay as the user left them."""
        for row in range(self._filter.rowCount()):
            section = self._filter.index(row, 0)
            for group in range(self._filter.rowCount(section)):
                self.tree.expand(self._filter.index(group, 0, section))

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        head = QHBoxLayout()
        head.setContentsMargins(measures.space_12, 0, measures.space_8, 0)
        title = TextLabel("逐项自评", LabelKind.HEADING)
        title.setMinimumHeight(appearance.px(measures.card_header))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._verified)
        row = QHBoxLayout()
        row.setContentsMargins(measures.space_8, 6, measures.space_8, 6)
        row.setSpacing(6)
        row.addWidget(self.filter_edit, 1)
        row.addWidget(self.unfinished_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(SeparatorLine())
        outer.addLayout(row)
        outer.addWidget(self._nothing)
        outer.addWidget(self.tree, 1)
        outer.addWidget(SeparatorLine())
        outer.addLayout(self._legend_grid(appearance))

    def _legend_grid(self, appearance: Appearance) -> QGridLayout:
        space = appearance.measures.space_8
        grid = QGridLayout()
        grid.setContentsMargins(space + 4, space, space, space)
        grid.setHorizontalSpacing(space)
        grid.setVerticalSpacing(4)
        for row, states in enumerate(_LEGEND):
            for column, state in enumerate(states):
                grid.addWidget(self._legend[state], row, column)
        return grid
