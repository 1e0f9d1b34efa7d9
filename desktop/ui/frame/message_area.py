"""Failures and words that belong to no page, above the page until someone closes them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages import Message, explain
from desktop.services.errors import CancelledJobError
from desktop.ui.appearance import Appearance
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_MOST = 3


class MessageArea(QWidget):
    """At most three sentences, the newest above; each can be closed."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._bars: list[MessageBar] = []
        self._layout = QVBoxLayout(self)
        side, space = appearance.measures.space_20, appearance.measures.space_8
        self._layout.setContentsMargins(side, space, side, 0)
        self._layout.setSpacing(space)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown now, the newest first."""
        return tuple(bar.text for bar in self._bars)

    @Slot(object)
    def show_failure(self, message: Message) -> None:
        """Say what failed, what it means and what to do."""
        self._add(Rank.ERROR, f"{message.text}{message.advice}")

    @Slot()
    def show_cancelled(self) -> None:
        """Say that a job was stopped."""
        self._add(Rank.INFO, explain(CancelledJobError()).text)

    @Slot()
    def clear(self) -> None:
        for bar in tuple(self._bars):
            self._drop(bar)

    def _add(self, rank: Rank, text: str) -> None:
        for same in [bar for bar in self._bars if bar.text == text]:
            self._drop(same)
        bar = MessageBar(self._appearance, rank, text, "关闭")
        bar.action_triggered.connect(lambda: self._drop(bar))
        self._bars.insert(0, bar)
        self._layout.insertWidget(0, bar)
        for old in self._bars[_MOST:]:
            self._drop(old)
        self.show()

    def _drop(self, bar: MessageBar) -> None:
        self._bars.remove(bar)
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        self.setVisible(bool(self._bars))
