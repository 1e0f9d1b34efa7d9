"""Draws the three kinds of rows of the tree."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.formats import points_text
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.outline import CriterionRow, GroupRow, SectionRow
from desktop.ui.screens.criteria.tree_model import ROW_ROLE
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.state_badge import state_glyph

Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 8
_INDENT: Final = 14
_GAP: Final = 8
_MARK: Final = 3
_GROUP_LESS: Final = 4
_SECTION_MORE: Final = 4


class OutlineDelegate(QStyledItemDelegate):
    """Rows of one height per kind; `set_compact` takes two pixels off each."""

    def __init__(self, appearance: Appearance, tree: QTreeView) -> None:
        super().__init__(tree)
        self._appearance = appearance
        self._tree = tree
        self._compact = False

    def set_compact(self, *, compact: bool) -> None:
        """Use the lower rows of small windows."""
        self._compact = compact
        self._tree.scheduleDelayedItemsLayout()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        measures = self._appearance.measures
        height = measures.tree_row_compact if self._compact else measures.tree_row
        match index.data(ROW_ROLE):
            case SectionRow():
                height += _SECTION_MORE if not self._compact else 2
            case GroupRow():
                height -= _GROUP_LESS
            case _:  # a criterion has the height of the measures
                pass
        return QSize(self._appearance.px(height), self._appearance.px(height))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        match index.data(ROW_ROLE):
            case SectionRow() as section:
                self._ground(painter, option)
                shown = self._tree.model().index(index.row(), 0)
                self._draw_section(
                    painter, option.rect, section, is_open=self._tree.isExpanded(shown)
                )
            case GroupRow() as group:
                self._draw_group(painter, option.rect, group)
            case CriterionRow() as leaf:
                selected = bool(option.state & QStyle.StateFlag.State_Selected)
                self._ground(painter, option)
                self._draw_leaf(painter, option.rect, leaf, selected=selected)
            case _:  # a row that went while it was being painted
                pass
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colour = self._appearance.colour
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour(Token.SEL))
            mark = QRect(option.rect)
            mark.setWidth(self._appearance.px(_MARK))
            painter.fillRect(mark, colour(Token.PRI))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour(Token.ROW_HOVER))

    def _draw_section(
        self, painter: QPainter, area: QRect, section: SectionRow, *, is_open: bool
    ) -> None:
        icon = Icon.COLLAPSE if is_open else Icon.EXPAND
        left = area.left() + self._px(_SIDE)
        left = self._draw_icon(painter, area, left, icon, Token.TEXT2) + self._px(_GAP)
        painter.setFont(self._appearance.font(TYPE.compact))
        right = self._draw_right(painter, area, section.subtotal, Token.TEXT2)
        font = self._appearance.font(TYPE.body)
        font.setBold(True)
        painter.setFont(font)
        self._draw_words(painter, area, left, right, section.title, Token.TEXT)

    def _draw_group(self, painter: QPainter, area: QRect, group: GroupRow) -> None:
        painter.setFont(self._appearance.font(TYPE.caption))
        left = area.left() + self._px(_INDENT)
        right = area.right() - self._px(_SIDE)
        self._draw_words(painter, area, left, right, f"{group.id}　{group.title}", Token.TEXT3)

    def _draw_leaf(
        self, painter: QPainter, area: QRect, leaf: CriterionRow, *, selected: bool
    ) -> None:
        glyph = state_glyph(leaf.state)
        left = area.left() + self._px(_INDENT)
        left = self._draw_icon(painter, area, left, glyph.icon, glyph.token, filled=glyph.filled)
        font = self._appearance.font(TYPE.compact)
        painter.setFont(font)
        right = area.right() - self._px(_SIDE)
        side = self._px(self._appearance.measures.icon_small)
        if leaf.errors:
            self._draw_icon(painter, area, right - side, Icon.ERROR, Token.SEAL)
        room = QRect(area)
        room.setRight(right - side - self._px(_GAP) // 2 + self._px(_SIDE))
        right = self._draw_right(painter, room, points_text(leaf.points), Token.TEXT2)
        font.setBold(selected)
        painter.setFont(font)
        left += self._px(_GAP)
        number = painter.fontMetrics().horizontalAdvance("0.0.0") + self._px(2)
        self._draw_words(painter, area, left, left + number, leaf.id, Token.TEXT2)
        left += number + self._px(_GAP) - self._px(2)
        self._draw_words(painter, area, left, right, leaf.short, Token.TEXT)

    def _draw_icon(
        self,
        painter: QPainter,
        area: QRect,
        left: int,
        icon: Icon,
        token: Token,
        *,
        filled: bool = False,
    ) -> int:
        """Draw an icon in the middle of the row; the result is its right edge."""
        size = self._appearance.measures.icon_small
        side = self._px(size)
        ratio = self._tree.devicePixelRatioF()
        picture = self._appearance.pixmap(icon, token, size, ratio, filled=filled)
        painter.drawPixmap(QPoint(left, area.top() + (area.height() - side) // 2), picture)
        return left + side

    def _draw_right(self, painter: QPainter, area: QRect, text: str, token: Token) -> int:
        """Draw a number at the right; the result is where words must end."""
        width = painter.fontMetrics().horizontalAdvance(text)
        right = area.right() - self._px(_SIDE)
        self._draw_words(painter, area, right - width - 1, right + 1, text, token)
        return right - width - self._px(_GAP)

    def _draw_words(
        self, painter: QPainter, area: QRect, left: int, right: int, text: str, token: Token
    ) -> None:
        box = QRect(left, area.top(), max(right - left, 0), area.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self._appearance.colour(token))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _px(self, length: int) -> int:
        return self._appearance.px(length)
