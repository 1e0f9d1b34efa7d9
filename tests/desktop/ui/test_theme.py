"""Which theme rules, and what it makes of the tokens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette

from desktop.ui.theme import TextScale, ThemeChoice, build_palette, choose_theme
from desktop.ui.tokens import DARK, LIGHT, TYPE, Token


@pytest.mark.parametrize(
    ("choice", "system", "is_dark"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, True),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, False),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, False),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, False),
        (ThemeChoice.DARK, Qt.ColorScheme.Light, True),
    ],
)
def test_the_users_choice_goes_before_the_system(
    choice: ThemeChoice, system: Qt.ColorScheme, is_dark: bool
) -> None:
    theme = choose_theme(choice, system)
    assert theme.is_dark is is_dark
    assert theme.colours is (DARK if is_dark else LIGHT)


def test_lengths_grow_with_the_scale_but_lines_stay_lines() -> None:
    theme = choose_theme(ThemeChoice.LIGHT, Qt.ColorScheme.Light, TextScale.HUGE)
    assert theme.px(20) == 26
    assert theme.px(1) == 1


def test_fonts_are_set_in_pixels_at_the_scale() -> None:
    theme = choose_theme(ThemeChoice.LIGHT, Qt.ColorScheme.Light, TextScale.LARGE)
    font = theme.font(TYPE.title, QFont())
    assert font.pixelSize() == 23
    assert font.bold()


def test_the_palette_follows_the_tokens() -> None:
    palette = build_palette(choose_theme(ThemeChoice.DARK, Qt.ColorScheme.Light))
    assert palette.color(QPalette.ColorRole.Window).name().upper() == DARK.app
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == DARK.of(Token.DISABLED)
