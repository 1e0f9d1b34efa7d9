"""The level of one file as a drop-down in a row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from desktop.domain.evidence import DisclosureLevel
from desktop.ui.disclosure.level_words import MEANINGS


class LevelChoice(QComboBox):
    """Tells of the user's choice alone; the wheel over it scrolls the page, not the level."""

    level_chosen = Signal(object)
    """A DisclosureLevel."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for level in DisclosureLevel:
            self.addItem(level.value, level)
            self.setItemData(self.count() - 1, MEANINGS[level], Qt.ItemDataRole.ToolTipRole)
        self.activated.connect(self._tell)

    def show_level(self, level: DisclosureLevel) -> None:
        """Show a level without telling anybody."""
        self.setCurrentIndex(list(DisclosureLevel).index(level))
        self.setToolTip(f"提交级别：{level.value}，{MEANINGS[level]}")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _tell(self, index: int) -> None:
        self.level_chosen.emit(list(DisclosureLevel)[index])
