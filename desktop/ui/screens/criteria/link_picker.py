"""Choosing evidence that is in the project already."""

from collections.abc import Sequence

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

from desktop.domain.evidence import EvidenceItem
from desktop.ui.appearance import Appearance
from desktop.ui.formats import size_text
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.labels import LabelKind, TextLabel

_LIST_HEIGHT = 280
_WIDTH = 560


class LinkPicker(ScrimmedDialog):
    """Several files can be chosen at once; Enter in the filter goes to the list."""

    picked = Signal(tuple)
    """Evidence numbers."""

    def __init__(
        self,
        appearance: Appearance,
        criterion_id: str,
        items: Sequence[EvidenceItem],
        window: QWidget,
    ) -> None:
        super().__init__(appearance, window)
        title = f"关联到条目 {criterion_id}"
        self.setWindowTitle(title)
        self.setMinimumWidth(appearance.px(_WIDTH))
        self.filter_edit = QLineEdit()
        self.filter_edit.setPlaceholderText("按编号或名称筛选")
        self.filter_edit.setAccessibleName("按编号或名称筛选证据")
        self.list = QListWidget()
        self.list.setAccessibleName("证据")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(appearance.px(_LIST_HEIGHT))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for item in items:
            words = f"{item.id}  {item.title}  （{item.level.value}，{size_text(item.size)}）"
            row = QListWidgetItem(words, self.list)
            row.setData(Qt.ItemDataRole.UserRole, item.id)
            row.setToolTip(item.file_name)
        self.cancel_button = ActionButton(appearance, "取消")
        self.link_button = ActionButton(appearance, "关联所选", ButtonKind.PRIMARY)
        self.link_button.setDefault(True)
        self._lay_out(appearance, title, empty=not items)
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

    def _chosen(self) -> tuple[str, ...]:
        return tuple(
            str(entry.data(Qt.ItemDataRole.UserRole))
            for entry in self.list.selectedItems()
            if not entry.isHidden()
        )

    def _count(self) -> None:
        count = len(self._chosen())
        self.link_button.setEnabled(count > 0)
        self.link_button.setText(f"关联所选 {count} 件" if count else "关联所选")

    def _tell(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.picked.emit(chosen)
            self.accept()

    def _lay_out(self, appearance: Appearance, title: str, *, empty: bool) -> None:
        measures = appearance.measures
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.link_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel(title, LabelKind.TITLE))
        if empty:
            outer.addWidget(
                TextLabel("证据库里没有可再关联的文件。请先添加文件。", LabelKind.SECONDARY)
            )
        outer.addWidget(self.filter_edit)
        outer.addWidget(self.list, 1)
        outer.addLayout(buttons)
