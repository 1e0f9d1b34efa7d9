"""How tree, card and preview share the room: side by side, tabs, or a drop-down."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.size_class import SizeClass, WidthClass, size_class
from desktop.ui.widgets.buttons import ActionButton, ButtonKind

_TREE: Final = {WidthClass.MEDIUM: 252, WidthClass.NORMAL: 274, WidthClass.WIDE: 340}
_PREVIEW: Final = {WidthClass.NORMAL: 352, WidthClass.WIDE: 560}
_TREE_COMPACT: Final = 252
_CARD_LEAST: Final = 480
_CARD, _PAGE = 0, 1


class CriteriaPanes(QWidget):
    """Takes the form of its window's size; F9 shows and hides the preview in each of them."""

    form_changed = Signal(object)
    """The new SizeClass."""

    def __init__(
        self, appearance: Appearance, tree: QWidget, card: QWidget, preview: QWidget
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._tree, self._card, self._preview = tree, card, preview
        self._size: SizeClass | None = None
        self._folded = False
        self.tabs = QTabBar()
        self.tabs.addTab("条目卡")
        self.tabs.addTab("预览")
        self.tabs.setAccessibleName("条目卡或预览")
        self.tabs.setDrawBase(False)
        self.tree_button = ActionButton(appearance, "选择条目", ButtonKind.TOOL, Icon.COLLAPSE)
        self.tree_button.setCheckable(True)
        self._middle = QWidget()
        self._lay_out(appearance)
        self.tabs.currentChanged.connect(self._arrange)
        self.tree_button.toggled.connect(self._arrange)

    @property
    def size_form(self) -> SizeClass:
        """The form that was taken last."""
        return self._size or size_class(self.window().width(), self.window().height())

    def toggle_preview(self) -> None:
        """F9: fold or unfold the pane, or change the tab."""
        if self.size_form.width >= WidthClass.NORMAL:
            self._folded = not self._folded
        else:
            self.tabs.setCurrentIndex(_CARD if self.tabs.currentIndex() == _PAGE else _PAGE)
        self._arrange()

    def show_preview(self) -> None:
        """Bring the preview into view."""
        self._folded = False
        self.tabs.setCurrentIndex(_PAGE)
        self._arrange()

    def show_card(self) -> None:
        """Bring the card into view and close the drop-down tree."""
        self.tabs.setCurrentIndex(_CARD)
        self.tree_button.setChecked(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        new = size_class(window.width(), window.height())
        if new != self._size:
            self._size = new
            self._share()
            self._arrange()
            self.form_changed.emit(new)

    def _arrange(self) -> None:
        """Show what belongs to the form."""
        width = self.size_form.width
        narrow = width is WidthClass.NARROW
        tabbed = width <= WidthClass.MEDIUM
        page = self.tabs.currentIndex() == _PAGE
        self.tabs.setVisible(tabbed)
        self.tree_button.setVisible(narrow)
        choosing = narrow and self.tree_button.isChecked()
        self._tree.setVisible(not narrow or choosing)
        self._preview.setVisible(page if tabbed else not self._folded)
        self._card.setVisible(not (tabbed and page))
        self._middle.setVisible(not choosing)
        self._bar.setVisible(tabbed)
        if choosing:
            self._tree.setFocus()

    def _share(self) -> None:
        """Give the side panes their widths; the card takes the rest."""
        width = self.size_form.width
        px = self._appearance.px
        tree = px(_TREE_COMPACT if self.size_form.compact else _TREE.get(width, _TREE_COMPACT))
        preview = px(_PREVIEW.get(width, 0))
        rest = max(self.width() - tree - preview, px(_CARD_LEAST))
        self.outer.setSizes([tree, max(self.width() - tree, px(_CARD_LEAST))])
        self.inner.setSizes([rest, preview or rest])

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(measures.space_16, 4, measures.space_16, 0)
        row.addWidget(self.tree_button)
        row.addStretch(1)
        row.addWidget(self.tabs)
        self.inner = QSplitter(Qt.Orientation.Horizontal)
        self.inner.addWidget(self._card)
        self.inner.addWidget(self._preview)
        self.inner.setStretchFactor(0, 1)
        self.inner.setStretchFactor(1, 0)
        self.inner.setChildrenCollapsible(False)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.inner, 1)
        self.outer = QSplitter(Qt.Orientation.Horizontal)
        self.outer.addWidget(self._tree)
        self.outer.addWidget(self._middle)
        self.outer.setStretchFactor(0, 0)
        self.outer.setStretchFactor(1, 1)
        self.outer.setChildrenCollapsible(False)
        for splitter in (self.inner, self.outer):
            splitter.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self.outer, 1)
