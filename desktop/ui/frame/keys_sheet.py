"""F1: the keys of this window."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.labels import LabelKind, TextLabel

COMMON_KEYS = (
    ("Tab / Shift+Tab", "下一个 / 上一个控件"),
    ("Ctrl+N", "新建自评项目"),
    ("Ctrl+O", "打开项目文件"),
    ("Alt+←", "回到跳转前的位置"),
    ("Ctrl+Shift+L", "锁定"),
    ("F1", "本页快捷键"),
    ("Esc", "关闭对话框，不做改动"),
)


class KeysSheet(ScrimmedDialog):
    """Key and act in two columns; Esc or the button closes it."""

    def __init__(
        self, appearance: Appearance, keys: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(appearance, parent)
        self.setWindowTitle("快捷键")
        measures = appearance.measures
        grid = QGridLayout()
        grid.setVerticalSpacing(measures.space_8)
        grid.setHorizontalSpacing(measures.space_24)
        for row, (key, act) in enumerate(keys):
            grid.addWidget(TextLabel(key, LabelKind.STRONG), row, 0)
            grid.addWidget(TextLabel(act), row, 1)
        grid.setColumnStretch(1, 1)
        close = ActionButton(appearance, "关闭", ButtonKind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        outer = QVBoxLayout(self)
        margin = measures.space_24
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel("快捷键", LabelKind.TITLE))
        outer.addWidget(SeparatorLine())
        outer.addLayout(grid)
        outer.addWidget(SeparatorLine())
        outer.addLayout(foot)
        close.setFocus()
