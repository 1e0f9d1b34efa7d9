"""Words and icons at rest: labels of the type scale, elided labels, tinted icons."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.dynamic_property import set_style_property


class LabelKind(StrEnum):
    """Sizes and inks of the type scale; the values are the style sheet's words."""

    BODY = "body"
    STRONG = "strong"
    FIGURE = "figure"
    POINTS = "points"
    TITLE = "title"
    OFFICIAL = "official"
    HEADING = "heading"
    COMPACT = "compact"
    SECONDARY = "secondary"
    CAPTION = "caption"
    ERROR = "error"
    CAUTION = "caution"
    ON_TIP = "on_tip"


class TextLabel(QLabel):
    """Plain text, never interpreted as markup; wraps when told to.

    `selectable` texts can be marked and copied with mouse and keyboard.
    """

    def __init__(
        self,
        text: str = "",
        kind: LabelKind = LabelKind.BODY,
        *,
        wraps: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("kind", kind.value)
        if wraps:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def set_kind(self, kind: LabelKind) -> None:
        set_style_property(self, "kind", kind.value)


class ElidedLabel(QLabel):
    """One line that shortens itself when room is short; the whole text is in the tooltip.

    File names are shortened in the middle, other text at the end.
    """

    def __init__(
        self,
        text: str = "",
        kind: LabelKind = LabelKind.BODY,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setProperty("kind", kind.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setMinimumWidth(1)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._refresh_tooltip()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_tooltip()

    def shown_text(self) -> str:
        """The text as it fits now."""
        return self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment() | Qt.AlignmentFlag.AlignVCenter),
            option.palette,
            bool(option.state & QStyle.StateFlag.State_Enabled),
            self.shown_text(),
            self.foregroundRole(),
        )
        painter.end()

    def _refresh_tooltip(self) -> None:
        self.setToolTip(self.text() if self.shown_text() != self.text() else "")


class IconLabel(QLabel):
    """A tinted icon at rest. Without `name` it is decoration beside a word that says the same."""

    def __init__(
        self,
        appearance: Appearance,
        icon: Icon,
        token: Token = Token.TEXT2,
        size: int | None = None,
        *,
        filled: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = icon
        self._token = token
        self._size = size or appearance.measures.icon
        self._filled = filled
        self.setAccessibleName(name)
        appearance.changed.connect(self._take_look)
        self._take_look()

    def show_icon(self, icon: Icon, token: Token, *, filled: bool = False) -> None:
        """Swap the picture."""
        self._icon, self._token, self._filled = icon, token, filled
        self._take_look()

    def _take_look(self) -> None:
        self.setFixedSize(self._appearance.px(self._size), self._appearance.px(self._size))
        self.setPixmap(
            self._appearance.pixmap(
                self._icon,
                self._token,
                self._size,
                self.devicePixelRatioF(),
                filled=self._filled,
            )
        )
