"""Push buttons of the three ranks and the cinnabar one, and icon-only buttons for tool rows."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token


class ButtonKind(StrEnum):
    """Rank of a button; a view has at most one PRIMARY.

    DANGER is for 登记用印 and for destroying data alone; TOOL is SECONDARY with the softer
    border of tool rows; TOAST is the action on a toast.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TEXT = "text"
    DANGER = "danger"
    TOOL = "tool"
    TOAST = "toast"


_INK = {
    ButtonKind.PRIMARY: Token.PRI_ON,
    ButtonKind.SECONDARY: Token.TEXT,
    ButtonKind.TEXT: Token.LINK,
    ButtonKind.DANGER: Token.PRI_ON,
    ButtonKind.TOOL: Token.TEXT,
    ButtonKind.TOAST: Token.TIP_LINK,
}


class ActionButton(QPushButton):
    """A push button; its text begins with a verb.

    `compact` is 28 px high instead of 32; `icon_after` puts the icon behind the text.
    """

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        *,
        compact: bool = False,
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._kind = kind
        self._icon = icon
        self.setProperty("kind", kind.value)
        self.setProperty("density", "compact" if compact else "normal")
        self.setAutoDefault(False)
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        appearance.changed.connect(self._take_look)
        self._take_look()

    def set_icon(self, icon: Icon | None) -> None:
        self._icon = icon
        self._take_look()

    def _take_look(self) -> None:
        if self._icon is not None:
            small = self._appearance.measures.icon_small
            self.setIcon(self._appearance.icon(self._icon, _INK[self._kind], small))
            side = self._appearance.px(small)
            self.setIconSize(QSize(side, side))


class IconButton(QToolButton):
    """An icon alone, for tool rows and rows of tables; at least 28 by 28.

    `name` is what screen readers say; the tooltip adds the key where there is one.
    """

    def __init__(
        self,
        appearance: Appearance,
        icon: Icon,
        name: str,
        *,
        key: str = "",
        token: Token = Token.TEXT2,
        bordered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = icon
        self._token = token
        self.setProperty("kind", "bordered" if bordered else "icon")
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {key}" if key else name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if key:
            self.setShortcut(key)
        appearance.changed.connect(self._take_look)
        self._take_look()

    def set_icon(self, icon: Icon) -> None:
        self._icon = icon
        self._take_look()

    def _take_look(self) -> None:
        side = self._appearance.px(self._appearance.measures.icon)
        self.setIcon(self._appearance.icon(self._icon, self._token))
        self.setIconSize(QSize(side, side))
