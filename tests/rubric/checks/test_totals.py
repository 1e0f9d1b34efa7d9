from tests.rubric.edition_copy import BONUS, ORGANISATION, EditionCopy

FILE = "01_organisation.toml"


def test_a_wrong_criterion_is_told_at_the_sum_with_the_lines_of_the_summands(
    edition: EditionCopy,
) -> None:
    leaf = edition.change_after(ORGANISATION, 'id = "1.1.1"', "points", "points = 35")
    problem = edition.only_problem()
    assert problem.line == edition.line_of(ORGANISATION, 'id = "1.1"') + 4
    assert problem.text == (
        "“1.1”记为 5 分，所含各项合计 5.5 分：1.1.1 为 3.5 分"
        f"（第 {leaf} 行）、1.1.2 为 2 分（第 {leaf + 6} 行）。"
    )


def test_a_wrong_group_is_told_against_its_criteria_and_its_section(edition: EditionCopy) -> None:
    line = edition.change_after(ORGANISATION, 'id = "1.1"', "points", "points = 55")
    section = edition.line_of(ORGANISATION, 'id = "1"') + 3
    assert edition.found() == {(FILE, line, "totals.sum"), (FILE, section, "totals.sum")}


def test_a_wrong_section_is_told_against_its_groups_and_the_total(edition: EditionCopy) -> None:
    line = edition.change_after(ORGANISATION, "[section]", "points", "points = 160")
    total = edition.line_of("rubric.toml", "total")
    assert edition.found() == {
        (FILE, line, "totals.sum"),
        ("rubric.toml", total, "totals.sum"),
    }


def test_the_total_names_the_file_of_every_section(edition: EditionCopy) -> None:
    edition.change("rubric.toml", "total", "total = 1010")
    text = edition.only_problem().text
    assert "01_organisation.toml 第 " in text
    assert "07_bonus.toml" not in text


def test_the_bonus_has_a_total_of_its_own(edition: EditionCopy) -> None:
    line = edition.change("rubric.toml", "bonus_total", "bonus_total = 40")
    assert edition.found() == {("rubric.toml", line, "totals.sum")}


def test_a_bonus_section_no_longer_marked_upsets_both_totals(edition: EditionCopy) -> None:
    edition.change(BONUS, "bonus", "bonus = false")
    codes = {code for _, _, code in edition.found()}
    assert codes == {"totals.sum", "verbatim.empty"}


def test_a_group_without_criteria_is_told(edition: EditionCopy) -> None:
    added = '\n[[groups]]\nid = "1.4"\nparent = "1"\ntext = "新的一组"\npoints = 10\n'
    line = edition.append(ORGANISATION, added) + 5
    assert (FILE, line, "totals.sum") in edition.found()
