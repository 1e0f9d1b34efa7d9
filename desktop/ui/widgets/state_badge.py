"""The six states of a criterion: glyph and word, never told by colour alone."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel


@dataclass(frozen=True)
class StateGlyph:
    """How one state is drawn; the six shapes differ, so grey prints stay legible."""

    icon: Icon
    token: Token
    filled: bool = False


_GLYPHS = {
    ResponseState.NOT_STARTED: StateGlyph(Icon.CIRCLE, Token.TEXT3),
    ResponseState.PREPARING: StateGlyph(Icon.HALF, Token.INFO),
    ResponseState.READY: StateGlyph(Icon.CHECKED, Token.OK),
    ResponseState.VERIFIED: StateGlyph(Icon.CHECKED, Token.OK, filled=True),
    ResponseState.NOT_CLAIMED: StateGlyph(Icon.NOT_CLAIMED, Token.TEXT3),
    ResponseState.NOT_DUE: StateGlyph(Icon.CLOCK, Token.WARN),
}


def state_glyph(state: ResponseState) -> StateGlyph:
    """The glyph of a state, for labels, buttons and delegates."""
    return _GLYPHS[state]


class StateBadge(QWidget):
    """Glyph and word of one state, optionally with a count: 已核对 27."""

    def __init__(
        self,
        appearance: Appearance,
        state: ResponseState,
        count: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_4)
        glyph = state_glyph(state)
        self._icon = IconLabel(
            appearance,
            glyph.icon,
            glyph.token,
            appearance.measures.icon_small,
            filled=glyph.filled,
        )
        self._word = TextLabel("", LabelKind.COMPACT)
        layout.addWidget(self._icon)
        layout.addWidget(self._word)
        layout.addStretch(1)
        self.show_state(state, count)

    def show_state(self, state: ResponseState, count: int | None = None) -> None:
        """Show another state or count."""
        glyph = state_glyph(state)
        self._icon.show_icon(glyph.icon, glyph.token, filled=glyph.filled)
        text = state.value if count is None else f"{state.value} {count}"
        self._word.setText(text)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._word.text()
