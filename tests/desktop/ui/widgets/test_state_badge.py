"""Six states, six shapes, always with the word."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.widgets.state_badge import StateBadge, state_glyph


def test_the_six_states_differ_in_shape() -> None:
    shapes = {(glyph.icon, glyph.filled) for glyph in map(state_glyph, ResponseState)}
    assert len(shapes) == len(ResponseState) == 6


@pytest.mark.parametrize("state", list(ResponseState))
def test_the_word_stands_beside_the_glyph(
    state: ResponseState, appearance: Appearance, qtbot: QtBot
) -> None:
    badge = StateBadge(appearance, state)
    qtbot.addWidget(badge)
    assert badge.text == badge.accessibleName() == state.value
    badge.show_state(state, 27)
    assert badge.text == f"{state.value} 27"
