from tests.rubric.edition_copy import EditionCopy

HINTS = "hints.toml"


def test_a_criterion_with_a_paper_needs_the_two_year_rule(edition: EditionCopy) -> None:
    line = edition.change_after(HINTS, 'criterion = "6.3.1"', "date_rule", 'date_rule = "EFF"')
    assert edition.found() == {(HINTS, line, "periods.paper")}


def test_the_two_year_rule_needs_a_paper(edition: EditionCopy) -> None:
    line = edition.change_after(HINTS, 'criterion = "1.1.1"', "date_rule", 'date_rule = "2Y"')
    assert edition.found() == {(HINTS, line, "periods.no_paper")}
