"""How tree, card and preview share the room: side by side, tabs, or a drop-down."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.card import CriterionCard
from desktop.ui.size_class import SizeClass, WidthClass, size_class
from desktop.ui.widgets.buttons import ActionButton, ButtonKind

_TREE: Final = {WidthClass.MEDIUM: 252, WidthClass.NORMAL: 274, WidthClass.WIDE: 340}
_PREVIEW: Final = {WidthClass.NORMAL: 384, WidthClass.WIDE: 560}
_PREVIEW_ROOMY: Final = 432
_ROOMY: Final = 1440
_TREE_COMPACT: Final = 252
_CARD_LEAST: Final = 480
_CARD, _PAGE = 0, 1


class CriteriaPanes(QWidget):
    """Takes the form of its window's size; F9 shows and hides the preview in each of them."""

    form_changed = Signal(object)
    """The new SizeClass."""

    def __init__(
        self,
        appearance: Appearance,
        tree: QWidget,
        card: CriterionCard,
        preview: QWidget,
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
        self._lay_out()
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
            self._place_steps()
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
        if choosing:
            self._tree.setFocus()

    def _place_steps(self) -> None:
        """The row of steps also carries the tabs: it stands above whatever they change."""
        steps = self._card.steps
        match self.size_form.width:
            case WidthClass.NARROW:
                self._whole.insertWidget(0, steps)
            case WidthClass.MEDIUM:
                self._column.insertWidget(0, steps)
            case _:
                self._card.take_steps()

    def _share(self) -> None:
        """Give the side panes their widths; the card takes the rest."""
        width = self.size_form.width
        px = self._appearance.px
        tree = px(_TREE_COMPACT if self.size_form.compact else _TREE.get(width, _TREE_COMPACT))
        roomy = width is WidthClass.NORMAL and self.window().width() >= _ROOMY
        preview = px(_PREVIEW_ROOMY if roomy else _PREVIEW.get(width, 0))
        rest = max(self.width() - tree - preview, px(_CARD_LEAST))
        self.outer.setSizes([tree, max(self.width() - tree, px(_CARD_LEAST))])
        self.inner.setSizes([rest, preview or rest])

    def _lay_out(self) -> None:
        self._card.steps.row.insertWidget(0, self.tree_button)
        self._card.steps.row.addWidget(self.tabs)
        self.inner = QSplitter(Qt.Orientation.Horizontal)
        self.inner.addWidget(self._card)
        self.inner.addWidget(self._preview)
        self.inner.setStretchFactor(0, 1)
        self.inner.setStretchFactor(1, 0)
        self.inner.setChildrenCollapsible(False)
        self._column = QVBoxLayout(self._middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.inner, 1)
        self.outer = QSplitter(Qt.Orientation.Horizontal)
        self.outer.addWidget(self._tree)
        self.outer.addWidget(self._middle)
        self.outer.setStretchFactor(0, 0)
        self.outer.setStretchFactor(1, 1)
        self.outer.setChildrenCollapsible(False)
        for splitter in (self.inner, self.outer):
            splitter.setHandleWidth(1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.outer, 1)
