"""One page as a picture on a scrollable ground, with marks that are shown but never printed."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import LIGHT, TYPE, Token

PIXELS_PER_POINT = 96 / 72
"""Logical pixels of one point at 100 %."""

ZOOM_LEAST = 0.25
ZOOM_MOST = 4.0
_MARGIN = 12.0
_RING_WIDTH = 1.2
_AWAY = 6


class Fit(Enum):
    """How the page fills the view; FREE keeps the zoom that was set."""

    WIDTH = "适合宽"
    PAGE = "整页"
    FREE = "自定"


@dataclass(frozen=True)
class PageSize:
    """Width and height in points of 1/72 inch."""

    width: float
    height: float


A4 = PageSize(595.28, 841.89)


@dataclass(frozen=True)
class SealRing:
    """Where the seal belongs: a dashed ring on screen only, in points from the top left corner."""

    left: float
    top: float
    diameter: float
    caption: str = "公章盖在此处\n虚线不打印"


class PageCanvas(QGraphicsView):
    """The frame of the page stands first; its picture follows when it is ready."""

    scale_changed = Signal(float)
    """Zoom with 1.0 for 100 %."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._page = A4
        self._turn = 0
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._bytes = b""
        self._scene = QGraphicsScene(self)
        self._frame = QGraphicsRectItem()
        self._picture = QGraphicsPixmapItem(self._frame)
        self._ring: QGraphicsRectItem | None = None
        self._scene.addItem(self._frame)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setAccessibleName("页面预览")
        appearance.changed.connect(self._take_look)
        self.show_frame(A4)
        self._take_look()

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def has_picture(self) -> bool:
        return not self._picture.pixmap().isNull()

    def wanted_width(self) -> int:
        """Device pixels across the page at the present zoom."""
        ratio = self.devicePixelRatioF()
        return round(self._page.width * PIXELS_PER_POINT * self._zoom * ratio)

    def show_frame(self, page: PageSize) -> None:
        """Show an empty page and drop the old picture and ring."""
        self._page = page
        self._bytes = b""
        self._picture.setPixmap(QPixmap())
        self.show_ring(None)
        area = QRectF(0, 0, page.width, page.height)
        self._frame.setRect(area)
        self._scene.setSceneRect(area.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self._refit()

    def show_picture(self, encoded: bytes) -> bool:
        """Show the page's picture (PNG or JPEG bytes); False when it is none."""
        image = QImage.fromData(encoded)
        if image.isNull():
            return False
        self._bytes = encoded
        self._picture.setPixmap(QPixmap.fromImage(self._on_paper(image)))
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._picture.setScale(self._page.width / image.width())
        return True

    def show_ring(self, ring: SealRing | None) -> None:
        """Put the ring for the seal over the page, or take it away."""
        if self._ring is not None:
            self._scene.removeItem(self._ring)
            self._ring = None
        if ring is not None:
            self._ring = _RingItem(ring, self._appearance)
            self._ring.setParentItem(self._frame)

    def set_fit(self, fit: Fit) -> None:
        self._fit = fit
        self._refit()

    def set_zoom(self, zoom: float) -> None:
        """Zoom to a factor between 25 and 400 percent; the page no longer fits itself."""
        self._fit = Fit.FREE
        self._apply(min(max(zoom, ZOOM_LEAST), ZOOM_MOST))

    def rotate_page(self) -> None:
        """Turn the view of the page by a quarter clockwise; the file stays as it is."""
        self._turn = (self._turn + 90) % 360
        self._refit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            event.accept()
        else:
            super().wheelEvent(event)

    def _refit(self) -> None:
        if self._fit is Fit.FREE:
            self._apply(self._zoom)
            return
        area = self._scene.sceneRect()
        lying = self._turn % 180 != 0
        width, height = (area.height(), area.width()) if lying else (area.width(), area.height())
        room = self.maximumViewportSize()
        scale = max(room.width() - 1, 1) / width
        if self._fit is Fit.PAGE:
            scale = min(scale, max(room.height(), 1) / height)
        elif scale * height > room.height():
            bar = self.verticalScrollBar().sizeHint().width() + 2
            scale = max(room.width() - bar, 1) / width
        self._apply(min(max(scale / PIXELS_PER_POINT, ZOOM_LEAST), ZOOM_MOST))

    def _apply(self, zoom: float) -> None:
        self.resetTransform()
        self.rotate(self._turn)
        self.scale(zoom * PIXELS_PER_POINT, zoom * PIXELS_PER_POINT)
        if zoom != self._zoom:
            self._zoom = zoom
            self.scale_changed.emit(zoom)

    def _on_paper(self, image: QImage) -> QImage:
        """Lay the picture on the theme's paper: never inverted, a little darker in the dark."""
        toned = image.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(toned)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(toned.rect(), self._appearance.colour(Token.PAPER))
        painter.end()
        return toned

    def _take_look(self) -> None:
        pen = QPen(self._appearance.colour(Token.BORDER_STRONG), 1)
        pen.setCosmetic(True)
        self._frame.setPen(pen)
        self._frame.setBrush(self._appearance.colour(Token.PAPER))
        self.setBackgroundBrush(self._appearance.colour(Token.APP))
        if self._bytes:
            self.show_picture(self._bytes)


class _RingItem(QGraphicsRectItem):
    """A dashed ring with its caption low to the left, where the line of the date leaves room.

    Paper is light in both themes, so is its ink.
    """

    def __init__(self, ring: SealRing, appearance: Appearance) -> None:
        self._circle = QRectF(ring.left, ring.top, ring.diameter, ring.diameter)
        self._caption = ring.caption
        self._font = appearance.font(TYPE.caption)
        self._font.setPixelSize(10)
        super().__init__(self._circle.adjusted(-ring.diameter, -2, 2, 2))

    @override
    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        pen = QPen(QColor(LIGHT.of(Token.SEAL)), _RING_WIDTH)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._circle)
        painter.setFont(self._font)
        box = QRectF(self.rect().topLeft(), self._circle.bottomLeft() - QPointF(_AWAY, _AWAY))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, int(align), self._caption)
