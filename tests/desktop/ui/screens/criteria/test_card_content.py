from datetime import date

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import PrecheckContext
from desktop.domain.prechecks.registry import run_prechecks
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.ui.screens.criteria.card_content import CardContent, Remedy, card_content
from tests.support.builders import TODAY, an_assessment, the_rubric, with_evidence


def a_card(assessment: Assessment, criterion_id: str, today: date = TODAY) -> CardContent:
    rubric = the_rubric()
    sheet = score(rubric, facts_of(rubric, assessment), assessment.year, today)
    findings = run_prechecks(PrecheckContext(rubric, assessment, sheet, today))
    return card_content(rubric, assessment, sheet, findings, criterion_id)


def test_the_parents_tell_two_criteria_with_the_same_words_apart() -> None:
    first, second = a_card(an_assessment(), "6.2.1"), a_card(an_assessment(), "6.3.1")
    assert first.official == second.official
    assert first.parents != second.parents
    assert first.parents.startswith("六、示范作用突出 \u203a 6.2　近两年内商业秘密未受侵犯")


def test_the_official_text_is_shown_with_full_width_punctuation() -> None:
    card = a_card(an_assessment(), "2.1.1")
    assert card.official == "配有商业秘密保护工作专（兼）职人员。"


def test_the_bonus_section_shows_its_standard_where_a_group_has_no_text() -> None:
    assert "加分后总分不能超过100分" in a_card(an_assessment(), "7.1.1").parents


def test_a_half_year_that_is_not_over_says_so_instead_of_offering_states() -> None:
    card = a_card(an_assessment(), "5.2.2", date(2026, 8, 1))
    assert card.state is ResponseState.NOT_DUE
    assert card.waiting == "2026 年下半年未结束，12-31 前有一次指导即可。"


def test_a_file_without_level_is_an_error_with_its_remedy_and_holds_readiness() -> None:
    assessment = with_evidence(an_assessment(), 1, "4.1.4", level=DisclosureLevel.UNDECIDED)
    card = a_card(assessment, "4.1.4")
    (finding,) = card.findings
    assert finding.remedy is Remedy.CHOOSE_LEVEL
    assert finding.place == "E-0001"
    assert card.readiness == "先处理 1 项错误"


def test_what_the_state_says_already_is_not_repeated_as_a_finding() -> None:
    card = a_card(an_assessment(c4_1_4=ResponseState.PREPARING), "4.1.4")
    assert card.findings == ()
    assert card.readiness == ""


def test_a_declined_criterion_asks_for_a_reason_in_the_note() -> None:
    card = a_card(an_assessment(c7_1_5=ResponseState.NOT_CLAIMED), "7.1.5")
    assert card.note_title == "不申报原因"
    assert card.findings[0].remedy is Remedy.WRITE_NOTE


def test_paper_criteria_offer_the_stamp_and_lead_to_the_papers() -> None:
    card = a_card(an_assessment(c6_2_1=ResponseState.READY), "6.2.1")
    assert card.needs_stamp
    assert Remedy.OPEN_PAPERS in {finding.remedy for finding in card.findings}
    assert "未附盖章纸质件" in card.reason
