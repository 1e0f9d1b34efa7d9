"""The page pane of an evidence file: pictures come from jobs, never from a file on the disk."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.evidence import EvidenceItem
from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.jobs import Job, JobContext
from desktop.services.preview_service import PageImage
from desktop.ui.resources import Icon
from desktop.ui.session import Session
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.page_canvas import A4, PageSize
from desktop.ui.widgets.page_preview import PagePreview, PageRequest
from desktop.ui.widgets.rank import Rank

_REST_MS: Final = 120
"""Walking through criteria quickly opens no file on the way."""

_NARROWEST: Final = 340
_ROOMY: Final = 420


@dataclass(frozen=True)
class _Wish:
    """One page of an item, at least this many device pixels wide; a later item overtakes it."""

    serial: int
    item: EvidenceItem
    index: int
    width: int


class EvidencePreview(QFrame):
    """Shows one item at a time; a failure is said in words and leaves the rest usable."""

    page_taken = Signal(str, int)
    """以本页为定位: evidence number and page from 1."""
    closed = Signal()
    """The user folded the pane away."""

    def __init__(
        self, session: Session, *, takes_pages: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAccessibleName("预览")
        self._session = session
        self._takes_pages = takes_pages
        self._serial = 0
        self._item: EvidenceItem | None = None
        self._waiting: _Wish | None = None
        self._first: PageImage | None = None
        self._first_wish: _Wish | None = None
        self._size = A4
        self._make_parts()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._lay_out()
        self.setMinimumWidth(session.appearance.px(_NARROWEST))
        self._rest.timeout.connect(self._open_waiting)
        self.take_button.clicked.connect(self.take_page)
        self.close_button.clicked.connect(self.closed)
        self.show_item(None)

    @property
    def item(self) -> EvidenceItem | None:
        """What is shown or about to be shown."""
        return self._item

    def show_item(self, item: EvidenceItem | None, page: int | None = None, foot: str = "") -> None:
        """Show a file, from a page that is counted from 1; None shows no file.

        A file that is open already is not opened again: another page of it is turned up.
        """
        self._foot_text.setText(foot)
        self._foot.setVisible(bool(foot))
        if item is not None and self._item is not None and item.id == self._item.id:
            self._turn_to(page)
            return
        self._serial += 1
        self._item, self._waiting, self._first = item, None, None
        self.pages.clear()
        self.failure.hide()
        self.take_button.setEnabled(False)
        self.title.setText(item.file_name if item else "预览")
        self.empty.setVisible(item is None)
        self.pages.setVisible(item is not None)
        self.waiting.setVisible(item is not None)
        if item is not None:
            wide = round(max(self.width(), _NARROWEST) * self.devicePixelRatioF())
            self._waiting = _Wish(self._serial, item, (page or 1) - 1, wide)
            self._rest.start()

    def take_page(self) -> None:
        """Tell the page that is shown, for a locator."""
        if self._takes_pages and self._item is not None and self.pages.page_count:
            self.page_taken.emit(self._item.id, self.pages.index + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._session.appearance.px(_ROOMY)
        self.take_button.setText("以本页为定位" if roomy else "定位")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting is not None:
            self._rest.start()

    def _turn_to(self, page: int | None) -> None:
        if page is None:
            return
        if self._waiting is not None:
            wish = self._waiting
            self._waiting = _Wish(wish.serial, wish.item, page - 1, wish.width)
        elif self.pages.page_count and self.pages.index != page - 1:
            self.pages.go_to(page - 1)

    def _open_waiting(self) -> None:
        """Open what was asked for last; a pane out of sight waits until it is seen."""
        if self._waiting is None or not self.isVisible():
            return
        wish, self._waiting = self._waiting, None
        self._session.run(
            self._job(wish),
            lambda image: self._begin(wish, image),
            lambda error: self._say_failure(wish, error),
        )

    def _job(self, wish: _Wish) -> Job[PageImage | None]:
        project, previews = self._session.require_project(), self._session.services.previews

        def run(_context: JobContext) -> PageImage | None:
            if wish.serial != self._serial:  # overtaken while it waited
                return None
            return previews.page(project, wish.item, wish.index, wish.width)

        return Job("读取预览", run)

    def _begin(self, wish: _Wish, image: PageImage | None) -> None:
        if image is None or wish.serial != self._serial:
            return
        self.waiting.hide()
        self._first, self._first_wish = image, wish
        self._size = _page_size(image.png)
        count = max(image.page_count, 1)
        self.take_button.setEnabled(self._takes_pages)
        self.pages.show_document([self._size] * count, self._ask, first=min(wish.index, count - 1))

    def _ask(self, request: PageRequest) -> None:
        """Answer the page pane: the first picture is there already."""
        first, wish = self._first, self._first_wish
        if first is not None and wish is not None:
            self._first = None
            self.pages.deliver(request, first.png)
            if request.width <= wish.width:
                return
        if self._item is None:
            return
        wish = _Wish(self._serial, self._item, request.index, request.width)
        self._session.run(
            self._job(wish),
            lambda image: self._deliver(wish, request, image),
            lambda error: self._say_page_failure(wish, request, error),
        )

    def _deliver(self, wish: _Wish, request: PageRequest, image: PageImage | None) -> None:
        if image is None or wish.serial != self._serial:
            return
        size = _page_size(image.png)
        if request.index == self.pages.index and size != self._size:
            self.pages.canvas.show_frame(size)
        self.pages.deliver(request, image.png)

    def _say_failure(self, wish: _Wish, error: AppError) -> None:
        if wish.serial == self._serial:
            message = explain(error)
            self.waiting.hide()
            self.pages.hide()
            self.failure.show_message(Rank.WARNING, f"{message.text}{message.advice}")
            self.failure.show()

    def _say_page_failure(self, wish: _Wish, request: PageRequest, error: AppError) -> None:
        if wish.serial == self._serial:
            message = explain(error)
            self.pages.fail(request, f"{message.text}{message.advice}")

    def _make_parts(self) -> None:
        appearance = self._session.appearance
        self.title = ElidedLabel("", LabelKind.HEADING, elide=Qt.TextElideMode.ElideMiddle)
        self.close_button = IconButton(appearance, Icon.PANEL, "收起预览")
        self.close_button.setToolTip("收起预览  F9")
        self.pages = PagePreview(appearance)
        self.take_button = ActionButton(
            appearance, "定位", ButtonKind.TEXT, Icon.LOCATE, compact=True
        )
        self.take_button.setAccessibleName("以本页为定位")
        self.take_button.setToolTip("把本页写入章条 / 页码  Ctrl+L")
        self.take_button.setVisible(self._takes_pages)
        self.failure = MessageBar(appearance, Rank.WARNING, "")
        self.empty = EmptyState(
            appearance, Icon.DOCUMENT, "没有可预览的文件", "选一件证据后在这里看"
        )
        self.waiting = TextLabel("正在读取…", LabelKind.SECONDARY)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot = QFrame()
        self._foot_text = TextLabel("", LabelKind.SECONDARY, wraps=True)
        small = appearance.measures.icon_small
        self._foot_icon = IconLabel(appearance, Icon.INFO, Token.INFO, small)

    def _lay_out(self) -> None:
        measures = self._session.appearance.measures
        head = QHBoxLayout()
        head.setContentsMargins(measures.space_12, 0, measures.space_8, 0)
        self.title.setMinimumHeight(self._session.appearance.px(measures.card_header))
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self.pages.tools.addWidget(self.take_button)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(measures.space_12, measures.space_8, measures.space_12, 8)
        foot.addWidget(self._foot_icon)
        foot.addWidget(self._foot_text, 1)
        margin = QVBoxLayout()
        margin.setContentsMargins(measures.space_12, measures.space_12, measures.space_12, 0)
        margin.addWidget(self.failure)
        margin.addWidget(self.empty, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(SeparatorLine())
        outer.addLayout(margin)
        outer.addWidget(self.pages)
        outer.addWidget(self.waiting, 1)
        outer.setStretchFactor(self.pages, 1)
        outer.addWidget(self._foot)


def _page_size(png: bytes) -> PageSize:
    """A page as wide as A4 with the picture's proportions."""
    image = QImage.fromData(png)
    if image.isNull():
        return A4
    return PageSize(A4.width, round(A4.width * image.height() / image.width(), 1))
