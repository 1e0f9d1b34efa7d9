"""The running job in the status bar: its name, how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.job_runner import JobHandle
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import LabelKind, TextLabel

_PATIENCE_MS = 300
_BAR_WIDTH = 120
_LARGEST_COUNT = 9_999
"""Above it the total counts bytes, which nobody wants to read."""
_LARGEST_INT = 2**31 - 1


class JobStatus(QWidget):
    """Appears when a job takes longer than a moment; shows the oldest job of the queue."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._handles: list[JobHandle] = []
        self.text = TextLabel("", LabelKind.CAPTION)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(appearance.px(_BAR_WIDTH))
        self.cancel_button = ActionButton(appearance, "取消", ButtonKind.TEXT, compact=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_8)
        layout.addWidget(self.text)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel_button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.cancel_button.clicked.connect(self._cancel)
        self.hide()

    @Slot(object)
    def follow(self, handle: JobHandle) -> None:
        """Take a new job into the row."""
        self._handles.append(handle)
        handle.progressed.connect(self._show_progress)
        handle.ended.connect(self._forget_ended)
        if len(self._handles) == 1:
            self._begin(handle)

    def _begin(self, handle: JobHandle) -> None:
        self._show(handle.name, 0, 0)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setAccessibleName(f"取消：{handle.name}")
        if not self.isVisible():
            self._patience.start()

    @Slot(int, int, str)
    def _show_progress(self, done: int, total: int, step: str) -> None:
        if self._handles and self.sender() is self._handles[0]:
            self._show(f"{self._handles[0].name}：{step}", done, total)

    def _show(self, text: str, done: int, total: int) -> None:
        count = f"（{done} / {total}）" if 0 < total <= _LARGEST_COUNT else ""
        self.text.setText(text + count)
        self.bar.setAccessibleName(f"进度：{text}")
        while total > _LARGEST_INT:
            done, total = done >> 10, total >> 10
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot()
    def _forget_ended(self) -> None:
        handle = self.sender()
        if not isinstance(handle, JobHandle):
            return
        self._handles.remove(handle)
        if self._handles:
            self._begin(self._handles[0])
        else:
            self._patience.stop()
            self.hide()

    def _cancel(self) -> None:
        if self._handles:
            self._handles[0].cancel()
            self.cancel_button.setEnabled(False)
            self.text.setText(f"正在取消：{self._handles[0].name}")
