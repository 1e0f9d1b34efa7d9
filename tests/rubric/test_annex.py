"""The edition of 2023 against the lines of the official annex."""

import hashlib
import re
from pathlib import Path

from rubric import catalogue
from rubric.model import Group, Rubric, Section
from rubric.points import decimal_points

RUBRIC: Rubric = catalogue.load("chongqing_2023")
ANNEX = (Path(__file__).parents[1] / "golden" / "annex_2023.txt").read_text(encoding="utf-8")
HEADINGS = ["附件", RUBRIC.title, "序号", "项目", "创建标准", "创建内容", "评分标准、分值"]


def cells() -> list[str]:
    """What stands in the cells of the printed table, row by row, headings included."""
    return [cell.strip() for cell in re.split(r"[|\n]", ANNEX) if cell.strip()]


def rebuilt_group(group: Group) -> list[str]:
    heading = f"{group.number}{group.text}({decimal_points(group.points)}分)" if group.text else ""
    rows = [
        cell
        for criterion in group.criteria
        for cell in (criterion.text, f"{decimal_points(criterion.points)}□")
    ]
    return [heading, *rows] if heading else rows


def rebuilt_section(section: Section) -> list[str]:
    heading = f"{section.name}({decimal_points(section.points)}分)"
    rows = [cell for group in section.groups for cell in rebuilt_group(group)]
    return [section.number, heading, section.standard, *rows]


def test_the_printed_table_comes_out_of_the_rubric_character_by_character() -> None:
    rows = [cell for section in RUBRIC.sections for cell in rebuilt_section(section)]
    assert HEADINGS + rows == cells()


def test_every_official_text_stands_in_the_annex() -> None:
    texts = [RUBRIC.title]
    for section in RUBRIC.sections:
        texts += [section.name, section.standard, *(group.text for group in section.groups)]
        texts += [criterion.text for criterion in section.criteria]
    assert len(texts) == 1 + 7 + 7 + 20 + 39
    assert [text for text in texts if text not in ANNEX] == []


def test_there_are_seven_sections_with_nineteen_groups_and_the_bonus_without_text() -> None:
    groups = [group for section in RUBRIC.sections for group in section.groups]
    assert [section.number for section in RUBRIC.sections] == list("一二三四五六七")
    assert len(groups) == 20
    assert [group.id for group in groups if not group.text] == ["7.1"]


def test_thirty_four_criteria_carry_a_hundred_points_and_five_carry_five() -> None:
    base = [c for section in RUBRIC.sections if not section.bonus for c in section.criteria]
    bonus = [c for section in RUBRIC.sections if section.bonus for c in section.criteria]
    assert (len(base), sum(c.points for c in base)) == (34, 1000)
    assert (len(bonus), sum(c.points for c in bonus)) == (5, 50)
    assert RUBRIC.cap == 1000


def test_the_points_of_the_sections_are_those_of_the_annex() -> None:
    assert [decimal_points(section.points) for section in RUBRIC.sections] == [
        "15",
        "10",
        "10",
        "25",
        "20",
        "20",
        "5",
    ]


def test_nine_criteria_of_five_points_and_ten_of_two_and_a_half() -> None:
    fives = [c.id for c in RUBRIC.criteria() if c.points == 50]
    halves = [c.id for c in RUBRIC.criteria() if c.points == 25]
    assert fives == [
        "3.2.1",
        "4.1.1",
        "5.2.1",
        "5.2.2",
        "5.3.1",
        "6.1.1",
        "6.1.2",
        "6.2.1",
        "6.3.1",
    ]
    assert len(halves) == 10


def test_the_digest_of_a_criterion_is_that_of_its_utf8_text() -> None:
    criterion = RUBRIC.criterion("4.1.4")
    text = "保护制度或管理办法中涵盖对涉密委托加工相关管理规定内容。"
    assert criterion.text_sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_two_criteria_share_their_text_and_differ_by_their_group() -> None:
    first, second = RUBRIC.criterion("6.2.1"), RUBRIC.criterion("6.3.1")
    assert first.text == second.text
    assert RUBRIC.group_of("6.2.1").text != RUBRIC.group_of("6.3.1").text
    assert [kind.value for kind in first.papers] == ["A", "A2"]
    assert [kind.value for kind in second.papers] == ["B"]


def test_the_official_digest_is_the_one_that_was_read_against_the_annex() -> None:
    assert RUBRIC.official_sha256 == (
        "b0a669dc5e986abd8597786d4ae18a0112ac9fd276867a3af2e3ed2319215fc3"
    )
