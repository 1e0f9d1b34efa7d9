"""The look of the moment: colours, type and measures at one scale, and how it is chosen."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette

from desktop.ui.tokens import DARK, LIGHT, MEASURES, ColourTable, Measures, Token, TypeStyle


class ThemeChoice(StrEnum):
    """What the user set under 主题; the values are the words on screen."""

    SYSTEM = "跟随系统"
    LIGHT = "浅色"
    DARK = "深色"


class TextScale(Enum):
    """What the user set under 字号: a word and a factor on every size."""

    NORMAL = ("标准", 1.0)
    LARGE = ("大", 1.15)
    HUGE = ("特大", 1.3)

    @property
    def word(self) -> str:
        return self.value[0]

    @property
    def factor(self) -> float:
        return self.value[1]


@dataclass(frozen=True)
class Theme:
    """Everything a widget needs to draw itself.

    Attributes:
        high_contrast: The system asks for a contrast theme: the product's style sheet is dropped
            and the system's palette rules; only shapes stay ours.
    """

    colours: ColourTable
    is_dark: bool
    scale: TextScale = TextScale.NORMAL
    high_contrast: bool = False

    def colour(self, token: Token) -> QColor:
        return QColor(self.colours.of(token))

    def px(self, length: int) -> int:
        """A length of the token tables at this scale; a line never vanishes."""
        return length if length <= 1 else round(length * self.scale.factor)

    @property
    def measures(self) -> Measures:
        """Unscaled lengths; pass them through `px`."""
        return MEASURES

    def font(self, style: TypeStyle, base: QFont) -> QFont:
        """`base` at the size and weight of a type style."""
        font = QFont(base)
        font.setPixelSize(self.px(style.size))
        font.setBold(style.bold)
        return font


def choose_theme(
    choice: ThemeChoice,
    system: Qt.ColorScheme,
    scale: TextScale = TextScale.NORMAL,
    *,
    high_contrast: bool = False,
) -> Theme:
    """Settle on light or dark; a system that does not say counts as light."""
    is_dark = choice is ThemeChoice.DARK or (
        choice is ThemeChoice.SYSTEM and system is Qt.ColorScheme.Dark
    )
    return Theme(DARK if is_dark else LIGHT, is_dark, scale, high_contrast)


_ROLES: tuple[tuple[QPalette.ColorRole, Token], ...] = (
    (QPalette.ColorRole.Window, Token.APP),
    (QPalette.ColorRole.WindowText, Token.TEXT),
    (QPalette.ColorRole.Base, Token.SURFACE),
    (QPalette.ColorRole.AlternateBase, Token.SUNKEN),
    (QPalette.ColorRole.Text, Token.TEXT),
    (QPalette.ColorRole.Button, Token.SURFACE),
    (QPalette.ColorRole.ButtonText, Token.TEXT),
    (QPalette.ColorRole.BrightText, Token.SEAL),
    (QPalette.ColorRole.Highlight, Token.SEL),
    (QPalette.ColorRole.HighlightedText, Token.TEXT),
    (QPalette.ColorRole.Accent, Token.PRI),
    (QPalette.ColorRole.Link, Token.LINK),
    (QPalette.ColorRole.LinkVisited, Token.LINK),
    (QPalette.ColorRole.ToolTipBase, Token.TIP),
    (QPalette.ColorRole.ToolTipText, Token.TIP_ON),
    (QPalette.ColorRole.PlaceholderText, Token.TEXT3),
    (QPalette.ColorRole.Light, Token.SURFACE),
    (QPalette.ColorRole.Midlight, Token.SUNKEN),
    (QPalette.ColorRole.Mid, Token.BORDER),
    (QPalette.ColorRole.Dark, Token.BORDER_STRONG),
    (QPalette.ColorRole.Shadow, Token.BORDER_STRONG),
)

_DISABLED_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def build_palette(theme: Theme) -> QPalette:
    """The palette that item views, menus and Qt's own dialogs follow."""
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, theme.colour(token))
    for role in _DISABLED_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour(Token.DISABLED))
    return palette
