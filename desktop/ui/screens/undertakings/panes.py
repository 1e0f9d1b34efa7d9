"""How form, paper and progress share the room: side by side, or the last two as tabs."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.size_class import WidthClass, size_class

_FORM: Final = {WidthClass.NARROW: 344, WidthClass.MEDIUM: 332, WidthClass.WIDE: 420}
_FORM_NORMAL: Final = 376
_PROGRESS: Final = {WidthClass.WIDE: 360}
_PROGRESS_NORMAL: Final = 300
_PAPER_LEAST: Final = 360
_PAPER, _PROGRESS_TAB = 0, 1


class PaperPanes(QWidget):
    """Takes the form of its window's width."""

    narrowed = Signal(bool)
    """Whether there is room for one pane beside the form alone."""

    def __init__(
        self, appearance: Appearance, form: QWidget, paper: QWidget, progress: QWidget
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._paper, self._progress = paper, progress
        self._width: WidthClass | None = None
        self.tabs = QTabBar()
        self.tabs.addTab("打印预览")
        self.tabs.addTab("办理进度")
        self.tabs.setAccessibleName("打印预览或办理进度")
        self.tabs.setDrawBase(False)
        self._rest = QSplitter(Qt.Orientation.Horizontal)
        self._rest.addWidget(paper)
        self._rest.addWidget(progress)
        self._rest.setStretchFactor(0, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._rest, 1)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        self._whole.addWidget(form)
        self._whole.addWidget(right)
        self._whole.setStretchFactor(1, 1)
        for splitter in (self._rest, self._whole):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        self.tabs.currentChanged.connect(self._arrange)
        self.tabs.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        width = size_class(window.width(), window.height()).width
        if width is not self._width:
            self._width = width
            self._share(width)
            self._arrange()
            self.narrowed.emit(width is WidthClass.NARROW)

    def _arrange(self) -> None:
        narrow = self._width is WidthClass.NARROW
        self.tabs.setVisible(narrow)
        page = self.tabs.currentIndex()
        self._paper.setVisible(not narrow or page == _PAPER)
        self._progress.setVisible(not narrow or page == _PROGRESS_TAB)

    def _share(self, width: WidthClass) -> None:
        px = self._appearance.px
        form = px(_FORM.get(width, _FORM_NORMAL))
        progress = px(_PROGRESS.get(width, _PROGRESS_NORMAL))
        least = px(_PAPER_LEAST)
        self._whole.setSizes([form, max(self.width() - form, least)])
        self._rest.setSizes([max(self.width() - form - progress, least), progress])
