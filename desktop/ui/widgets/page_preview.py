"""Pages of a document as pictures: paging, zoom, fit; the pictures come from somebody else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.page_canvas import Fit, PageCanvas, PageSize, SealRing
from desktop.ui.widgets.rank import Rank

_STEP = 1.2
_PAGE_EDIT = 44
_ENOUGH = 0.97
_SLOW = "正在读取…"


@dataclass(frozen=True)
class PageRequest:
    """A wish for one page's picture.

    Attributes:
        document: Which `show_document` it belongs to; late answers to an older one are dropped.
        index: The page, from 0.
        width: Wanted device pixels across the page.
    """

    document: int
    index: int
    width: int


PageAsker = Callable[[PageRequest], None]
"""Called on the GUI thread; answers now or later with `PagePreview.deliver` or `fail`."""


class PagePreview(QWidget):
    """A tool row over the page. `tools` takes the screen's own buttons at its right end."""

    page_changed = Signal(int)
    """The page shown, from 0."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PageCanvas(appearance)
        self.failure = MessageBar(appearance, Rank.ERROR, "")
        self.failure.hide()
        self.tools = QHBoxLayout()
        self._document = 0
        self._pages: tuple[PageSize, ...] = ()
        self._rings: dict[int, SealRing] = {}
        self._index = 0
        self._asked: PageRequest | None = None
        self._ask: PageAsker | None = None
        self._make_tools(appearance)
        self._lay_out(appearance)
        self.canvas.scale_changed.connect(self._after_zoom)
        self.clear()

    @property
    def index(self) -> int:
        """The page shown, from 0."""
        return self._index

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def clear(self) -> None:
        """Show no document."""
        self._document += 1
        self._pages, self._ask, self._asked, self._rings = (), None, None, {}
        self.failure.hide()
        self.canvas.hide()
        self._refresh_tools()

    def show_document(
        self,
        pages: Sequence[PageSize],
        ask: PageAsker,
        *,
        first: int = 0,
        rings: dict[int, SealRing] | None = None,
    ) -> None:
        """Show a document: page frames at once, pictures as `ask` is answered.

        Args:
            pages: Size of each page; at least one.
            ask: Where pictures are asked for.
            first: The page to begin with, from 0.
            rings: Places for seals by page, shown over the picture, never printed.
        """
        self._document += 1
        self._pages, self._ask = tuple(pages), ask
        self._rings = dict(rings or {})
        self._asked = None
        self.canvas.show()
        self.go_to(first)

    def deliver(self, request: PageRequest, picture: bytes) -> None:
        """Hand over a page's picture as PNG or JPEG bytes; late ones are dropped."""
        if self._is_wanted(request):
            self._waiting.setText("")
            if not self.canvas.show_picture(picture):
                self.fail(request, "此页无法显示。")

    def fail(self, request: PageRequest, sentence: str, action: str = "") -> None:
        """Say why a page cannot be shown; `failure.action_triggered` tells of the action."""
        if self._is_wanted(request):
            self._waiting.setText("")
            self.failure.show_message(Rank.ERROR, sentence, action)
            self.failure.show()

    def go_to(self, index: int) -> None:
        """Show a page; numbers outside of the document lead to its ends."""
        if not self._pages:
            return
        self._index = min(max(index, 0), len(self._pages) - 1)
        self.failure.hide()
        self.canvas.show_frame(self._pages[self._index])
        self.canvas.show_ring(self._rings.get(self._index))
        self._asked = None
        self._ask_for_picture()
        self._refresh_tools()
        self.page_changed.emit(self._index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            self.go_to(self._index + step)
        else:
            super().keyPressEvent(event)

    def _is_wanted(self, request: PageRequest) -> bool:
        return request.document == self._document and request.index == self._index

    def _ask_for_picture(self) -> None:
        if self._ask is None:
            return
        request = PageRequest(self._document, self._index, self.canvas.wanted_width())
        asked = self._asked
        same_page = asked is not None and asked.index == self._index
        if asked is not None and same_page and request.width * _ENOUGH <= asked.width:
            return
        self._asked = request
        if not self.canvas.has_picture:
            self._waiting.setText(_SLOW)
        self._ask(request)

    def _after_zoom(self, zoom: float) -> None:
        fits = self.canvas.fit is not Fit.FREE
        self.fit_button.setText(self.canvas.fit.value if fits else f"{round(zoom * 100)}%")
        self._ask_for_picture()

    def _next_fit(self) -> None:
        wide = self.canvas.fit is Fit.WIDTH
        self.canvas.set_fit(Fit.PAGE if wide else Fit.WIDTH)
        self.fit_button.setText(self.canvas.fit.value)

    def _take_typed_page(self) -> None:
        typed = self.page_edit.text().strip()
        if typed.isdecimal() and int(typed) != self._index + 1:
            self.go_to(int(typed) - 1)
        else:
            self._refresh_tools()

    def _refresh_tools(self) -> None:
        count = len(self._pages)
        self.page_edit.setText(str(self._index + 1) if count else "")
        self._count.setText(f"/ {count}")
        self.previous_button.setEnabled(self._index > 0)
        self.next_button.setEnabled(self._index + 1 < count)
        for control in (self.page_edit, self.fit_button, *self._zoom_buttons):
            control.setEnabled(count > 0)
        if not count:
            self._waiting.setText("")

    def _make_tools(self, appearance: Appearance) -> None:
        self.previous_button = IconButton(appearance, Icon.CHEVRON_LEFT, "上一页")
        self.next_button = IconButton(appearance, Icon.EXPAND, "下一页")
        self.page_edit = QLineEdit()
        self.page_edit.setAccessibleName("页码")
        self.page_edit.setProperty("density", "compact")
        self.page_edit.setFixedWidth(appearance.px(_PAGE_EDIT))
        self._count = TextLabel("", LabelKind.SECONDARY)
        self._waiting = TextLabel("", LabelKind.CAPTION)
        zoom_out = IconButton(appearance, Icon.ZOOM_OUT, "缩小")
        zoom_in = IconButton(appearance, Icon.ZOOM_IN, "放大")
        turn = IconButton(appearance, Icon.ROTATE, "旋转")
        self._zoom_buttons = (zoom_out, zoom_in, turn)
        self.fit_button = ActionButton(appearance, Fit.WIDTH.value, ButtonKind.TEXT, compact=True)
        self.fit_button.setToolTip("适合宽与整页之间切换")
        self.previous_button.clicked.connect(lambda: self.go_to(self._index - 1))
        self.next_button.clicked.connect(lambda: self.go_to(self._index + 1))
        self.page_edit.editingFinished.connect(self._take_typed_page)
        zoom_out.clicked.connect(lambda: self.canvas.set_zoom(self.canvas.zoom / _STEP))
        zoom_in.clicked.connect(lambda: self.canvas.set_zoom(self.canvas.zoom * _STEP))
        turn.clicked.connect(self.canvas.rotate_page)
        self.fit_button.clicked.connect(self._next_fit)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        row = QHBoxLayout()
        row.setContentsMargins(measures.space_8, 4, measures.space_8, 4)
        row.setSpacing(measures.space_4)
        zoom_out, zoom_in, turn = self._zoom_buttons
        parts = (
            self.previous_button,
            self.page_edit,
            self._count,
            self.next_button,
            zoom_out,
            self.fit_button,
            zoom_in,
            turn,
            self._waiting,
        )
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        row.addLayout(self.tools)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(self.failure)
        outer.addWidget(self.canvas, 1)
        outer.addStretch(0)
