# ruff: noqa: RUF001 - the characters themselves

import pytest

from desktop.documents.layout.characters import Kind, is_ignorable, is_line_end, kind_of


@pytest.mark.parametrize(
    ("characters", "kind"),
    [
        ("中𬭎〇①㎡Ⅰ√→１", Kind.CHINESE),
        ("a1αЖ.,(%×±", Kind.LATIN),
        ("，。《（“…—·", Kind.MARK),
        (" 　\t\u2003", Kind.SPACE),
        ("□☐☑☒", Kind.BOX),
        ("\u200b\ufeff\u00ad\ufe0f\x08", Kind.INVISIBLE),
    ],
)
def test_characters_are_sorted_by_how_they_behave_in_a_line(characters: str, kind: Kind) -> None:
    assert {kind_of(one) for one in characters} == {kind}


def test_a_no_break_space_holds_words_together() -> None:
    assert kind_of("\u00a0") is Kind.LATIN


def test_line_ends_and_invisible_marks_are_told_apart() -> None:
    assert is_line_end("\n")
    assert not is_line_end(" ")
    assert is_ignorable("\u200d")
    assert not is_ignorable("中")
