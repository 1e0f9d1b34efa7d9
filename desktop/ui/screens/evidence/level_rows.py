"""The level of the chosen files as three rows, each with what it means."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop.domain.evidence import DisclosureLevel
from desktop.ui.appearance import Appearance
from desktop.ui.disclosure.level_words import CHOICES, MEANINGS
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.labels import LabelKind, TextLabel

_PADDING: Final = 2


class LevelRows(QWidget):
    """Nothing is checked while the files are 未定 or differ; tells of the user's act alone."""

    level_chosen = Signal(object)
    """A DisclosureLevel."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[DisclosureLevel, QRadioButton] = {}
        self._frames: dict[DisclosureLevel, QFrame] = {}
        self._group = QButtonGroup(self)
        self.state = TextLabel("", LabelKind.CAUTION, wraps=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(appearance.measures.space_4)
        outer.addWidget(TextLabel("提交级别", LabelKind.HEADING))
        outer.addWidget(self.state)
        for level in CHOICES:
            outer.addWidget(self._row(appearance, level))

    def show_levels(self, levels: Collection[DisclosureLevel]) -> None:
        """Show the levels of the chosen files."""
        only = next(iter(levels)) if len(set(levels)) == 1 else None
        self._group.setExclusive(False)
        for level, button in self.buttons.items():
            button.setChecked(level is only)
            set_style_property(self._frames[level], "state", "selected" if level is only else "")
        self._group.setExclusive(True)
        undecided = sum(level is DisclosureLevel.UNDECIDED for level in levels)
        mixed = "所选文件的级别不同" if only is None and levels else ""
        words = f"未定 {undecided} 件，选定后才能生成申报包" if undecided else mixed
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def _row(self, appearance: Appearance, level: DisclosureLevel) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        button = QRadioButton(level.value)
        button.setAccessibleName(f"{level.value}，{MEANINGS[level]}")
        button.clicked.connect(lambda: self.level_chosen.emit(level))
        self._group.addButton(button)
        self.buttons[level] = button
        self._frames[level] = frame
        layout = QHBoxLayout(frame)
        side = appearance.measures.space_8
        layout.setContentsMargins(side, _PADDING, side, _PADDING)
        layout.addWidget(button, 1)
        layout.addWidget(TextLabel(MEANINGS[level], LabelKind.CAPTION))
        return frame
