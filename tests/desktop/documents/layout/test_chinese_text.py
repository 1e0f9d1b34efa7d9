from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.layout.chinese_text import (
    balanced_width,
    break_lines,
    text_height,
    text_width,
)
from desktop.documents.layout.errors import MeasureTooNarrowError, MissingGlyphsError
from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.line import Line
from desktop.documents.layout.text_style import Align, Span, TextStyle

STYLE = TextStyle(size_pt=10, leading_pt=16, first_indent_em=2)
NEVER_FIRST = "，。；：！？》”’）、…·"
NEVER_LAST = "《（“‘〔【"
FACES = FontSet.load()

# Words of many kinds; between two marks there is always something that may stand alone.
WORDS = st.sampled_from(
    [
        "商业秘密", "保密", "人", "示范基地", "㎡", "①", "𬭎䶮𬬭", "示例公司", "——", "……",
        "ISO27001", "150dpi", "28 mm", "2026年3月5日", "82.5", "12%", "AB", "a-b@example.cn",
        "渝市监发〔2026〕14号", "〔2025〕3号", "第12条", "☑符合", "☐不符合", "　", " ", "10×20",
    ]
)  # fmt: skip
OPENERS = st.sampled_from(["", "《", "（", "“", "（《", "“‘"])
CLOSERS = st.sampled_from(
    ["", "，", "。", "）", "》", "”", "；", "》）", "”。", "？”", "！", "：“重"]
)
PHRASES = st.tuples(OPENERS, WORDS, st.sampled_from(["中", "国", "甲", ""]), CLOSERS).map(
    lambda parts: parts[0] + (parts[1] if parts[0] == "" else "中" + parts[1]) + parts[2] + parts[3]
)
TEXTS = st.lists(PHRASES, min_size=1, max_size=120).map("".join)


def gaps_of(line: Line) -> float:
    return line.width_pt - line.measure_pt


@given(TEXTS, st.integers(min_value=200, max_value=460))
def test_no_line_begins_or_ends_with_the_wrong_mark_or_leaves_its_measure(
    text: str, width: int
) -> None:
    lines = break_lines("起" + text, STYLE, width, FACES)
    assert [line.text for line in lines[1:] if line.text[:1] in NEVER_FIRST] == []
    assert [line.text for line in lines[:-1] if line.text.rstrip()[-1:] in NEVER_LAST] == []
    assert [line for line in lines if gaps_of(line) > 0.01] == []


@given(TEXTS, st.integers(min_value=60, max_value=460))
def test_nothing_of_the_text_is_lost(text: str, width: int) -> None:
    lines = break_lines(text, STYLE, width, FACES)
    assert "".join(line.text for line in lines) == text


@given(st.text(alphabet=st.characters(codec="gb2312"), max_size=200))
def test_any_text_of_the_basic_set_can_be_set(text: str) -> None:
    source = text.replace("\r\n", "\n")
    lines = break_lines(text, STYLE, 200, FACES)
    joined = "".join(line.text + ("\n" if line.ends_paragraph else "") for line in lines)
    ends = "\r\v\f\x85\u2028\u2029"
    assert joined == source.translate({ord(one): "\n" for one in ends}) + "\n"
    assert [line for line in lines if gaps_of(line) > 0.01] == []


@pytest.mark.parametrize(
    "whole", ["——", "……", "ISO27001", "150dpi", "28 mm", "〔2026〕14号", "第12条", "12%", "☑符合"]
)
def test_some_things_are_never_cut(whole: str) -> None:
    for before in range(1, 24):
        lines = break_lines("中" * before + whole + "中" * 20, STYLE, 200, FACES)
        assert any(whole in line.text for line in lines), before


def test_a_word_wider_than_the_measure_is_cut_but_kept_inside() -> None:
    lines = break_lines("摘要：" + "9f86d081" * 30, STYLE, 200, FACES)
    assert len(lines) > 5
    assert all(line.width_pt <= line.measure_pt + 0.01 for line in lines)


def test_a_long_address_is_cut_after_a_soft_place() -> None:
    word = "one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve"
    lines = break_lines(word, TextStyle(size_pt=10), 100, FACES)
    assert all(line.text.endswith("-") for line in lines[:-1])


def test_lines_end_at_one_edge_and_the_last_one_keeps_its_width() -> None:
    text = "为保护商业秘密，维护公平竞争的市场秩序，根据《中华人民共和国反不正当竞争法》制定。" * 4
    lines = break_lines(text, STYLE, 300, FACES)
    for line in lines[:-1]:
        everywhere, after_marks = line.stretch_pt
        reached = line.width_pt + everywhere * line.slots + after_marks * line.marks
        assert reached == pytest.approx(line.measure_pt, abs=0.01)
    assert lines[-1].stretch_pt == (0.0, 0.0)


