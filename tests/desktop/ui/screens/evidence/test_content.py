from desktop.domain.assessment import Assessment
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import PrecheckContext
from desktop.domain.prechecks.registry import run_prechecks
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.ui.screens.evidence.content import (
    LibraryFilter,
    LibraryRow,
    Scope,
    counters_of,
    details_of,
    filtered,
    library_rows,
    removal_text,
)
from tests.support.builders import TODAY, an_assessment, the_rubric, with_evidence


def three_files() -> Assessment:
    assessment = with_evidence(an_assessment(), 1, "4.1.4", "1.1.1")
    assessment = with_evidence(assessment, 2, "4.1.4", level=DisclosureLevel.UNDECIDED)
    return with_evidence(assessment, 3, level=DisclosureLevel.INTERNAL)


def rows_of(assessment: Assessment) -> tuple[LibraryRow, ...]:
    rubric = the_rubric()
    sheet = score(rubric, facts_of(rubric, assessment), assessment.year, TODAY)
    findings = run_prechecks(PrecheckContext(rubric, assessment, sheet, TODAY))
    return library_rows(rubric, assessment, findings)


def numbers(rows: tuple[LibraryRow, ...]) -> list[str]:
    return [row.item.id for row in rows]


def test_rows_name_criteria_in_the_order_of_the_annex() -> None:
    first = rows_of(three_files())[0]
    assert first.criteria == ("1.1.1", "4.1.4")
    assert first.spoken == "示例材料1，E-0001，可提交，用于条目 1.1.1、4.1.4"


def test_groups_of_filters_combine_and_levels_add_up() -> None:
    rows = rows_of(three_files())
    levels = frozenset({DisclosureLevel.SUBMITTABLE, DisclosureLevel.UNDECIDED})
    assert numbers(filtered(rows, LibraryFilter(levels=levels))) == ["E-0001", "E-0002"]
    problem = LibraryFilter(scope=Scope.PROBLEM, levels=levels)
    assert numbers(filtered(rows, problem)) == ["E-0002"]
    assert numbers(filtered(rows, LibraryFilter(scope=Scope.UNLINKED))) == ["E-0003"]
    assert numbers(filtered(rows, LibraryFilter(words=("4.1.4", "示例材料2")))) == ["E-0002"]


def test_counters_do_not_depend_on_the_filter() -> None:
    counters = counters_of(rows_of(three_files()))
    assert counters.scopes == {Scope.ALL: 3, Scope.UNLINKED: 1, Scope.PROBLEM: 2}
    assert counters.levels[DisclosureLevel.INTERNAL] == 1
    assert counters.size == 30


def test_deleting_names_every_link() -> None:
    rubric, assessment = the_rubric(), three_files()
    sheet = score(rubric, facts_of(rubric, assessment), assessment.year, TODAY)
    linked = details_of(rubric, assessment, sheet, (), "E-0001")
    assert "用于条目 1.1.1、4.1.4" in removal_text(linked)
    assert "不能恢复" in removal_text(linked)
    assert "没有关联条目" in removal_text(details_of(rubric, assessment, sheet, (), "E-0003"))
