"""The current look as an object that widgets are given: theme, icons and fonts, and a signal."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap

from desktop.ui.fonts import FontFamilies
from desktop.ui.resources import Icon, IconStore
from desktop.ui.theme import Theme
from desktop.ui.tokens import MEASURES, Measures, Token, TypeStyle


class Appearance(QObject):
    """What every widget that draws or shows an icon is given by its maker.

    The application owns the only one and swaps the theme; `changed` tells widgets to take new
    icons and fonts. Connect bound methods only, so that they go with their widget.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, icons: IconStore, families: FontFamilies, ratios: Sequence[float]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._families = families
        self._ratios = tuple(ratios)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def measures(self) -> Measures:
        """Unscaled lengths; `px` scales one."""
        return MEASURES

    def set_theme(self, theme: Theme) -> None:
        """Swap the theme; called by the application after palette and style sheet are set."""
        if theme != self._theme:
            self._theme = theme
            self.changed.emit()

    def set_ratios(self, ratios: Sequence[float]) -> None:
        """Take over the pixel ratios of the screens that are connected now."""
        if tuple(ratios) != self._ratios:
            self._ratios = tuple(ratios)
            self.changed.emit()

    def colour(self, token: Token) -> QColor:
        return self._theme.colour(token)

    def px(self, length: int) -> int:
        """A length of the measures at the user's text scale."""
        return self._theme.px(length)

    def font(self, style: TypeStyle) -> QFont:
        """The interface face at one size of the type scale."""
        return self._theme.font(style, self._families.interface_font())

    def mono_font(self, style: TypeStyle) -> QFont:
        """The face for fingerprints at one size of the type scale."""
        return self._theme.font(style, self._families.mono_font())

    def icon(
        self,
        icon: Icon,
        token: Token = Token.TEXT2,
        size: int = MEASURES.icon,
        *,
        filled: bool = False,
    ) -> QIcon:
        """A tinted icon with a faded picture for disabled controls; `size` before scaling."""
        return self._icons.tinted(
            icon,
            self.colour(token),
            self.colour(Token.DISABLED),
            self.px(size),
            self._ratios,
            filled=filled,
        )

    def pixmap(
        self,
        icon: Icon,
        token: Token,
        size: int,
        ratio: float,
        *,
        filled: bool = False,
    ) -> QPixmap:
        """A tinted picture for painting; `size` before scaling, `ratio` of the paint device."""
        return self._icons.pixmap(icon, self.colour(token), self.px(size), ratio, filled=filled)

    def application_icon(self) -> QIcon:
        return self._icons.application_icon()
