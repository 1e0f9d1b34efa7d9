"""Giving a file another title; its file name and its bytes stay."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.labels import LabelKind, TextLabel

_LONGEST = 200


class RenameDialog(ScrimmedDialog):
    """Enter keeps the title, Esc leaves the old one."""

    renamed = Signal(str)

    def __init__(self, appearance: Appearance, title: str, window: QWidget) -> None:
        super().__init__(appearance, window)
        self.setWindowTitle("重命名")
        self.editor = QLineEdit(title)
        self.editor.setMaxLength(_LONGEST)
        self.editor.selectAll()
        self.field = Field(appearance, "名称", self.editor)
        self.cancel_button = ActionButton(appearance, "取消")
        self.keep_button = ActionButton(appearance, "重命名", ButtonKind.PRIMARY)
        self.keep_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.keep_button)
        measures = appearance.measures
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_16)
        outer.addWidget(TextLabel("重命名", LabelKind.TITLE))
        outer.addWidget(self.field)
        outer.addLayout(buttons)
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._tell)
        self.editor.setFocus()

    def _tell(self) -> None:
        if not self.editor.text().strip():
            self.field.show_error("请填写名称。")
            return
        self.renamed.emit(self.editor.text())
        self.accept()