def test_a_line_with_too_large_a_gap_is_not_torn_apart() -> None:
    style = TextStyle(size_pt=10)
    measure = text_width("A" * 25, style, FACES) + 1
    lines = break_lines("中文中文中文中文" + "A" * 25 + "中文", style, measure, FACES)
    assert lines[0].text == "中文中文中文中文"
    assert lines[0].stretch_pt == (0.0, 0.0)


def test_the_first_line_is_indented_by_two_characters() -> None:
    lines = break_lines("中" * 60, STYLE, 200, FACES)
    assert [line.indent_pt for line in lines] == [20, 0, 0, 0]
    assert len(lines[0].text) == 18


def test_between_chinese_and_latin_a_quarter_em_stays_free() -> None:
    style = TextStyle(size_pt=10)
    apart = text_width("证据", style, FACES) + text_width("ABC", style, FACES)
    assert text_width("证据ABC", style, FACES) == pytest.approx(apart + 2.5)


def test_a_figure_stands_close_to_its_unit() -> None:
    style = TextStyle(size_pt=10)
    parts = [text_width(one, style, FACES) for one in ("2026", "年", "3", "月")]
    assert text_width("2026年3月", style, FACES) == pytest.approx(sum(parts))


def test_two_marks_that_meet_are_squeezed() -> None:
    loose = TextStyle(size_pt=10, squeeze=False)
    assert text_width("法》《章", TextStyle(size_pt=10), FACES) == pytest.approx(35)
    assert text_width("法》《章", loose, FACES) == pytest.approx(40)


def test_line_ends_begin_paragraphs() -> None:
    lines = break_lines("甲\n\n乙\r\n丙", STYLE, 200, FACES)
    assert [line.text for line in lines] == ["甲", "", "乙", "丙"]
    assert all(line.ends_paragraph for line in lines)
    assert text_height(lines) == 64


def test_a_character_without_glyph_stops_the_text_and_is_named() -> None:
    with pytest.raises(MissingGlyphsError) as caught:
        break_lines("合同😀与😀资料🀄", STYLE, 200, FACES)
    assert caught.value.characters == ("😀", "🀄")
    assert caught.value.code_points() == ("U+1F600", "U+1F004")


def test_invisible_marks_need_no_glyph() -> None:
    lines = break_lines("甲\u200b乙\ufeff丙", STYLE, 200, FACES)
    assert "".join(run.text for run in lines[0].runs) == "甲乙丙"


def test_a_measure_below_one_character_is_refused() -> None:
    with pytest.raises(MeasureTooNarrowError):
        break_lines("甲", STYLE, 25, FACES)


def test_spans_keep_their_faces_in_one_line() -> None:
    spans = (Span("要求：", Role.SANS), Span("提交制度", grey=0.5))
    (line,) = break_lines(spans, TextStyle(size_pt=10), 300, FACES)
    assert line.text == "要求：提交制度"
    assert {run.font_name for run in line.runs} == {
        FACES.face(Role.SANS).name,
        FACES.face(Role.BODY).name,
    }
    assert {run.grey for run in line.runs} == {0, 0.5}


def test_the_lines_of_a_title_come_out_alike() -> None:
    style = TextStyle(Role.TITLE, 22, 34, Align.CENTER)
    title = "重庆市商业秘密保护示范基地创建自评材料汇编"
    width = balanced_width(title, style, 450, FACES)
    lengths = [len(line.text) for line in break_lines(title, style, width, FACES)]
    assert len(lengths) == 2
    assert max(abs(one - other) for one, other in pairwise(lengths)) <= 1


@pytest.mark.parametrize(("align", "start"), [(Align.CENTER, 90), (Align.RIGHT, 180)])
def test_short_lines_stand_in_the_middle_or_at_the_right(align: Align, start: float) -> None:
    (line,) = break_lines("甲乙", TextStyle(size_pt=10, align=align), 200, FACES)
    assert line.start_pt == pytest.approx(start)


def test_the_right_indent_of_a_signature_is_kept_free() -> None:
    style = TextStyle(size_pt=10, align=Align.RIGHT, right_indent_em=4)
    (line,) = break_lines("甲乙", style, 200, FACES)
    assert line.start_pt + line.width_pt == pytest.approx(160)
