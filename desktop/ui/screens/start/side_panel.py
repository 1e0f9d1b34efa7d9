"""The dark panel of the start page: what can be done, and what this program never does."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
)
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import TYPE, Token, TypeStyle
from desktop.ui.widgets.labels import IconLabel

_HEIGHT = 44
_MARK = 44
_WORDMARK = TypeStyle(26, bold=True)
_LINES = (
    (Icon.OFFLINE, "不联网，不上传，不收集使用信息", Token.RAIL_TEXT),
    (Icon.ENCRYPTED, "项目文件整体加密，仅凭密码打开", Token.RAIL_TEXT),
    (Icon.ERROR, "严禁录入国家秘密", Token.PRI_ON),
)


class PanelButton(QAbstractButton):
    """Icon, words and key on the dark ground; the primary one is filled."""

    def __init__(
        self, appearance: Appearance, icon: Icon, text: str, key: str = "", *, primary: bool = False
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = icon
        self._key = key
        self._primary = primary
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {key}" if key else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(220), self._appearance.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, colour = self._appearance.px, self._appearance.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(Qt.GlobalColor.white)
        veil.setAlpha(28 if self.underMouse() or self.isDown() else 12)
        line = QColor(Qt.GlobalColor.white)
        line.setAlpha(46)
        hot = Token.PRI_HOVER if self.underMouse() else Token.PRI
        painter.setPen(colour(Token.PRI_SOFT) if self._primary else line)
        painter.setBrush(colour(hot) if self._primary else veil)
        radius = self._appearance.measures.radius_control
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = self._appearance.measures.icon
        picture = self._appearance.pixmap(self._icon, Token.PRI_ON, side, self.devicePixelRatioF())
        painter.drawPixmap(px(14), (self.height() - px(side)) // 2, picture)
        painter.setPen(colour(Token.PRI_ON))
        painter.setFont(self._appearance.font(TYPE.body))
        box = self.rect().adjusted(px(46), 0, -px(12), 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(self._appearance.font(TYPE.caption))
        painter.setPen(colour(Token.PRI_ON if self._primary else Token.RAIL_TEXT))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key
        )
        painter.end()


class InkLabel(QLabel):
    """Words on the dark ground, in a token's colour."""

    def __init__(
        self, appearance: Appearance, text: str, style: TypeStyle, token: Token = Token.RAIL_TEXT
    ) -> None:
        super().__init__(text)
        self._appearance = appearance
        self._style = style
        self._token = token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        appearance.changed.connect(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        colour = self._appearance.colour(self._token).name()
        weight = "bold" if self._style.bold else "normal"
        size = self._appearance.px(self._style.size)
        self.setStyleSheet(f"color: {colour}; font-size: {size}px; font-weight: {weight};")


class SidePanel(QFrame):
    """The acts and three lines about safety."""

    new_requested = Signal()
    open_requested = Signal()
    verify_requested = Signal()

    def __init__(self, appearance: Appearance, foot: str) -> None:
        super().__init__()
        self._appearance = appearance
        measures = appearance.measures
        self.setAccessibleName("开始")
        self.new_button = PanelButton(appearance, Icon.ADD, "新建自评项目", "Ctrl+N", primary=True)
        self.open_button = PanelButton(appearance, Icon.FOLDER_OPEN, "打开项目文件", "Ctrl+O")
        self.verify_button = PanelButton(appearance, Icon.VERIFY, "验证申报包")
        self.new_button.clicked.connect(self.new_requested)
        self.open_button.clicked.connect(self.open_requested)
        self.verify_button.clicked.connect(self.verify_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 36, 32, measures.space_20)
        layout.setSpacing(measures.space_8)
        layout.addLayout(self._brand())
        layout.addSpacing(measures.space_24)
        for button in (self.new_button, self.open_button, self.verify_button):
            layout.addWidget(button)
        remark = "“验证申报包”只读检查签名与校验值，不需要密码，也不需要项目文件。"
        layout.addWidget(InkLabel(appearance, remark, TYPE.caption))
        layout.addStretch(1)
        for icon, text, token in _LINES:
            layout.addLayout(self._line(icon, text, token))
        layout.addSpacing(measures.space_8)
        layout.addWidget(InkLabel(appearance, foot, TYPE.caption))
        appearance.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.colour(Token.RAIL))
        painter.end()

    def _brand(self) -> QHBoxLayout:
        mark = QLabel()
        side = self._appearance.px(_MARK)
        mark.setPixmap(
            self._appearance.application_icon().pixmap(QSize(side, side), self.devicePixelRatioF())
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(InkLabel(self._appearance, "秘评", _WORDMARK, Token.PRI_ON))
        words.addWidget(InkLabel(self._appearance, "商业秘密保护自评与申报打包", TYPE.caption))
        row = QHBoxLayout()
        row.setSpacing(self._appearance.measures.space_12)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return row

    def _line(self, icon: Icon, text: str, token: Token) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._appearance.measures.space_8)
        small = self._appearance.measures.icon_small
        row.addWidget(IconLabel(self._appearance, icon, token, small))
        row.addWidget(InkLabel(self._appearance, text, TYPE.caption, token), 1)
        return row
