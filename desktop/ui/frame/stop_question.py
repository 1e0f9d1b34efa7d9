"""Asks before a running job is stopped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import LabelKind, TextLabel


class StopQuestion(QDialog):
    """`act` is 锁定 or 退出; going on with the job is the default and what Esc does."""

    def __init__(self, appearance: Appearance, parent: QWidget, act: str) -> None:
        super().__init__(parent)
        self.setProperty("kind", "decision")
        self.setWindowTitle("任务正在进行")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(appearance.px(appearance.measures.dialog_width))
        measures = appearance.measures
        self.stop_button = ActionButton(appearance, f"停止任务并{act}")
        self.stay_button = ActionButton(appearance, "继续任务", ButtonKind.PRIMARY)
        self.stay_button.setDefault(True)
        self.stop_button.clicked.connect(self.accept)
        self.stay_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.stop_button)
        foot.addWidget(self.stay_button)
        outer = QVBoxLayout(self)
        margin = measures.space_24
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel(f"停止正在进行的任务并{act}？", LabelKind.TITLE))
        text = "停止后不留下做了一半的文件，项目内容不受影响；任务需要重新开始。"
        outer.addWidget(TextLabel(text, wraps=True))
        outer.addLayout(foot)
        self.stay_button.setFocus()
