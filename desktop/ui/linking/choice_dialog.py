"""Choosing several of many: evidence for a criterion, or criteria for a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.labels import LabelKind, TextLabel

_LIST_HEIGHT: Final = 280
_WIDTH: Final = 560


@dataclass(frozen=True)
class Choice:
    """One row: a key for the program, words for people, more of them in the tooltip."""

    key: str
    words: str
    tip: str = ""


@dataclass(frozen=True)
class ChoiceTexts:
    """What the dialog says.

    Attributes:
        title: What is being done.
        what: What is chosen from, for screen readers and the filter: 证据, 条目.
        nothing: Said when there is nothing to choose.
    """

    title: str
    what: str
    nothing: str


class ChoiceDialog(ScrimmedDialog):
    """Filter, list, and a button that counts what is chosen."""

    picked = Signal(tuple)
    """Keys."""

    def __init__(
        self,
        appearance: Appearance,
        texts: ChoiceTexts,
        choices: Sequence[Choice],
        window: QWidget,
    ) -> None:
        super().__init__(appearance, window)
        self.setWindowTitle(texts.title)
        self.setMinimumWidth(appearance.px(_WIDTH))
        self.filter_edit = QLineEdit()
        self.filter_edit.setPlaceholderText(f"筛选{texts.what}")
        self.filter_edit.setAccessibleName(f"按编号或文字筛选{texts.what}")
        self.list = QListWidget()
        self.list.setAccessibleName(texts.what)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(appearance.px(_LIST_HEIGHT))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for choice in choices:
            row = QListWidgetItem(choice.words, self.list)
            row.setData(Qt.ItemDataRole.UserRole, choice.key)
            row.setToolTip(choice.tip)
        self.cancel_button = ActionButton(appearance, "取消")
        self.link_button = ActionButton(appearance, "关联", ButtonKind.PRIMARY)
        self.link_button.setDefault(True)
        self._lay_out(appearance, texts, empty=not choices)
        self._connect()
        self._count()
        self.filter_edit.setFocus()

    def _connect(self) -> None:
        self.filter_edit.textChanged.connect(self._filter)
        self.list.itemSelectionChanged.connect(self._count)
        self.list.itemActivated.connect(self._tell)
        self.link_button.clicked.connect(self._tell)
        self.cancel_button.clicked.connect(self.reject)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.list.count()):
            entry = self.list.item(row)
            entry.setHidden(not all(word in entry.text().casefold() for word in words))
        self._count()

    def _chosen(self) -> tuple[str, ...]:
        """Keys of what is chosen and seen, in the order of the list."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            str(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.isSelected() and not row.isHidden()
        )

    def _count(self) -> None:
        count = len(self._chosen())
        self.link_button.setEnabled(count > 0)
        self.link_button.setText(f"关联所选 {count} 项" if count else "关联所选")

    def _tell(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.picked.emit(chosen)
            self.accept()

    def _lay_out(self, appearance: Appearance, texts: ChoiceTexts, *, empty: bool) -> None:
        measures = appearance.measures
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.link_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel(texts.title, LabelKind.TITLE, wraps=True))
        if empty:
            outer.addWidget(TextLabel(texts.nothing, LabelKind.SECONDARY, wraps=True))
        outer.addWidget(self.filter_edit)
        outer.addWidget(self.list, 1)
        outer.addLayout(buttons)
