from tests.rubric.edition_copy import BONUS, ORGANISATION, EditionCopy

HINTS = "hints.toml"


def test_an_id_used_twice_is_found_with_its_first_place(edition: EditionCopy) -> None:
    first = edition.line_of(ORGANISATION, 'id = "1.1.1"')
    line = edition.change(ORGANISATION, 'id = "1.1.2"', 'id = "1.1.1"')
    assert ("01_organisation.toml", line, "identity.repeated") in edition.found()
    assert first in edition.named_lines("01_organisation.toml")


def test_an_id_used_twice_in_two_files_is_found(edition: EditionCopy) -> None:
    line = edition.change(BONUS, 'id = "7.1.1"', 'id = "1.1.1"')
    assert ("07_bonus.toml", line, "identity.repeated") in edition.found()


def test_a_number_used_twice_is_found(edition: EditionCopy) -> None:
    line = edition.change(BONUS, "number", 'number = "一"')
    assert edition.found() == {("07_bonus.toml", line, "identity.repeated")}


def test_an_id_that_does_not_build_on_its_parent_is_found(edition: EditionCopy) -> None:
    line = edition.change(ORGANISATION, 'id = "1.3.2"', 'id = "2.3.2"')
    assert ("01_organisation.toml", line, "identity.prefix") in edition.found()


def test_a_second_hint_for_a_criterion_is_found(edition: EditionCopy) -> None:
    line = edition.change(HINTS, 'criterion = "1.1.2"', 'criterion = "1.1.1"')
    assert (HINTS, line, "identity.repeated") in edition.found()


def test_a_second_paper_of_a_kind_is_found(edition: EditionCopy) -> None:
    line = edition.change("undertakings.toml", 'kind = "A2"', 'kind = "A"')
    assert edition.found() == {("undertakings.toml", line, "identity.repeated")}


def test_a_page_named_twice_is_found(edition: EditionCopy) -> None:
    line = edition.change("package.toml", '    "manifest"', '    "cover",')
    assert edition.found() == {("package.toml", line, "identity.repeated")}


def test_an_id_other_than_the_folder_is_found(edition: EditionCopy) -> None:
    line = edition.change("rubric.toml", "id", 'id = "chongqing_2024"')
    assert edition.found() == {("rubric.toml", line, "identity.folder")}
