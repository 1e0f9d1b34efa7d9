"""How far a background job is, with a way to stop it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.job_runner import JobHandle
from desktop.ui.widgets.buttons import ActionButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import ElidedLabel, LabelKind, TextLabel

APPEARS_AFTER_MS = 300
_HUNDRED = 100


class ProgressCard(Card):
    """Invisible for the first 300 ms: what is quick needs no bar. The rest stays usable."""

    cancel_requested = Signal()

    def __init__(self, appearance: Appearance, title: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, title, parent)
        self._steps: tuple[str, ...] = ()
        self._unit = ""
        self._percent = TextLabel("", LabelKind.STRONG)
        self.header.addWidget(self._percent)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self._step = ElidedLabel("", LabelKind.COMPACT)
        self._count = TextLabel("", LabelKind.SECONDARY)
        self.cancel_button = ActionButton(appearance, "取消", compact=True)
        row = QHBoxLayout()
        row.addWidget(self._step, 1)
        row.addWidget(self._count)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self.bar)
        self.body.addLayout(row)
        self.delay = QTimer(self)
        self.delay.setSingleShot(True)
        self.delay.setInterval(APPEARS_AFTER_MS)
        self.delay.timeout.connect(self.show)
        self.cancel_button.clicked.connect(self._cancel)
        self.hide()

    def begin(self, title: str, *, steps: Sequence[str] = (), unit: str = "") -> None:
        """Get ready for a job.

        Args:
            title: What is being done: 正在生成打印稿.
            steps: Names of all steps in order, for 第 4 / 6 步; empty when they are not known.
            unit: What is counted: 页, 件.
        """
        self.title.setText(title)
        self.bar.setAccessibleName(title)
        self._steps, self._unit = tuple(steps), unit
        self.cancel_button.setEnabled(True)
        self.show_progress(0, 0, "")
        self.delay.start()

    def watch(self, handle: JobHandle) -> None:
        """Follow a job to its end; 取消 asks it to stop."""
        handle.progressed.connect(self.show_progress)
        handle.ended.connect(self.end)
        self.cancel_requested.connect(handle.cancel)

    def show_progress(self, done: int, total: int, step: str) -> None:
        """Show how far it is; `total` 0 lets the bar run without a number."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._percent.setText(f"{done * _HUNDRED // total}%" if total else "")
        self._step.setText(self._step_text(step))
        self._count.setText(f"{done} / {total} {self._unit}".rstrip() if total else "")

    def end(self) -> None:
        """Go away."""
        self.delay.stop()
        self.hide()

    def _step_text(self, step: str) -> str:
        if step not in self._steps:
            return step
        return f"第 {self._steps.index(step) + 1} / {len(self._steps)} 步  {step}"

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self._step.setText("正在停止…")
        self.cancel_requested.emit()
