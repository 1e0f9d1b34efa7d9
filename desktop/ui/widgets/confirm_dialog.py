"""A decision that cannot be undone: the title is a question, the buttons say what they do."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank


class Scrim(QWidget):
    """Covers a window while a dialog over it waits; goes when told to."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._appearance.colour(Token.SCRIM)
        colour.setAlpha(self._appearance.theme.colours.scrim_alpha)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.end()


class ScrimmedDialog(QDialog):
    """A window-modal dialog that darkens its window while it is open; show it with `open()`."""

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._scrim: Scrim | None = None
        self.setProperty("kind", "decision")
        self.setMinimumWidth(appearance.px(appearance.measures.dialog_width))
        self.finished.connect(self._uncover)

    @override
    def open(self) -> None:
        window = self.parentWidget()
        if window is not None and self._scrim is None:
            self._scrim = Scrim(self._appearance, window.window())
        super().open()

    def _uncover(self) -> None:
        scrim, self._scrim = self._scrim, None
        if scrim is not None:
            scrim.hide()
            scrim.deleteLater()


@dataclass(frozen=True)
class Question:
    """What is asked.

    Attributes:
        title: A question, ending in ？.
        text: What follows from the act.
        act: What the act's button says: 改为可提交.
        safe: What the safe button says: 保持内部. It is the default and what Esc means.
        destroys: The act destroys data: its button is cinnabar.
    """

    title: str
    text: str
    act: str
    safe: str
    destroys: bool = False


class ConfirmDialog(ScrimmedDialog):
    """Asks once; `decided` carries True for the act and False for the safe choice."""

    decided = Signal(bool)

    def __init__(self, appearance: Appearance, question: Question, window: QWidget) -> None:
        super().__init__(appearance, window)
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(question.text)
        kind = ButtonKind.DANGER if question.destroys else ButtonKind.SECONDARY
        self.act_button = ActionButton(appearance, question.act, kind)
        safe_kind = ButtonKind.SECONDARY if question.destroys else ButtonKind.PRIMARY
        self.safe_button = ActionButton(appearance, question.safe, safe_kind)
        self.safe_button.setAutoDefault(True)
        self.safe_button.setDefault(True)
        self._lay_out(appearance, question)
        self.act_button.clicked.connect(self.accept)
        self.safe_button.clicked.connect(self.reject)
        self.finished.connect(self._tell)
        self.safe_button.setFocus()

    def _lay_out(self, appearance: Appearance, question: Question) -> None:
        measures = appearance.measures
        rank = Rank.ERROR if question.destroys else Rank.WARNING
        head = QHBoxLayout()
        head.setSpacing(measures.space_12)
        icon = IconLabel(appearance, rank.icon, rank.token, measures.space_24)
        head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(TextLabel(question.title, LabelKind.TITLE, wraps=True), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(measures.space_8)
        buttons.addStretch(1)
        buttons.addWidget(self.act_button)
        buttons.addWidget(self.safe_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_16)
        outer.addLayout(head)
        outer.addWidget(TextLabel(question.text, wraps=True, selectable=True))
        outer.addLayout(buttons)

    def _tell(self, result: int) -> None:
        self.decided.emit(result == QDialog.DialogCode.Accepted)
