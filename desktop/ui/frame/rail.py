"""The rail at the left: pages, counters where a person must act, and the lock."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.navigation import ScreenSpec
from desktop.ui.resources import FILLED, Icon
from desktop.ui.tokens import TYPE, Token

_MARK = 3
_COUNTER = 16
_ICON_TOP = 12
_WORD_TOP = 34
_VEIL_HOVER = 20
_VEIL_CHECKED = 26


class RailButton(QToolButton):
    """One entry: icon over word, a mark at the edge when chosen, a counter when there is work."""

    def __init__(self, appearance: Appearance, icon: Icon, word: str, shortcut: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self._word = word
        self._shortcut = shortcut
        self._count = 0
        self._narrow = False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(word)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many things here wait for a person; nothing is drawn for 0."""
        self._count = count
        self.setAccessibleName(f"{self._word}，{count} 项待处理" if count else self._word)
        self.setToolTip(f"{self.accessibleName()}  {self._shortcut}")
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone; the word is in the tooltip."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        measures = self._appearance.measures
        width = measures.rail_narrow if self._narrow else measures.rail
        return QSize(self._appearance.px(width), self._appearance.px(measures.rail_entry))

    @override
    def minimumSizeHint(self) -> QSize:
        height = self._appearance.measures.rail_entry - 16
        return QSize(self.sizeHint().width(), self._appearance.px(height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = Token.PRI_ON if self.isChecked() else Token.RAIL_TEXT
        if self.isChecked() or self.underMouse():
            veil = QColor(Qt.GlobalColor.white)
            veil.setAlpha(_VEIL_CHECKED if self.isChecked() else _VEIL_HOVER)
            painter.fillRect(self.rect(), veil)
        if self.isChecked():
            mark = QRect(0, self.height() // 4, self._appearance.px(_MARK), self.height() // 2)
            painter.fillRect(mark, self._appearance.colour(Token.PRI_SOFT))
        self._draw_icon(painter, ink)
        if not self._narrow:
            self._draw_word(painter, ink)
        if self._count:
            self._draw_counter(painter)
        painter.end()

    def _icon_box(self) -> QRect:
        side = self._appearance.px(self._appearance.measures.icon)
        shift = (self._appearance.px(self._appearance.measures.rail_entry) - self.height()) // 2
        top = (
            (self.height() - side) // 2
            if self._narrow
            else self._appearance.px(_ICON_TOP) - max(shift, 0)
        )
        return QRect((self.width() - side) // 2, top, side, side)

    def _draw_icon(self, painter: QPainter, ink: Token) -> None:
        filled = self.isChecked() and self._icon in FILLED
        size = self._appearance.measures.icon
        ratio = self.devicePixelRatioF()
        picture = self._appearance.pixmap(self._icon, ink, size, ratio, filled=filled)
        painter.drawPixmap(self._icon_box().topLeft(), picture)

    def _draw_word(self, painter: QPainter, ink: Token) -> None:
        painter.setFont(self._appearance.font(TYPE.compact))
        painter.setPen(self._appearance.colour(ink))
        offset = self._appearance.px(_WORD_TOP - _ICON_TOP)
        line = QRect(
            0, self._icon_box().top() + offset, self.width(), painter.fontMetrics().height()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, self._word)

    def _draw_counter(self, painter: QPainter) -> None:
        side = self._appearance.px(_COUNTER)
        text = str(min(self._count, 99))
        painter.setFont(self._appearance.font(TYPE.caption))
        width = max(side, painter.fontMetrics().horizontalAdvance(text) + side // 2)
        box = QRectF(self._icon_box().right() - side // 4, self._icon_box().top() - 5, width, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.colour(Token.SEAL_FILL))
        painter.drawRoundedRect(box, side / 2, side / 2)
        painter.setPen(self._appearance.colour(Token.PRI_ON))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """All pages and the lock; the frame decides what a choice means."""

    chosen = Signal(str)
    """Id of a screen."""
    lock_requested = Signal()

    def __init__(self, appearance: Appearance, screens: Sequence[ScreenSpec]) -> None:
        super().__init__()
        self._appearance = appearance
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName("页面")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, appearance.measures.space_8, 0, appearance.measures.space_4)
        layout.setSpacing(0)
        for spec in screens:
            if not spec.at_foot:
                layout.addWidget(self._page_button(spec))
        layout.addStretch(1)
        for spec in screens:
            if spec.at_foot:
                layout.addWidget(self._page_button(spec))
        self.lock_button = RailButton(appearance, Icon.LOCK, "锁定", "Ctrl+Shift+L")
        self.lock_button.clicked.connect(self.lock_requested)
        layout.addWidget(self.lock_button)
        appearance.changed.connect(self.update)

    def choose(self, screen_id: str) -> None:
        """Mark a page as the one shown."""
        self._buttons[screen_id].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show counters by screen id; pages that are not named have none."""
        for screen_id, button in self._buttons.items():
            button.show_count(counts.get(screen_id, 0))

    def set_narrow(self, *, narrow: bool) -> None:
        for button in (*self._buttons.values(), self.lock_button):
            button.set_narrow(narrow=narrow)

    def focus_chosen(self) -> None:
        """Give the keyboard to the chosen entry."""
        button: QWidget | None = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.colour(Token.RAIL))
        painter.end()

    def _page_button(self, spec: ScreenSpec) -> RailButton:
        button = RailButton(self._appearance, spec.icon, spec.title, spec.shortcut)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(spec.id))
        self._group.addButton(button)
        self._buttons[spec.id] = button
        return button
