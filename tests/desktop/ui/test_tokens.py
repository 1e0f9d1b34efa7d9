"""The colour tables keep the contrast that WCAG 2.1 AA asks for."""

import re
from dataclasses import fields

import pytest

from desktop.ui.tokens import DARK, LIGHT, MEASURES, TYPE, ColourTable, Token, contrast

TEXT_PAIRS = (
    ("text", "surface", 15.68, 13.33),
    ("text", "app", 14.18, 14.84),
    ("text2", "surface", 7.67, 8.63),
    ("text2", "sel", 6.24, 6.14),
    ("text3", "surface", 6.25, 6.57),
    ("text3", "app", 5.65, 7.31),
    ("text3", "sel", 5.08, 4.67),
    ("link", "surface", 6.28, 8.33),
    ("link", "sel", 5.11, 5.93),
    ("link", "pri_tint", 5.46, 6.89),
    ("pri_on", "pri", 6.28, 5.10),
    ("pri_on", "pri_hover", 7.99, 4.71),
    ("seal", "surface", 6.12, 6.59),
    ("seal", "seal_tint", 5.36, 6.02),
    ("pri_on", "seal_fill", 6.12, 5.16),
    ("warn", "surface", 6.43, 8.37),
    ("warn", "warn_tint", 5.77, 7.39),
    ("info", "surface", 7.29, 8.09),
    ("info", "info_tint", 6.40, 7.30),
    ("rail_text", "rail", 8.76, 9.06),
)
SHAPE_PAIRS = (
    ("border_strong", "surface", 3.72, 3.70),
    ("border_strong", "app", 3.36, 4.12),
    ("focus", "surface", 6.67, 8.62),
    ("focus", "app", 6.03, 9.60),
    ("ok", "track", 5.17, 6.49),
)
OUR_OWN_TEXT_PAIRS = (
    ("tip_on", "tip"),
    ("tip_link", "tip"),
    ("text", "raised"),
    ("text", "row_hover"),
    ("text3", "sunken"),
    ("text2", "sunken"),
    ("paper_ink", "paper"),
    ("text", "pri_tint"),
)


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), TEXT_PAIRS)
def test_text_stands_out_as_computed(ink: str, ground: str, light: float, dark: float) -> None:
    assert _measured(LIGHT, ink, ground) == pytest.approx(light, abs=0.01)
    assert _measured(DARK, ink, ground) == pytest.approx(dark, abs=0.01)
    assert min(light, dark) >= 4.5


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), SHAPE_PAIRS)
def test_shapes_stand_out_as_computed(ink: str, ground: str, light: float, dark: float) -> None:
    assert _measured(LIGHT, ink, ground) == pytest.approx(light, abs=0.01)
    assert _measured(DARK, ink, ground) == pytest.approx(dark, abs=0.01)
    assert min(light, dark) >= 3


@pytest.mark.parametrize("table", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), OUR_OWN_TEXT_PAIRS)
def test_pairs_the_widgets_add_are_legible(ink: str, ground: str, table: ColourTable) -> None:
    assert _measured(table, ink, ground) >= 4.5


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == 1.0


def test_every_token_is_a_colour_in_both_tables() -> None:
    named = {field.name for field in fields(ColourTable)} - {"scrim_alpha"}
    assert named == {token.value for token in Token}
    for table in (LIGHT, DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", table.of(token)) for token in Token)


def test_no_type_is_smaller_than_twelve_pixels() -> None:
    assert min(getattr(TYPE, field.name).size for field in fields(TYPE)) == 12


def test_pointer_targets_are_large_enough() -> None:
    assert MEASURES.target >= 24
    assert MEASURES.control_compact >= MEASURES.target


def _measured(table: ColourTable, ink: str, ground: str) -> float:
    return contrast(table.of(Token(ink)), table.of(Token(ground)))
