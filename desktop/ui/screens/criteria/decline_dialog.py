"""不申报 asks for a reason before it is stated."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.labels import LabelKind, TextLabel

_LINES: Final = 3


class DeclineDialog(ScrimmedDialog):
    """The field begins with what was written so far, so that nothing is lost unseen."""

    reasoned = Signal(str)

    def __init__(
        self, appearance: Appearance, criterion_id: str, note: str, window: QWidget
    ) -> None:
        super().__init__(appearance, window)
        title = f"条目 {criterion_id} 不申报？"
        self.setWindowTitle(title)
        self.editor = QPlainTextEdit(note)
        self.editor.setAccessibleName("不申报原因")
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * _LINES + 20)
        self.editor.selectAll()
        self.act_button = ActionButton(appearance, "标为不申报")
        self.cancel_button = ActionButton(appearance, "保持原状态", ButtonKind.PRIMARY)
        self.why = TextLabel("写一句原因后可标记", LabelKind.CAPTION)
        self._lay_out(appearance, title)
        self.editor.textChanged.connect(self._check)
        self.act_button.clicked.connect(self._tell)
        self.cancel_button.clicked.connect(self.reject)
        self._check()
        self.editor.setFocus()

    def _check(self) -> None:
        written = bool(self.editor.toPlainText().strip())
        self.act_button.setEnabled(written)
        self.why.setVisible(not written)

    def _tell(self) -> None:
        self.reasoned.emit(self.editor.toPlainText())
        self.accept()

    def _lay_out(self, appearance: Appearance, title: str) -> None:
        measures = appearance.measures
        buttons = QHBoxLayout()
        buttons.setSpacing(measures.space_8)
        buttons.addWidget(self.why, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.act_button)
        buttons.addWidget(self.cancel_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel(title, LabelKind.TITLE))
        outer.addWidget(
            TextLabel("不计分，也不再列入待办。原因写在证明说明里，可以随时改回。", wraps=True)
        )
        outer.addWidget(TextLabel("不申报原因", LabelKind.COMPACT))
        outer.addWidget(self.editor)
        outer.addLayout(buttons)
