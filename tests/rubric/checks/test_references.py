import pytest

from tests.rubric.edition_copy import ORGANISATION, EditionCopy

FILE = "01_organisation.toml"


def test_a_group_of_another_section_is_found(edition: EditionCopy) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.2"', "parent", 'parent = "2"')
    assert (FILE, line, "references.parent") in edition.found()


def test_a_criterion_of_an_unknown_group_is_found(edition: EditionCopy) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.2.1"', "parent", 'parent = "1.9"')
    assert (FILE, line, "references.parent") in edition.found()


def test_a_hint_for_an_unknown_criterion_leaves_the_other_without(edition: EditionCopy) -> None:
    line = edition.change("hints.toml", 'criterion = "1.1.2"', 'criterion = "1.1.9"')
    bare = edition.line_of(ORGANISATION, 'id = "1.1.2"')
    assert edition.found() == {
        ("hints.toml", line, "references.criterion"),
        (FILE, bare, "references.no_hint"),
    }


def test_a_paper_for_an_unknown_criterion_is_found(edition: EditionCopy) -> None:
    line = edition.change("undertakings.toml", 'criterion = "6.3.1"', 'criterion = "6.3.9"')
    assert ("undertakings.toml", line, "references.criterion") in edition.found()


@pytest.mark.parametrize("page", ["title_page", "封面"])
def test_an_unknown_page_is_found_and_the_known_are_listed(edition: EditionCopy, page: str) -> None:
    line = edition.change("package.toml", '    "cover"', f'    "{page}",')
    problem = edition.only_problem()
    assert (problem.line, problem.code) == (line, "references.page")
    assert "score_sheet" in problem.text
