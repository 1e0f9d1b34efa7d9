"""Takes files and folders that are dropped from the file manager."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """The local files and folders in a drop, in its order; empty when it holds none.

    For `dragEnterEvent` and `dropEvent` of whole pages too.
    """
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropZone(QFrame):
    """A dashed area with a sentence and a button for those who do not drag."""

    paths_dropped = Signal(tuple)
    """Paths in the order of the drop; the receiver looks whether they exist."""
    choose_requested = Signal()

    def __init__(
        self,
        appearance: Appearance,
        sentence: str,
        remark: str = "",
        action: str = "选择文件",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setProperty("kind", "drop")
        self.setAccessibleName(f"{sentence}。{remark}" if remark else sentence)
        measures = appearance.measures
        layout = QHBoxLayout(self)
        layout.setContentsMargins(measures.space_16, 7, measures.space_8, 7)
        layout.setSpacing(measures.space_12)
        layout.addWidget(IconLabel(appearance, Icon.IMPORT_DROP, Token.LINK))
        layout.addWidget(TextLabel(sentence, LabelKind.COMPACT, wraps=True), 1)
        if remark:
            layout.addWidget(TextLabel(remark, LabelKind.CAPTION))
        self.choose_button = ActionButton(appearance, action, icon=Icon.ADD, compact=True)
        layout.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.choose_button.clicked.connect(self.choose_requested)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            set_style_property(self, "state", "over")

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_style_property(self, "state", "")

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        set_style_property(self, "state", "")
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.paths_dropped.emit(paths)
