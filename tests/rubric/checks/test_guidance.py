import pytest

from tests.rubric.edition_copy import EditionCopy

HINTS = "hints.toml"


def test_a_short_name_used_twice_is_found(edition: EditionCopy) -> None:
    line = edition.change(HINTS, 'short = "奖惩制度"', 'short = "培训宣传"')
    assert edition.found() == {(HINTS, line, "guidance.short")}


@pytest.mark.parametrize(
    ("start", "new"),
    [
        ('short = "奖惩制度"', 'short = "【简称】"'),
        ('hint = "奖励和惩处', 'hint = "【提示】"'),
        ('    "员工手册条款"', '    "【材料】",'),
        ('    "只有惩处', '    "没有【】",'),
    ],
)
def test_a_blank_left_in_help_is_found(edition: EditionCopy, start: str, new: str) -> None:
    line = edition.change(HINTS, start, new)
    assert edition.found() == {(HINTS, line, "guidance.blank")}


def test_a_blank_left_in_a_question_is_found(edition: EditionCopy) -> None:
    line = edition.change("rubric.toml", '    "照片是否', '    "【照片】是否盖章",')
    assert edition.found() == {("rubric.toml", line, "guidance.blank")}
