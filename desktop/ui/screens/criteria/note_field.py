"""证明说明: saved while typing pauses, when it is left, and when the criterion changes."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.screens.criteria.card_content import NOTE_LENGTH
from desktop.ui.widgets.labels import ElidedLabel, LabelKind, TextLabel

PAUSE_MS: Final = 1_200
"""How long typing rests before it is saved."""

_LINES: Final = 3
_LINES_COMPACT: Final = 2
_MOST_LINES: Final = 8
_FRAME: Final = 24


class NoteField(QWidget):
    """`written` tells of a text once, with the criterion that it was typed for."""

    written = Signal(str, str)
    """Criterion id and text."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion_id = ""
        self._compact = False
        self._appearance = appearance
        self.title = TextLabel("", LabelKind.HEADING)
        self._hint = ElidedLabel("一两句话写清材料证明了什么，将印在分隔页上", LabelKind.SECONDARY)
        self.counter = TextLabel("", LabelKind.SECONDARY)
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        self.editor.setAcceptDrops(False)
        self.editor.viewport().setAcceptDrops(False)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self._lay_out(appearance)
        self.editor.textChanged.connect(self._count)
        self.editor.modificationChanged.connect(self._count)
        self.pause.timeout.connect(self.hand_over)
        self.editor.installEventFilter(self)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._fit)
        appearance.changed.connect(self._fit)

    def show_note(self, criterion_id: str, title: str, note: str) -> None:
        """Show what is kept; what is being typed for the same criterion is left alone."""
        self.title.setText(title)
        self.editor.setAccessibleName(title)
        same = criterion_id == self._criterion_id
        self._criterion_id = criterion_id
        if same and self.editor.document().isModified():
            return
        if same and self.editor.toPlainText().strip() == note.strip():
            return
        self.editor.setPlainText(note)
        self.pause.stop()
        self._count()

    def hand_over(self) -> None:
        """Tell of text that was typed since the last time."""
        self.pause.stop()
        if self.editor.document().isModified():
            self.editor.document().setModified(False)
            self.written.emit(self._criterion_id, self.editor.toPlainText())

    def set_compact(self, *, compact: bool) -> None:
        """Show two lines instead of three."""
        self._compact = compact
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() is QEvent.Type.FocusOut:
            self.hand_over()
        return super().eventFilter(watched, event)

    def _count(self) -> None:
        length = len(self.editor.toPlainText().strip())
        over = length - NOTE_LENGTH
        self.counter.setText(
            f"{length} / {NOTE_LENGTH}" + (f"，超出 {over} 字" if over > 0 else "")
        )
        self.counter.set_kind(LabelKind.CAUTION if over > 0 else LabelKind.SECONDARY)
        if self.editor.document().isModified():
            self.pause.start()

    def _fit(self) -> None:
        """Grow with the text up to a limit; the card scrolls when room is short."""
        least = _LINES_COMPACT if self._compact else _LINES
        lines = min(max(round(self.editor.document().size().height()), least), _MOST_LINES)
        height = self.editor.fontMetrics().lineSpacing() * lines + self._appearance.px(_FRAME)
        self.editor.setFixedHeight(height)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        head = QHBoxLayout()
        head.setSpacing(measures.space_8)
        head.addWidget(self.title)
        head.addWidget(self._hint, 1)
        head.addWidget(self.counter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(measures.space_4)
        outer.addLayout(head)
        outer.addWidget(self.editor, 1)
        self._fit()
