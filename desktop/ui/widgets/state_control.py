"""The choice among the five states that a person may set; 未到期 follows from the year alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.assessment import SETTABLE_STATES, ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.widgets.segmented_control import Segment, SegmentedControl
from desktop.ui.widgets.state_badge import state_glyph


def _segment(state: ResponseState) -> Segment:
    glyph = state_glyph(state)
    return Segment(state.value, state.value, glyph.icon, glyph.token, glyph.filled)


class StateControl(QWidget):
    """Glyph and word of each state; the screen asks for what a state needs before it takes it."""

    state_chosen = Signal(object)
    """A ResponseState, by the user's act."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = SegmentedControl(
            appearance, "状态", [_segment(state) for state in SETTABLE_STATES]
        )
        self.setFocusProxy(self._control.button(ResponseState.NOT_STARTED.value))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._control)
        self._control.chosen.connect(self._tell)

    @property
    def state(self) -> ResponseState:
        return ResponseState(self._control.current)

    def show_state(self, state: ResponseState) -> None:
        """Show a state without telling anybody.

        Raises:
            KeyError: The state is 未到期, which the screen shows in another way.
        """
        self._control.choose(state.value)

    def refuse(self, state: ResponseState, reason: str) -> None:
        """Disable one state, with the reason in its tooltip; an empty reason enables it."""
        button = self._control.button(state.value)
        button.setEnabled(not reason)
        button.setToolTip(reason)

    def _tell(self, key: str) -> None:
        self.state_chosen.emit(ResponseState(key))
