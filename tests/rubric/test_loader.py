"""Every kind of damage is told with its file and its line."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rubric import catalogue
from rubric.errors import DamagedEditionError
from tests.rubric.edition_copy import (
    BONUS,
    EDITION,
    ORGANISATION,
    SHIPPED,
    EditionCopy,
    copy_edition,
)

HEAD = "rubric.toml"
HINTS = "hints.toml"
PAPERS = "undertakings.toml"
PACKAGE = "package.toml"
FILES = (HEAD, HINTS, PAPERS, PACKAGE, ORGANISATION)


def test_an_untouched_copy_is_whole(edition: EditionCopy) -> None:
    assert edition.problems() == ()
    assert catalogue.load_folder(edition.folder) == catalogue.load(EDITION)


def test_damage_is_raised_with_all_problems(edition: EditionCopy) -> None:
    edition.change(HEAD, "total", "total = 990")
    edition.change(BONUS, "number", 'number = "六"')
    with pytest.raises(DamagedEditionError) as caught:
        catalogue.load_folder(edition.folder)
    assert caught.value.problems == edition.problems()
    assert len(caught.value.problems) == 2
    assert str(caught.value) == "rubric.damaged_edition"


@pytest.mark.parametrize("name", FILES[1:4])
def test_a_missing_file_is_named(edition: EditionCopy, name: str) -> None:
    (edition.folder / name).unlink()
    assert edition.found() == {(name, 1, "file.missing")}


def test_a_folder_without_head_is_no_edition(edition: EditionCopy) -> None:
    (edition.folder / HEAD).unlink()
    assert edition.found() == {(HEAD, 1, "file.no_edition")}


def test_an_edition_without_sections_is_refused(edition: EditionCopy) -> None:
    for file in (edition.folder / "sections").iterdir():
        file.unlink()
    assert edition.found() == {("sections", 1, "file.no_sections")}


def test_a_folder_in_place_of_a_file_is_told(edition: EditionCopy) -> None:
    (edition.folder / HINTS).unlink()
    (edition.folder / HINTS).mkdir()
    assert edition.found() == {(HINTS, 1, "file.unreadable")}


@pytest.mark.parametrize("name", FILES)
def test_text_in_another_encoding_is_found_at_its_line(edition: EditionCopy, name: str) -> None:
    line = edition.append(name, "# \n")
    path = edition.folder / name
    path.write_bytes(path.read_bytes()[:-1] + "江北".encode("gbk"))
    assert edition.found() == {(path.name, line, "file.encoding")}


@pytest.mark.parametrize("name", FILES)
def test_a_line_that_is_no_toml_is_named(edition: EditionCopy, name: str) -> None:
    line = edition.append(name, "此处没有等号\n")
    problem = edition.only_problem()
    assert (problem.path.name, problem.line) == (Path(name).name, line)
    assert "第 1 列" in problem.text


@pytest.mark.parametrize("name", FILES)
def test_an_unclosed_list_is_told_at_the_end(edition: EditionCopy, name: str) -> None:
    line = edition.append(name, "unfinished = [\n")
    assert edition.found() == {(Path(name).name, line, "file.syntax")}


def test_a_key_written_twice_is_told_as_such(edition: EditionCopy) -> None:
    number = edition.line_of(HEAD, "award")
    edition.change_line(HEAD, number, 'id = "again"')
    problem = edition.only_problem()
    assert problem.line == number
    assert problem.text.startswith("同一个键")


@pytest.mark.parametrize("name", FILES)
def test_an_unknown_key_is_named(edition: EditionCopy, name: str) -> None:
    edition.write(name, "weight = 3\n" + edition.read(name))
    problem = edition.only_problem()
    assert (problem.line, problem.code) == (1, "schema.extra_forbidden")
    assert "weight" in problem.text


@pytest.mark.parametrize("value", ["2.5", '"30"', "true", "0", "-30", "2026-01-01", "[30]"])
def test_points_that_are_no_positive_integer_are_named(edition: EditionCopy, value: str) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.1.1"', "points", f"points = {value}")
    problem = edition.only_problem()
    assert (problem.path.name, problem.line) == ("01_organisation.toml", line)


def test_half_points_written_as_a_fraction_are_explained(edition: EditionCopy) -> None:
    edition.change_after(ORGANISATION, 'id = "1.1.1"', "points", "points = 2.5")
    assert "2.5 分写作 25" in edition.only_problem().text


@pytest.mark.parametrize(
    ("name", "start", "new"),
    [
        (HEAD, "title", "title = 3"),
        (HEAD, "title", 'title = ""'),
        (HEAD, "id", 'id = "重庆"'),
        (HEAD, "schema_version", "schema_version = 2"),
        (HEAD, "schema_version", "schema_version = 0"),
        (HEAD, "questions_for_the_park", "questions_for_the_park = []\nxs = ["),
        (BONUS, "bonus", "bonus = 1"),
        (BONUS, "standard", 'standard = ""'),
        (PACKAGE, "pages", "pages = 3\nxs = ["),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(
    edition: EditionCopy, name: str, start: str, new: str
) -> None:
    line = edition.change(name, start, new)
    assert line in {problem.line for problem in edition.problems()}


@pytest.mark.parametrize(
    ("key", "new"),
    [
        ("short", 'short = "这是一个超过了十四个字的很长简称"'),
        ("hint", 'hint = ""'),
        ("date_rule", 'date_rule = "EFF3"'),
        ("criterion", "criterion = 111"),
    ],
)
def test_a_hint_that_is_not_right_is_named(edition: EditionCopy, key: str, new: str) -> None:
    line = edition.change_after(HINTS, 'criterion = "4.1.4"', key, new)
    problem = edition.only_problem()
    assert (problem.path.name, problem.line) == (HINTS, line)
    assert "{" not in problem.text


def test_a_missing_key_is_told_at_its_table(edition: EditionCopy) -> None:
    edition.change_after(HINTS, 'criterion = "4.1.4"', "date_rule", "")
    problem = edition.only_problem()
    assert problem.line == edition.line_of(HINTS, 'criterion = "4.1.4"') - 1
    assert problem.text == "缺少“hints.date_rule”。"


def test_a_byte_order_mark_of_an_editor_does_no_harm(edition: EditionCopy) -> None:
    for name in FILES:
        path = edition.folder / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert edition.problems() == ()


@pytest.mark.parametrize(
    ("name", "start", "new"),
    [
        (ORGANISATION, 'text = "成立', 'text = "建立商业秘密保护工作领导小组或类似机构。"'),
        (ORGANISATION, "standard", 'standard = "创建单位设立有机构。"'),
        (ORGANISATION, "name", 'name = "组织机构健全。"'),
        (HEAD, "cap", "cap = 1050"),
        (HEAD, "title", 'title = "重庆市商业秘密保护示范单位创建标准"'),
        (HEAD, "official_sha256", 'official_sha256 = ""'),
    ],
)
def test_a_changed_official_text_no_longer_has_the_digest(
    edition: EditionCopy, name: str, start: str, new: str
) -> None:
    edition.change(name, start, new)
    line = edition.line_of(HEAD, "official_sha256")
    assert edition.found() == {(HEAD, line, "verbatim.digest")}


def test_the_digest_asked_for_makes_the_edition_whole(edition: EditionCopy) -> None:
    edition.change(ORGANISATION, "standard", 'standard = "创建单位设立有机构。"')
    found = re.search(r"[0-9a-f]{64}", edition.only_problem().text)
    assert found
    edition.change(HEAD, "official_sha256", f'official_sha256 = "{found.group()}"')
    assert edition.problems() == ()


def test_a_changed_hint_leaves_the_official_digest_alone(edition: EditionCopy) -> None:
    edition.change_after(HINTS, 'criterion = "4.1.4"', "hint", 'hint = "另一句话。"')
    changed = catalogue.load_folder(edition.folder)
    assert changed.criterion("4.1.4").guidance.hint == "另一句话。"
    assert changed.official_sha256 == catalogue.load(EDITION).official_sha256


@pytest.fixture(scope="module")
def shared_copy(tmp_path_factory: pytest.TempPathFactory) -> EditionCopy:
    return copy_edition(tmp_path_factory.mktemp("editions"))


def points_lines(edition: EditionCopy) -> Iterator[tuple[str, int]]:
    """Every line of an edition on which points are written that others must add up to."""
    for name in (HEAD, *(f"sections/{file.name}" for file in sections(edition))):
        for number, line in enumerate(edition.read(name).split("\n"), 1):
            if re.match(r"(points|total|bonus_total) = ", line):
                yield name, number


def sections(edition: EditionCopy) -> list[Path]:
    return sorted((edition.folder / "sections").iterdir())


POINTS_LINES = list(points_lines(EditionCopy(SHIPPED / EDITION)))


@given(data=st.data())
@hypothesis_settings(max_examples=60)
def test_any_changed_points_are_found_and_their_line_is_named(
    shared_copy: EditionCopy, data: st.DataObject
) -> None:
    name, number = data.draw(st.sampled_from(POINTS_LINES))
    before = shared_copy.read(name)
    key, old = before.split("\n")[number - 1].split(" = ")
    points = data.draw(st.integers(1, 3000).filter(lambda value: value != int(old)))
    shared_copy.change_line(name, number, f"{key} = {points}")
    try:
        assert number in shared_copy.named_lines(Path(name).name)
    finally:
        shared_copy.write(name, before)


@given(data=st.data())
@hypothesis_settings(max_examples=40)
def test_any_changed_character_of_the_official_text_is_found(
    shared_copy: EditionCopy, data: st.DataObject
) -> None:
    file = data.draw(st.sampled_from(sections(shared_copy)))
    name = f"sections/{file.name}"
    before = shared_copy.read(name)
    values = re.finditer(r'^(?:text|standard) = "([^"]+)', before, re.MULTILINE)
    start = data.draw(st.sampled_from([value.start(1) for value in values]))
    position = data.draw(st.integers(start, before.index('"', start) - 1))
    character = data.draw(
        st.sampled_from("的，,。.(（5五 ").filter(lambda c: c != before[position])
    )
    shared_copy.write(name, before[:position] + character + before[position + 1 :])
    try:
        assert shared_copy.problems() != ()
    finally:
        shared_copy.write(name, before)
