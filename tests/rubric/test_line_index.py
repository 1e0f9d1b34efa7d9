import pytest

from rubric.line_index import LineIndex, Location

TEXT = '''# a comment
top = 1

[section]
name = "x" # [not a header]
lines = """
[neither = "this"]
"""
place.north = 1

[[groups]]
id = "a"
[[groups.gates]]
field = "p"
[[groups.gates]]
field = "q"

[[groups]]
id = "b"
words = [
    # a comment in a list
    "one", "two",
    "three",
]
[[groups.gates]]
field = "r"
inline = { deep = 1 }
'''


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("top",), 2),
        (("section",), 4),
        (("section", "name"), 5),
        (("section", "lines"), 6),
        (("section", "place", "north"), 9),
        (("groups", 0), 11),
        (("groups", 0, "id"), 12),
        (("groups", 0, "gates", 0, "field"), 14),
        (("groups", 0, "gates", 1, "field"), 16),
        (("groups", 1), 18),
        (("groups", 1, "id"), 19),
        (("groups", 1, "words"), 20),
        (("groups", 1, "words", 0), 22),
        (("groups", 1, "words", 1), 22),
        (("groups", 1, "words", 2), 23),
        (("groups", 1, "gates", 0, "field"), 26),
        (("groups", 1, "gates", 0, "inline", "deep"), 27),
    ],
)
def test_a_key_is_found_on_its_line(location: Location, line: int) -> None:
    assert LineIndex(TEXT).line_of(location) == line


def test_a_missing_key_is_found_at_the_table_that_lacks_it() -> None:
    assert LineIndex(TEXT).line_of(("groups", 1, "points")) == 18


def test_a_missing_table_is_found_at_the_first_line() -> None:
    assert LineIndex(TEXT).line_of(("criteria", 3, "points")) == 1


def test_line_ends_of_windows_do_not_shift_the_lines() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert LineIndex(text).line_of(("groups", 1, "words", 2)) == 23


def test_an_odd_separator_inside_a_text_is_no_line_end() -> None:
    assert LineIndex('a = "x\u2028y"\nb = 1\n').line_of(("b",)) == 2
