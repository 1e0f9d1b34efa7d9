from datetime import date

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import PrecheckContext
from desktop.domain.prechecks.registry import run_prechecks
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.ui.screens.criteria.outline import Outline, outline_of
from tests.support.builders import TODAY, an_assessment, the_rubric, with_evidence


def an_outline(assessment: Assessment, today: date = TODAY) -> Outline:
    rubric = the_rubric()
    sheet = score(rubric, facts_of(rubric, assessment), assessment.year, today)
    findings = run_prechecks(PrecheckContext(rubric, assessment, sheet, today))
    return outline_of(rubric, assessment, sheet, findings)


def test_the_tree_holds_seven_sections_twenty_groups_thirtynine_criteria() -> None:
    outline = an_outline(an_assessment())
    assert len(outline.sections) == 7
    assert (
        sum(len(section.groups) for section in outline.sections) == 20
    )  # nineteen and the bonus section, which has one without text
    assert len(outline.criteria) == 39
    assert sum(outline.counts.values()) == 39


def test_a_section_shows_verified_points_of_its_full_marks() -> None:
    outline = an_outline(an_assessment(c4_1_1=ResponseState.VERIFIED, c4_1_2=ResponseState.READY))
    assert outline.sections[3].title == "四、制度建设完备"
    assert outline.sections[3].subtotal == "5.0/25"


def test_what_is_ready_still_asks_for_work_and_what_is_declined_does_not() -> None:
    outline = an_outline(
        an_assessment(
            c1_1_1=ResponseState.VERIFIED,
            c1_1_2=ResponseState.READY,
            c1_2_1=ResponseState.NOT_CLAIMED,
        )
    )
    rows = {row.id: row.is_unfinished for row in outline.criteria}
    assert not rows["1.1.1"]
    assert rows["1.1.2"]
    assert not rows["1.2.1"]


def test_a_half_year_that_is_not_over_does_not_ask_for_work() -> None:
    outline = an_outline(an_assessment(), date(2026, 8, 1))
    row = next(row for row in outline.criteria if row.id == "5.2.2")
    assert row.state is ResponseState.NOT_DUE
    assert not row.is_unfinished


def test_an_error_in_linked_evidence_counts_on_its_criterion() -> None:
    assessment = with_evidence(an_assessment(), 1, "4.1.4", level=DisclosureLevel.UNDECIDED)
    rows = {row.id: row for row in an_outline(assessment).criteria}
    assert rows["4.1.4"].spoken == "4.1.4 涵盖涉密委托加工，未开始，2.5 分，1 项错误"
    assert rows["4.1.3"].errors == 0
