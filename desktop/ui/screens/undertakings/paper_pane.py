"""The middle pane: the paper exactly as it will be printed, or why there is none yet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.preview_service import PageImage
from desktop.services.undertaking_service import PreparedUndertaking
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import ElidedLabel, LabelKind
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.page_canvas import A4, Fit, SealRing
from desktop.ui.widgets.page_preview import PagePreview, PageRequest
from desktop.ui.widgets.rank import Rank

_FIRST = "先回答生成前须确认的问题"
_FIRST_HINT = "问题答完之前不显示正文。"


class PaperPane(QFrame):
    """Shows pictures that somebody else makes; `page_wanted` asks for one."""

    export_requested = Signal()
    print_requested = Signal()
    fields_requested = Signal()
    """The user wants to be led to what is missing."""
    page_wanted = Signal(object)
    """A PageRequest for the paper that is shown."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setAccessibleName("打印预览")
        self._appearance = appearance
        self._first: PageImage | None = None
        self.title = ElidedLabel("", LabelKind.STRONG)
        self.version = Badge("")
        self.export_button = ActionButton(
            appearance, "导出打印件", ButtonKind.PRIMARY, Icon.EXPORT, compact=True
        )
        self.print_button = ActionButton(appearance, "打印", icon=Icon.PRINT, compact=True)
        self.print_button.setToolTip("用系统的 PDF 程序打开打印件  Ctrl+P")
        self.message = MessageBar(appearance, Rank.WARNING, "")
        self.caution = MessageBar(appearance, Rank.WARNING, "")
        self.done = MessageBar(appearance, Rank.GOOD, "")
        self.empty = EmptyState(appearance, Icon.UNDERTAKING, _FIRST, _FIRST_HINT)
        self._blank = QWidget()
        self.pages = PagePreview(appearance)
        self.fit(Fit.PAGE)
        self._lay_out()
        self.export_button.clicked.connect(self.export_requested)
        self.print_button.clicked.connect(self.print_requested)
        self.message.action_triggered.connect(self.fields_requested)

    def fit(self, fit: Fit) -> None:
        """Let the page fill the width or the whole view."""
        self.pages.canvas.set_fit(fit)
        self.pages.fit_button.setText(fit.value)

    def show_nothing(self, title: str, sentence: str, rank: Rank = Rank.WARNING) -> None:
        """Show no paper: the questions come first, or `sentence` says what is in the way."""
        self.title.setText(title)
        self.version.hide()
        self.caution.hide()
        self.done.hide()
        self.pages.clear()
        self.pages.hide()
        self._blank.show()
        self.empty.setVisible(not sentence)
        self._say(sentence, rank)
        self.allow("先完成左侧的内容。")

    def show_paper(
        self, prepared: PreparedUndertaking, first: PageImage, cautions: Sequence[str]
    ) -> None:
        """Show a paper; its first picture is there already."""
        self.title.setText(prepared.document.title)
        self.version.setText(f"第 {prepared.draft.version} 版")
        self.version.show()
        self._blank.hide()
        self._say("", Rank.WARNING)
        text = "".join(cautions)
        self.caution.setVisible(bool(text))
        if text and text != self.caution.text:
            self.caution.show_message(Rank.WARNING, text)
        self._first = first
        seal = prepared.seal
        ring = SealRing(seal.left, seal.top, seal.diameter)
        self.pages.show()
        shown = min(self.pages.index, prepared.page_count - 1)
        self.pages.show_document(
            [A4] * prepared.page_count, self._ask, first=shown, rings={seal.page_index: ring}
        )

    def say(self, sentence: str, rank: Rank) -> None:
        """Say what became of an export."""
        self.done.show_message(rank, sentence)
        self.done.show()

    def offer_fields(self, *, offered: bool) -> None:
        """Offer to lead to what is missing."""
        self.message.show_message(Rank.WARNING, self.message.text, "去填写" if offered else "")

    def allow(self, obstacle: str) -> None:
        """Enable export and print, or say why not."""
        for button in (self.export_button, self.print_button):
            button.setEnabled(not obstacle)
        self.export_button.setToolTip(obstacle or "写出 PDF，供打印、盖章")

    def _say(self, sentence: str, rank: Rank) -> None:
        self.message.setVisible(bool(sentence))
        if sentence:
            self.message.show_message(rank, sentence)

    def _ask(self, request: PageRequest) -> None:
        first, self._first = self._first, None
        if first is not None and request.index == 0:
            self.pages.deliver(request, first.png)
            if QImage.fromData(first.png).width() >= request.width:
                return
        self.page_wanted.emit(request)

    def _lay_out(self) -> None:
        measures = self._appearance.measures
        head = QFrame()
        head.setProperty("kind", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(measures.space_16, 0, measures.space_12, 0)
        row.setSpacing(measures.space_8)
        head.setMinimumHeight(self._appearance.px(measures.card_header))
        row.addWidget(self.title)
        row.addWidget(self.version)
        row.addStretch(1)
        row.addWidget(self.print_button)
        row.addWidget(self.export_button)
        words = QVBoxLayout()
        words.setContentsMargins(measures.space_12, measures.space_12, measures.space_12, 0)
        words.setSpacing(measures.space_8)
        words.addWidget(self.message)
        words.addWidget(self.done)
        words.addWidget(self.caution)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(SeparatorLine())
        outer.addLayout(words)
        blank = QVBoxLayout()
        blank.setContentsMargins(*(measures.space_12,) * 4)
        blank.addWidget(self.empty, 1)
        self._blank.setLayout(blank)
        outer.addWidget(self._blank, 1)
        outer.addWidget(self.pages, 1)
        for bar in (self.message, self.caution, self.done):
            bar.hide()
