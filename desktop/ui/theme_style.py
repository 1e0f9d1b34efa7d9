"""Fusion with the parts that a style sheet cannot draw without picture files on disk."""

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)
from typing_extensions import override

from desktop.ui.theme import Theme
from desktop.ui.tokens import MEASURES, Token

_INDICATOR = 16
_DOT = 8
_CHEVRON = 10
_COMBO_ARROW = 28
_COMBO_PADDING = 10


class MipingStyle(QProxyStyle):
    """Check marks, radio dots, chevrons and the drop-down box, drawn from the theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        kinds = QStyle.PrimitiveElement
        match element:
            case kinds.PE_IndicatorCheckBox | kinds.PE_IndicatorItemViewItemCheck:
                self._draw_check_box(painter, option)
            case kinds.PE_IndicatorRadioButton:
                self._draw_radio(painter, option)
            case kinds.PE_IndicatorBranch:
                self._draw_branch(painter, option)
            case kinds.PE_IndicatorArrowDown:
                self._draw_chevron(painter, option.rect, 90, self._ink(option))
            case kinds.PE_IndicatorArrowRight:
                self._draw_chevron(painter, option.rect, 0, self._ink(option))
            case kinds.PE_IndicatorArrowUp:
                self._draw_chevron(painter, option.rect, 270, self._ink(option))
            case kinds.PE_IndicatorArrowLeft:
                self._draw_chevron(painter, option.rect, 180, self._ink(option))
            case kinds.PE_FrameFocusRect:
                return
            case _:
                super().drawPrimitive(element, option, painter, widget)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is not QStyle.ComplexControl.CC_ComboBox:
            super().drawComplexControl(control, option, painter, widget)
            return
        line = Token.BORDER_STRONG if _is(option, QStyle.StateFlag.State_Enabled) else Token.BORDER
        self._draw_box(painter, QRectF(option.rect), line, Token.SURFACE)
        arrow = QRect(option.rect)
        arrow.setLeft(arrow.right() - self._theme.px(_COMBO_ARROW))
        self._draw_chevron(painter, arrow, 90, self._ink(option))

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        /,
        widget: QWidget | None = None,
    ) -> QRect:
        if (
            control is QStyle.ComplexControl.CC_ComboBox
            and part is QStyle.SubControl.SC_ComboBoxEditField
        ):
            left, right = self._theme.px(_COMBO_PADDING), self._theme.px(_COMBO_ARROW)
            return option.rect.adjusted(left, 1, -right, -1)
        return super().subControlRect(control, option, part, cast("QWidget", widget))

    @override
    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        /,
        widget: QWidget | None = None,
    ) -> QSize:
        if kind is QStyle.ContentsType.CT_ComboBox:
            extra = self._theme.px(_COMBO_PADDING) + self._theme.px(_COMBO_ARROW)
            return QSize(size.width() + extra, self._theme.px(MEASURES.control))
        return super().sizeFromContents(kind, option, size, cast("QWidget", widget))

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        kinds = QStyle.PixelMetric
        match metric:
            case (
                kinds.PM_IndicatorWidth
                | kinds.PM_IndicatorHeight
                | kinds.PM_ExclusiveIndicatorWidth
                | kinds.PM_ExclusiveIndicatorHeight
            ):
                return self._theme.px(_INDICATOR)
            case kinds.PM_FocusFrameHMargin | kinds.PM_FocusFrameVMargin:
                return MEASURES.focus_width + MEASURES.focus_offset
            case kinds.PM_SmallIconSize | kinds.PM_ButtonIconSize:
                return self._theme.px(MEASURES.icon_small)
            case _:
                return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        kinds = QStyle.StyleHint
        match hint:
            case kinds.SH_FocusFrame_AboveWidget:
                return 1
            case kinds.SH_Widget_Animation_Duration | kinds.SH_ComboBox_Popup:
                return 0
            case _:
                return super().styleHint(hint, option, widget, returnData)

    def _ink(self, option: QStyleOption) -> QColor:
        enabled = _is(option, QStyle.StateFlag.State_Enabled)
        return self._theme.colour(Token.TEXT2 if enabled else Token.DISABLED)

    def _draw_check_box(self, painter: QPainter, option: QStyleOption) -> None:
        enabled = _is(option, QStyle.StateFlag.State_Enabled)
        partly = _is(option, QStyle.StateFlag.State_NoChange)
        checked = _is(option, QStyle.StateFlag.State_On) or partly
        fill = Token.PRI if checked and enabled else Token.SURFACE
        line = Token.PRI if checked and enabled else Token.BORDER_STRONG
        box = QRectF(self._centred(option.rect, _INDICATOR))
        self._draw_box(painter, box, line if enabled else Token.BORDER, fill)
        if not checked:
            return
        marks = ((0.28, 0.5), (0.72, 0.5)) if partly else ((0.24, 0.52), (0.43, 0.7), (0.77, 0.32))
        points = [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in marks]
        ink = self._theme.colour(Token.PRI_ON if enabled else Token.DISABLED)
        _draw_line(painter, QPolygonF(points), ink, 1.8)

    def _draw_radio(self, painter: QPainter, option: QStyleOption) -> None:
        enabled = _is(option, QStyle.StateFlag.State_Enabled)
        checked = _is(option, QStyle.StateFlag.State_On)
        line = Token.PRI if checked else Token.BORDER_STRONG
        ring = QRectF(self._centred(option.rect, _INDICATOR)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(line if enabled else Token.BORDER), 1))
        painter.setBrush(self._theme.colour(Token.SURFACE))
        painter.drawEllipse(ring)
        if checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Token.OK if enabled else Token.DISABLED))
            half = self._theme.px(_DOT) / 2
            painter.drawEllipse(ring.center(), half, half)
        painter.restore()

    def _draw_branch(self, painter: QPainter, option: QStyleOption) -> None:
        if _is(option, QStyle.StateFlag.State_Children):
            turn = 90 if _is(option, QStyle.StateFlag.State_Open) else 0
            self._draw_chevron(painter, option.rect, turn, self._theme.colour(Token.TEXT2))

    def _draw_box(self, painter: QPainter, box: QRectF, line: Token, fill: Token) -> None:
        radius = min(self._theme.px(MEASURES.radius_control), box.height() / 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(line), 1))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()

    def _draw_chevron(self, painter: QPainter, area: QRect, turn: int, ink: QColor) -> None:
        """Draw ">" turned clockwise by `turn` degrees in the middle of an area."""
        reach = self._theme.px(_CHEVRON) / 2
        painter.save()
        painter.translate(QRectF(area).center())
        painter.rotate(turn)
        points = [QPointF(-reach / 2, -reach), QPointF(reach / 2, 0), QPointF(-reach / 2, reach)]
        _draw_line(painter, QPolygonF(points), ink, 1.2)
        painter.restore()

    def _centred(self, area: QRect, length: int) -> QRect:
        side = self._theme.px(length)
        made = QRect(0, 0, side, side)
        made.moveCenter(area.center())
        return made


def _is(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _draw_line(painter: QPainter, points: QPolygonF, ink: QColor, width: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(points)
    painter.restore()
