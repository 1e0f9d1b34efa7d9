import pytest

from tests.rubric.edition_copy import ORGANISATION, EditionCopy

FILE = "01_organisation.toml"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("成立机构。 ", "verbatim.space"),
        ("　成立机构。", "verbatim.space"),
        ("成立机构。(3分)", "verbatim.points"),
        ("成立机构。（2.5分）", "verbatim.points"),
        ("成立机构。3□", "verbatim.points"),
        ("成立【机构】。", "verbatim.character"),
        ("成立\\n机构。", "verbatim.character"),
        ("成立\ufffd机构。", "verbatim.character"),
    ],
)
def test_traces_of_copying_are_found(edition: EditionCopy, text: str, code: str) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.1.1"', "text", f'text = "{text}"')
    assert edition.found() == {(FILE, line, code)}


def test_a_number_inside_the_text_is_found(edition: EditionCopy) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.1"', "text", 'text = "1.本单位设立有机构"')
    assert edition.found() == {(FILE, line, "verbatim.number")}


def test_only_the_bonus_may_go_without_text(edition: EditionCopy) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.1"', "text", 'text = ""')
    assert edition.found() == {(FILE, line, "verbatim.empty")}


def test_a_section_is_read_as_closely_as_its_criteria(edition: EditionCopy) -> None:
    line = edition.change(ORGANISATION, "name", 'name = "组织机构健全(15分)"')
    assert edition.found() == {(FILE, line, "verbatim.points")}
