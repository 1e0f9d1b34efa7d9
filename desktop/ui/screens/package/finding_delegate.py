"""Draws ranks and findings: number, sentence on as many lines as it needs, and the verb."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView
from typing_extensions import override

from desktop.domain.prechecks.base import Rank as FindingRank
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.package.content import FindingGroup, FindingLine
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.rank import Rank

CONTENT_ROLE = Qt.ItemDataRole.UserRole + 1
RANKS = {
    FindingRank.ERROR: Rank.ERROR,
    FindingRank.WARNING: Rank.WARNING,
    FindingRank.HINT: Rank.INFO,
}
_SIDE = 16
_LABEL = 62
_ACT = 76
_PADDING = 8

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Rows are as high as their sentence at the present width of the list."""

    def __init__(self, appearance: Appearance, view: QTreeView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, measures = self._appearance.px, self._appearance.measures
        content = index.data(CONTENT_ROLE)
        if not isinstance(content, FindingLine):
            return QSize(px(_LABEL), px(measures.row))
        room = QRect(0, 0, self._text_width(self._view.viewport().width()), 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        height = self._metrics().boundingRect(room, flags, content.text).height()
        return QSize(px(_LABEL), max(height + 2 * px(_PADDING), px(measures.row)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        content = index.data(CONTENT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, self._appearance.colour(_ground(option, content)))
        if isinstance(content, FindingGroup):
            expanded = self._view.isExpanded(index.model().index(index.row(), 0))
            self._paint_group(painter, option.rect, content, expanded=expanded)
        elif isinstance(content, FindingLine):
            self._paint_line(painter, option.rect, content)
        painter.setPen(QPen(self._appearance.colour(Token.BORDER), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_group(
        self, painter: QPainter, rect: QRect, group: FindingGroup, *, expanded: bool
    ) -> None:
        px, small = self._appearance.px, self._appearance.measures.icon
        rank = RANKS[group.rank]
        left = rect.left() + px(_SIDE)
        self._icon(painter, rank.icon, rank.token, left, rect)
        left += px(small) + 8
        painter.setFont(self._appearance.font(TYPE.heading))
        painter.setPen(self._appearance.colour(rank.token))
        title = f"{group.rank.value} {len(group.lines)}"
        room = rect.adjusted(left - rect.left(), 0, -px(_SIDE), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        left += painter.fontMetrics().horizontalAdvance(title) + 8
        painter.setFont(self._appearance.font(TYPE.caption))
        painter.setPen(self._appearance.colour(Token.TEXT2))
        room = rect.adjusted(left - rect.left(), 0, -px(_SIDE + small), 0)
        remark = painter.fontMetrics().elidedText(
            group.remark, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, remark)
        chevron = Icon.CHEVRON_UP if expanded else Icon.COLLAPSE
        if group.lines:
            self._icon(painter, chevron, Token.TEXT2, rect.right() - px(_SIDE + small), rect)

    def _paint_line(self, painter: QPainter, rect: QRect, line: FindingLine) -> None:
        px = self._appearance.px
        if line.label:
            self._label(painter, rect, line.label)
        painter.setFont(self._appearance.font(TYPE.compact))
        painter.setPen(self._appearance.colour(Token.TEXT))
        left = rect.left() + px(_SIDE + _LABEL)
        room = QRect(left, rect.top(), self._text_width(rect.width()), rect.height())
        wrapped = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, wrapped, line.text)
        painter.setPen(self._appearance.colour(Token.LINK))
        act = QRect(rect.right() - px(_ACT), rect.top(), px(_ACT - _SIDE), rect.height())
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(act, int(align), f"{line.act} >")

    def _label(self, painter: QPainter, rect: QRect, label: str) -> None:
        px, measures = self._appearance.px, self._appearance.measures
        painter.setFont(self._appearance.font(TYPE.caption))
        width = painter.fontMetrics().horizontalAdvance(label) + px(12)
        top = rect.top() + (rect.height() - px(measures.badge)) / 2
        box = QRectF(rect.left() + px(_SIDE), top, width, px(measures.badge))
        radius = px(measures.radius_badge)
        painter.setPen(QPen(self._appearance.colour(Token.BORDER), 1))
        painter.setBrush(self._appearance.colour(Token.SUNKEN))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(self._appearance.colour(Token.TEXT2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _icon(self, painter: QPainter, icon: Icon, token: Token, left: int, rect: QRect) -> None:
        size = self._appearance.measures.icon
        ratio = self._view.devicePixelRatioF()
        picture = self._appearance.pixmap(icon, token, size, ratio)
        top = rect.top() + (rect.height() - self._appearance.px(size)) // 2
        painter.drawPixmap(left, top, picture)

    def _text_width(self, whole: int) -> int:
        return max(whole - self._appearance.px(_SIDE + _LABEL + _ACT + 4), 40)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._appearance.font(TYPE.compact))


def _ground(option: QStyleOptionViewItem, content: object) -> Token:
    if option.state & QStyle.StateFlag.State_Selected:
        return Token.SEL
    if option.state & QStyle.StateFlag.State_MouseOver:
        return Token.ROW_HOVER
    return Token.SUNKEN if isinstance(content, FindingGroup) else Token.SURFACE
