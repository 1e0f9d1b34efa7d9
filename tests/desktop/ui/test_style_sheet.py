"""The one style sheet is complete, scaled, and silent in contrast themes."""

import re

import pytest
from PySide6.QtCore import Qt

from desktop.ui.style_sheet import build_style_sheet
from desktop.ui.theme import TextScale, Theme, ThemeChoice, choose_theme
from desktop.ui.tokens import DARK, LIGHT, Token


def _theme(choice: ThemeChoice, scale: TextScale = TextScale.NORMAL) -> Theme:
    return choose_theme(choice, Qt.ColorScheme.Light, scale)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_no_placeholder_is_left(choice: ThemeChoice) -> None:
    sheet = build_style_sheet(_theme(choice))
    assert "$" not in sheet
    assert "@" not in sheet


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_colour_comes_from_the_table(choice: ThemeChoice) -> None:
    table = DARK if choice is ThemeChoice.DARK else LIGHT
    used = set(re.findall("#[0-9A-Fa-f]{6}", build_style_sheet(_theme(choice))))
    assert used
    assert used <= {table.of(token) for token in Token}


def test_type_grows_with_the_scale() -> None:
    assert "font-size: 12px" in build_style_sheet(_theme(ThemeChoice.LIGHT))
    huge = build_style_sheet(_theme(ThemeChoice.LIGHT, TextScale.HUGE))
    assert "font-size: 16px" in huge
    assert "font-size: 12px" not in huge


def test_contrast_themes_get_no_sheet() -> None:
    theme = choose_theme(ThemeChoice.LIGHT, Qt.ColorScheme.Light, high_contrast=True)
    assert build_style_sheet(theme) == ""
