"""The focus ring: one frame around whatever has the keyboard, outside of it, so nothing moves."""

import shiboken6
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFocusFrame, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import Token


class FocusRingFrame(QFocusFrame):
    """Draws the ring of two pixels, one pixel away from the control."""

    def __init__(self, appearance: Appearance, control: QWidget) -> None:
        super().__init__(control.window())
        self._appearance = appearance
        self.setObjectName("focus_ring")
        self.setWidget(control)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._appearance.measures.focus_width
        radius = self._appearance.px(self._appearance.measures.radius_control) + width
        inset = width / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.colour(Token.FOCUS), width))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()


class FocusRing(QObject):
    """Moves the ring with the keyboard focus; the application connects `follow`."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._frame: FocusRingFrame | None = None

    def follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Take the ring off the old control and put it around the new one."""
        self._remove()
        if now is not None and not now.isWindow() and now.property("focusRing") is not False:
            self._frame = FocusRingFrame(self._appearance, now)

    def _remove(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None and shiboken6.isValid(frame):
            frame.hide()
            frame.deleteLater()
