"""The filters at the left, with live counters."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.evidence import DisclosureLevel
from desktop.ui.appearance import Appearance
from desktop.ui.formats import size_text
from desktop.ui.resources import Icon
from desktop.ui.screens.evidence.content import Counters, LibraryFilter, Scope
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.labels import LabelKind, TextLabel

_SCOPE_ICONS: Final = {
    Scope.ALL: Icon.FOLDER_OPEN,
    Scope.UNLINKED: Icon.UNLINK,
    Scope.PROBLEM: Icon.FILE_ERROR,
}
_LEVEL_ICONS: Final = {
    DisclosureLevel.UNDECIDED: Icon.CIRCLE,
    DisclosureLevel.SUBMITTABLE: Icon.CHECKED,
    DisclosureLevel.AFTER_REDACTION: Icon.REDACTED,
    DisclosureLevel.INTERNAL: Icon.LOCK,
}
_ROW: Final = 32
_MARK: Final = 3


class FilterRow(QAbstractButton):
    """Icon, word and counter; checked rows carry a mark and a tint."""

    def __init__(self, appearance: Appearance, icon: Icon, word: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self._count = 0
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appearance.changed.connect(self.updateGeometry)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many files there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count} 件")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(160), self._appearance.px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour, px = self._appearance.colour, self._appearance.px
        if self.isChecked():
            painter.fillRect(self.rect(), colour(Token.SEL))
            painter.fillRect(QRect(0, 0, px(_MARK), self.height()), colour(Token.PRI))
        elif self.underMouse():
            painter.fillRect(self.rect(), colour(Token.ROW_HOVER))
        size = self._appearance.measures.icon_small
        side, space = px(size), px(self._appearance.measures.space_12)
        picture = self._appearance.pixmap(self._icon, Token.TEXT2, size, self.devicePixelRatioF())
        painter.drawPixmap(space, (self.height() - side) // 2, picture)
        font = self._appearance.font(TYPE.compact)
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(colour(Token.TEXT))
        words = self.rect().adjusted(space * 2 + side - px(4), 0, -space, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        painter.setPen(colour(Token.TEXT2))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, str(self._count))
        painter.end()


class FilterPane(QFrame):
    """One scope, any number of levels; nothing checked among levels means all of them."""

    scope_chosen = Signal(object)
    """A Scope."""
    levels_chosen = Signal(object)
    """A frozenset of DisclosureLevel."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAccessibleName("筛选")
        self.scopes = {
            scope: FilterRow(appearance, icon, scope.value) for scope, icon in _SCOPE_ICONS.items()
        }
        self.levels = {
            level: FilterRow(appearance, icon, level.value) for level, icon in _LEVEL_ICONS.items()
        }
        self._count = Badge("")
        self._size = TextLabel("", LabelKind.SECONDARY)
        self._lay_out(appearance)
        for scope, row in self.scopes.items():
            row.clicked.connect(lambda _checked=False, which=scope: self._choose_scope(which))
        for row in self.levels.values():
            row.clicked.connect(self._choose_levels)

    def show_counters(self, counters: Counters) -> None:
        """Show how many files each filter has."""
        for scope, row in self.scopes.items():
            row.show_count(counters.scopes[scope])
        for level, row in self.levels.items():
            row.show_count(counters.levels[level])
        self._count.setText(f"{counters.scopes[Scope.ALL]} 件")
        self._count.adjustSize()
        self._size.setText(f"库容量 {size_text(counters.size)}")

    def show_filter(self, wanted: LibraryFilter) -> None:
        """Check what a filter says, without telling anybody."""
        for scope, row in self.scopes.items():
            row.setChecked(scope is wanted.scope)
        for level, row in self.levels.items():
            row.setChecked(level in wanted.levels)

    def _choose_scope(self, chosen: Scope) -> None:
        for scope, row in self.scopes.items():
            row.setChecked(scope is chosen)
        self.scope_chosen.emit(chosen)

    def _choose_levels(self) -> None:
        chosen = frozenset(level for level, row in self.levels.items() if row.isChecked())
        self.levels_chosen.emit(chosen)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        head = QHBoxLayout()
        head.setContentsMargins(measures.space_12, 0, measures.space_12, 0)
        title = TextLabel("证据库", LabelKind.HEADING)
        title.setMinimumHeight(appearance.px(measures.card_header))
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._count)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(SeparatorLine())
        outer.addSpacing(measures.space_8)
        for row in self.scopes.values():
            outer.addWidget(row)
        outer.addSpacing(measures.space_12)
        caption = QHBoxLayout()
        caption.setContentsMargins(measures.space_12, 0, 0, measures.space_4)
        caption.addWidget(TextLabel("提交级别", LabelKind.CAPTION))
        outer.addLayout(caption)
        for row in self.levels.values():
            outer.addWidget(row)
        outer.addStretch(1)
        outer.addWidget(SeparatorLine())
        foot = QHBoxLayout()
        foot.setContentsMargins(measures.space_12, measures.space_8, measures.space_12, 8)
        foot.addWidget(self._size)
        outer.addLayout(foot)
