"""The window's word for a failure of the program itself: read it, keep it, nothing is sent."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.appearance import Appearance
from desktop.ui.crash_report import CrashReport, save_report
from desktop.ui.resources import Icon
from desktop.ui.tokens import TYPE
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import LabelKind, TextLabel

_WIDTH = 560
_TEXT = (
    "出现程序未预料的情况，刚才的操作没有完成。已保存的内容不受影响。"
    "下面的报告只有故障类型、程序位置和版本，不含单位信息与文件内容，也不会自动发送。"
)


class CrashReportDialog(QDialog):
    """Shown without blocking; the user reads the whole report before deciding to save it."""

    def __init__(
        self, appearance: Appearance, report: CrashReport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle("程序故障")
        self.setMinimumWidth(appearance.px(_WIDTH))
        self.account = QPlainTextEdit(report.text)
        self.account.setReadOnly(True)
        self.account.setAccessibleName("故障报告")
        self.account.setFont(appearance.mono_font(TYPE.caption))
        self.outcome = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self.save_button = ActionButton(appearance, "保存报告", icon=Icon.EXPORT)
        self.close_button = ActionButton(appearance, "关闭", ButtonKind.PRIMARY)
        self.close_button.setDefault(True)
        self._lay_out(appearance)
        self.save_button.clicked.connect(self._choose_target)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def save_to(self, target: Path) -> None:
        """Save the report and say how that went."""
        try:
            save_report(self._report, target)
        except OSError:
            self.outcome.setText("此处无法写入，请换一个位置。")
        else:
            self.outcome.setText("报告已保存。")

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        buttons = QHBoxLayout()
        buttons.addWidget(self.outcome, 1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        margin = measures.space_24
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel("程序出现故障", LabelKind.TITLE))
        outer.addWidget(TextLabel(_TEXT, wraps=True))
        outer.addWidget(self.account, 1)
        outer.addLayout(buttons)

    def _choose_target(self) -> None:
        chooser = QFileDialog(self, "保存故障报告")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.selectFile("秘评故障报告.txt")
        chooser.fileSelected.connect(self._save_chosen)
        chooser.open()

    def _save_chosen(self, chosen: str) -> None:
        self.save_to(Path(chosen))
