"""The right pane: what one file is, whether it may leave, what it serves; or several at once."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.evidence import EvidenceItem
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.evidence.content import Details
from desktop.ui.screens.evidence.level_rows import LevelRows
from desktop.ui.screens.evidence.link_facts import LinkFacts
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import ElidedLabel, LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_FACTS: Final = 4


class DetailsPane(QFrame):
    """Acts are told, not done here."""

    rename_requested = Signal()
    extract_requested = Signal()
    remove_requested = Signal()
    preview_requested = Signal()

    def __init__(
        self, appearance: Appearance, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAccessibleName("详情")
        self._read_only = read_only
        self._digest = ""
        self.rename_button = IconButton(appearance, Icon.RENAME, "重命名")
        self.rename_button.setToolTip("重命名  F2")
        self.remove_button = IconButton(appearance, Icon.DELETE, "从项目中删除")
        self.copy_button = IconButton(appearance, Icon.COPY, "复制 SHA-256 全文")
        self.preview_button = ActionButton(
            appearance, "预览", ButtonKind.TEXT, Icon.EYE, compact=True
        )
        self.preview_button.setToolTip("预览  空格键")
        self.extract_button = ActionButton(appearance, "另存原件", ButtonKind.TOOL, Icon.EXPORT)
        self.title = TextLabel("", LabelKind.STRONG, wraps=True, selectable=True)
        self.meta = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self.levels = LevelRows(appearance)
        self.problem = MessageBar(appearance, Rank.WARNING, "")
        self.links = LinkFacts(appearance)
        self.links.set_read_only(read_only=read_only)
        self._facts = [(TextLabel("", LabelKind.SECONDARY), _value()) for _ in range(_FACTS)]
        self._fact_box = QWidget()
        self.empty = EmptyState(appearance, Icon.DOCUMENT, "没有选中文件", "在左侧列表选一件")
        self._area = QScrollArea()
        self._foot = QFrame()
        self._lay_out(appearance)
        self._connect()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._show_parts(one=False, some=False)

    def show_details(self, details: Details) -> None:
        """Show one file."""
        item = details.item
        self._show_parts(one=True, some=True)
        self.title.setText(item.title)
        self.meta.setText(details.meta)
        self.levels.show_levels([item.level])
        self.problem.setVisible(bool(details.problems))
        if details.problems:
            self.problem.show_message(Rank.WARNING, details.problems[0])
        self.links.show_links(details.links)
        self._digest = item.sha256
        for (label, value), (name, text) in zip(self._facts, details.facts, strict=True):
            label.setText(name)
            value.setText(text)

    def show_several(self, items: Sequence[EvidenceItem]) -> None:
        """Show what can be done with many files at once: their level."""
        self._show_parts(one=False, some=True)
        self.title.setText(f"已选 {len(items)} 件")
        self.meta.setText("可以一次设定提交级别")
        self.levels.show_levels([item.level for item in items])

    def _show_parts(self, *, one: bool, some: bool) -> None:
        self.empty.setVisible(not some)
        self._area.setVisible(some)
        for part in (self.links, self._fact_box, self.preview_button, self._foot):
            part.setVisible(one)
        if not one:
            self.problem.hide()
        self.levels.setEnabled(not self._read_only)
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(one and not self._read_only)

    def _connect(self) -> None:
        self.rename_button.clicked.connect(self.rename_requested)
        self.remove_button.clicked.connect(self.remove_requested)
        self.preview_button.clicked.connect(self.preview_requested)
        self.extract_button.clicked.connect(self.extract_requested)
        self.copy_button.clicked.connect(self._copy_digest)

    def _copy_digest(self) -> None:
        QGuiApplication.clipboard().setText(self._digest)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        head = QHBoxLayout()
        head.setContentsMargins(measures.space_16, 0, measures.space_8, 0)
        title = TextLabel("详情", LabelKind.HEADING)
        title.setMinimumHeight(appearance.px(measures.card_header))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.rename_button)
        head.addWidget(self.remove_button)
        self._area.setWidget(self._page(appearance))
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(measures.space_16, 6, measures.space_16, 6)
        foot.addWidget(self.extract_button)
        foot.addStretch(1)
        margin = QVBoxLayout()
        margin.setContentsMargins(*(measures.space_12,) * 3, 0)
        margin.addWidget(self.empty, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(SeparatorLine())
        outer.addLayout(margin)
        outer.addWidget(self._area, 1)
        outer.addWidget(SeparatorLine())
        outer.addWidget(self._foot)

    def _page(self, appearance: Appearance) -> QWidget:
        measures = appearance.measures
        page = QWidget()
        page.setProperty("kind", "page")
        form = QFormLayout(self._fact_box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(measures.space_16)
        for label, value in self._facts[:-1]:
            form.addRow(label, value)
        digest = QHBoxLayout()
        digest.addWidget(self._facts[-1][1])
        digest.addWidget(self.copy_button)
        digest.addStretch(1)
        form.addRow(self._facts[-1][0], digest)
        line = QHBoxLayout()
        line.addWidget(self.meta, 1)
        line.addWidget(self.preview_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(measures.space_16, 0, measures.space_16, measures.space_16)
        layout.setSpacing(measures.space_8)
        layout.addWidget(self.title)
        layout.addLayout(line)
        for part in (self.levels, self.problem, self.links, SeparatorLine(), self._fact_box):
            layout.addWidget(part)
        layout.addStretch(1)
        return page


def _value() -> ElidedLabel:
    return ElidedLabel("", LabelKind.COMPACT, elide=Qt.TextElideMode.ElideMiddle)
