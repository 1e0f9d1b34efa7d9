from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.assessment import SETTABLE_STATES, Assessment, Response, ResponseState
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.domain.undertaking import UndertakingDraft
from rubric.model import UndertakingKind
from rubric.points import Tenths
from tests.support.builders import (
    NOW,
    TODAY,
    an_assessment,
    an_item,
    everything,
    the_rubric,
    with_evidence,
)

RUBRIC = the_rubric()
IDS = [criterion.id for criterion in RUBRIC.criteria()]
AFTER_THE_YEAR = date(2027, 1, 1)


def sheet_of(assessment: Assessment, as_of: date = TODAY) -> ScoreSheet:
    return score(RUBRIC, facts_of(RUBRIC, assessment), assessment.year, as_of)


def test_everything_verified_gives_a_hundred_and_names_what_the_cap_cut_off() -> None:
    totals = sheet_of(everything(ResponseState.VERIFIED)).conservative
    assert (totals.base, totals.bonus, totals.cut_off, totals.total) == (1000, 50, 50, 1000)


def test_ready_counts_for_the_expected_score_alone() -> None:
    sheet = sheet_of(everything(ResponseState.READY))
    assert sheet.conservative.total == 0
    assert sheet.expected.total == 1000


def test_half_points_stay_exact() -> None:
    sheet = sheet_of(an_assessment(c4_1_2=ResponseState.VERIFIED, c2_2_1=ResponseState.VERIFIED))
    assert sheet.criteria["4.1.2"].conservative == 25
    assert sheet.conservative.total == 50


def test_bonus_is_capped_only_when_the_sum_passes_a_hundred() -> None:
    sheet = sheet_of(an_assessment(c7_1_1=ResponseState.VERIFIED, c1_1_1=ResponseState.VERIFIED))
    totals = sheet.conservative
    assert (totals.base, totals.bonus, totals.cut_off, totals.total) == (30, 10, 0, 40)


def test_a_paper_criterion_scores_nothing_without_its_stamped_scan() -> None:
    stated = an_assessment(c6_2_1=ResponseState.VERIFIED)
    attached = with_evidence(stated, 1, "6.2.1")
    for assessment in (stated, attached):
        item = sheet_of(assessment).criteria["6.2.1"]
        assert (item.conservative, item.expected) == (0, 0)
        assert "盖章" in item.reason
    scanned = with_evidence(stated, 1, "6.2.1", stamped=True)
    assert sheet_of(scanned).criteria["6.2.1"].conservative == 50


def test_our_own_print_is_never_taken_for_the_stamped_scan() -> None:
    draft = UndertakingDraft(
        UndertakingKind.NOT_INFRINGED, {}, 1, (an_item(1).sha256,), changed_at=NOW
    )
    assessment = with_evidence(
        an_assessment(c6_2_1=ResponseState.VERIFIED), 1, "6.2.1", stamped=True
    ).with_undertaking(draft)
    assert sheet_of(assessment).criteria["6.2.1"].conservative == 0


@pytest.mark.parametrize(
    ("criterion_id", "as_of", "stated", "expected"),
    [
        ("5.2.2", date(2026, 11, 23), ResponseState.NOT_STARTED, ResponseState.NOT_DUE),
        ("5.2.2", date(2026, 12, 31), ResponseState.NOT_STARTED, ResponseState.NOT_DUE),
        ("5.2.2", date(2027, 1, 1), ResponseState.NOT_STARTED, ResponseState.NOT_STARTED),
        ("5.2.2", date(2026, 11, 23), ResponseState.PREPARING, ResponseState.PREPARING),
        ("5.2.2", date(2026, 11, 23), ResponseState.VERIFIED, ResponseState.VERIFIED),
        ("5.2.2", date(2026, 6, 30), ResponseState.VERIFIED, ResponseState.NOT_DUE),
        ("5.2.2", date(2026, 7, 1), ResponseState.VERIFIED, ResponseState.VERIFIED),
        ("5.2.2", date(2026, 6, 30), ResponseState.NOT_CLAIMED, ResponseState.NOT_CLAIMED),
        ("5.2.1", date(2026, 6, 30), ResponseState.NOT_STARTED, ResponseState.NOT_DUE),
        ("5.2.1", date(2026, 7, 1), ResponseState.NOT_STARTED, ResponseState.NOT_STARTED),
        ("5.2.1", date(2025, 12, 31), ResponseState.VERIFIED, ResponseState.NOT_DUE),
        ("1.1.1", date(2020, 1, 1), ResponseState.NOT_STARTED, ResponseState.NOT_STARTED),
    ],
)
def test_not_due_follows_from_the_half_year(
    criterion_id: str, as_of: date, stated: ResponseState, expected: ResponseState
) -> None:
    assessment = an_assessment().with_response(criterion_id, Response(stated, "", NOW))
    item = sheet_of(assessment, as_of).criteria[criterion_id]
    assert item.state is expected
    assert (item.conservative > 0) == (expected is ResponseState.VERIFIED)


def test_every_criterion_has_a_reason_that_ends_like_a_sentence() -> None:
    for state in SETTABLE_STATES:
        for item in sheet_of(everything(state)).criteria.values():
            assert item.reason.endswith("。")


def test_the_reason_for_giving_up_is_repeated() -> None:
    assessment = an_assessment().with_response(
        "7.1.3", Response(ResponseState.NOT_CLAIMED, "本年度没有案件", NOW)
    )
    assert "本年度没有案件" in sheet_of(assessment).criteria["7.1.3"].reason


STATES = st.dictionaries(st.sampled_from(IDS), st.sampled_from(SETTABLE_STATES))


@given(STATES, st.dates(date(2025, 1, 1), date(2028, 1, 1)))
def test_totals_always_add_up_and_stay_in_bounds(
    states: dict[str, ResponseState], as_of: date
) -> None:
    assessment = an_assessment()
    for criterion_id, state in states.items():
        assessment = assessment.with_response(criterion_id, Response(state, "", NOW))
    sheet = sheet_of(assessment, as_of)
    for totals in (sheet.conservative, sheet.expected):
        assert totals.total == totals.base + totals.bonus - totals.cut_off
        assert 0 <= totals.total <= 1000
        assert totals.cut_off >= 0
    assert sheet.conservative.total <= sheet.expected.total
    assert sheet.conservative.base + sheet.conservative.bonus == sum(
        item.conservative for item in sheet.criteria.values()
    )
    assert sum(section.conservative for section in sheet.sections) == Tenths(
        sheet.conservative.base + sheet.conservative.bonus
    )


@given(st.sampled_from(IDS), STATES)
def test_verifying_one_more_never_lowers_a_score(
    criterion_id: str, states: dict[str, ResponseState]
) -> None:
    before = everything(ResponseState.NOT_STARTED)
    for key, state in states.items():
        before = before.with_response(key, Response(state, "", NOW))
    after = before.with_response(criterion_id, Response(ResponseState.VERIFIED, "", NOW))
    assert (
        sheet_of(after, AFTER_THE_YEAR).conservative.total
        >= sheet_of(before, AFTER_THE_YEAR).conservative.total
    )
