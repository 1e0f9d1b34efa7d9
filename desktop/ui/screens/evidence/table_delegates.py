"""Draws names with their second line, criteria as chips, levels as badges."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from desktop.domain.evidence import DisclosureLevel
from desktop.ui.appearance import Appearance
from desktop.ui.linking.file_icon import file_icon
from desktop.ui.screens.evidence.content import LibraryRow
from desktop.ui.screens.evidence.table_model import ROW_ROLE, Column
from desktop.ui.tokens import TYPE, Token, TypeStyle

Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 8
_GAP: Final = 4
_BADGES: Final = {
    DisclosureLevel.UNDECIDED: (Token.SEAL, Token.SEAL_TINT, Token.SEAL_LINE),
    DisclosureLevel.SUBMITTABLE: (Token.LINK, Token.PRI_TINT, Token.PRI_SOFT),
    DisclosureLevel.AFTER_REDACTION: (Token.WARN, Token.WARN_TINT, Token.WARN_LINE),
    DisclosureLevel.INTERNAL: (Token.TEXT2, Token.SUNKEN, Token.BORDER),
}


class LibraryDelegate(QStyledItemDelegate):
    """Every cell of the table; nothing is told by colour alone."""

    def __init__(self, appearance: Appearance, table: QTableView) -> None:
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, LibraryRow):
            return
        painter.save()
        painter.setClipRect(option.rect)
        self._ground(painter, option)
        area = option.rect.adjusted(self._px(_SIDE), 0, -self._px(_SIDE), 0)
        match Column(index.column()):
            case Column.NAME:
                self._draw_name(painter, area, row)
            case Column.CRITERIA:
                self._draw_criteria(painter, area, row)
            case Column.LEVEL:
                ink, ground, line = _BADGES[row.item.level]
                self._draw_chip(painter, area, area.left(), row.item.level.value, ink, ground, line)
            case Column.SIZE:
                self._draw_text(painter, area, _shown(index), right=True)
            case Column.NUMBER | Column.ADDED:
                self._draw_text(painter, area, _shown(index))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = self._appearance.colour
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour(Token.SEL))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour(Token.ROW_HOVER))
        painter.setPen(QPen(colour(Token.BORDER), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _draw_name(self, painter: QPainter, area: QRect, row: LibraryRow) -> None:
        size = self._appearance.measures.icon
        side = self._px(size)
        icon = file_icon(row.item.file_name)
        ratio = self._table.devicePixelRatioF()
        picture = self._appearance.pixmap(icon, Token.TEXT2, size, ratio)
        painter.drawPixmap(area.left(), area.top() + (area.height() - side) // 2, picture)
        words = area.adjusted(side + self._px(_SIDE), self._px(3), 0, -self._px(3))
        half = words.height() // 2
        upper, lower = QRect(words), QRect(words)
        upper.setHeight(half)
        lower.setTop(words.top() + half)
        self._draw_line(painter, upper, row.item.title, TYPE.body, Token.TEXT)
        if row.problem:
            self._draw_line(painter, lower, row.problem, TYPE.caption, Token.WARN)
        else:
            self._draw_line(painter, lower, row.item.file_name, TYPE.caption, Token.TEXT3)

    def _draw_criteria(self, painter: QPainter, area: QRect, row: LibraryRow) -> None:
        if not row.criteria:
            self._draw_line(painter, area, "未关联", TYPE.compact, Token.WARN)
            return
        left = area.left()
        painter.setFont(self._appearance.font(TYPE.caption))
        more = painter.fontMetrics().horizontalAdvance("+39") + 2 * self._px(_SIDE)
        for place, name in enumerate(row.criteria):
            rest = len(row.criteria) - place
            width = painter.fontMetrics().horizontalAdvance(name) + self._px(_SIDE) * 3 // 2
            fits = left + width + (0 if rest == 1 else more) <= area.right() + 1
            word = name if fits else f"+{rest}"
            edge = self._draw_chip(
                painter, area, left, word, Token.TEXT, Token.SURFACE, Token.BORDER
            )
            if not fits:
                return
            left = edge + self._px(_GAP)

    def _draw_chip(  # every argument is one of the chip's own colours or places
        self,
        painter: QPainter,
        area: QRect,
        left: int,
        text: str,
        ink: Token,
        ground: Token,
        line: Token,
    ) -> int:
        """Draw a word in a small frame; the result is its right edge."""
        colour = self._appearance.colour
        painter.setFont(self._appearance.font(TYPE.caption))
        width = painter.fontMetrics().horizontalAdvance(text) + self._px(_SIDE) * 3 // 2
        height = self._px(self._appearance.measures.badge)
        box = QRect(left, area.top() + (area.height() - height) // 2, width, height)
        radius = self._appearance.measures.radius_badge
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(line), 1))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return left + width

    def _draw_text(self, painter: QPainter, area: QRect, text: str, *, right: bool = False) -> None:
        self._draw_line(painter, area, text, TYPE.compact, Token.TEXT2, right=right)

    def _draw_line(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        style: TypeStyle,
        ink: Token,
        *,
        right: bool = False,
    ) -> None:
        painter.setFont(self._appearance.font(style))
        painter.setPen(self._appearance.colour(ink))
        middle = Qt.TextElideMode.ElideMiddle
        shown = painter.fontMetrics().elidedText(text, middle, area.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _px(self, length: int) -> int:
        return self._appearance.px(length)


def _shown(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))
