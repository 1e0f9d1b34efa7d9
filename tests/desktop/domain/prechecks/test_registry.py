from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.assessment import Assessment, Response, ResponseState, Round
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import Finding, PrecheckContext, Rank
from desktop.domain.prechecks.evidence_rules import LARGEST_IN_PACKAGE
from desktop.domain.prechecks.registry import RULES, run_prechecks
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.domain.undertaking import UndertakingDraft
from rubric.model import UndertakingKind
from tests.support.builders import (
    NOW,
    TODAY,
    an_assessment,
    an_item,
    everything,
    in_round,
    the_rubric,
    with_evidence,
)

RUBRIC = the_rubric()


def findings(assessment: Assessment, today: date = TODAY) -> tuple[Finding, ...]:
    sheet = score(RUBRIC, facts_of(RUBRIC, assessment), assessment.year, today)
    return run_prechecks(PrecheckContext(RUBRIC, assessment, sheet, today))


def found(assessment: Assessment, rule: str, today: date = TODAY) -> list[tuple[Rank, str]]:
    return [(item.rank, item.place) for item in findings(assessment, today) if item.rule == rule]


def a_draft(**answers: str) -> UndertakingDraft:
    return UndertakingDraft(UndertakingKind.NOT_INFRINGED, answers, 1, ("f" * 64,), NOW)


def test_linked_evidence_without_a_level_is_an_error_that_names_it() -> None:
    assessment = with_evidence(an_assessment(), 7, "1.1.1", level=DisclosureLevel.UNDECIDED)
    (finding,) = [item for item in findings(assessment) if item.rule == "evidence.undecided"]
    assert finding.rank is Rank.ERROR
    assert "E-0007" in finding.text
    assert "示例材料7" in finding.text


def test_unlinked_evidence_without_a_level_is_only_an_orphan() -> None:
    assessment = with_evidence(an_assessment(), 7, level=DisclosureLevel.UNDECIDED)
    assert found(assessment, "evidence.undecided") == []
    assert found(assessment, "evidence.orphan") == [(Rank.WARNING, "E-0007")]


@pytest.mark.parametrize(
    ("level", "size", "count"),
    [
        (DisclosureLevel.SUBMITTABLE, LARGEST_IN_PACKAGE, 0),
        (DisclosureLevel.SUBMITTABLE, LARGEST_IN_PACKAGE + 1, 1),
        (DisclosureLevel.INTERNAL, LARGEST_IN_PACKAGE + 1, 0),
    ],
)
def test_a_giant_that_would_go_in_is_an_error(
    level: DisclosureLevel, size: int, count: int
) -> None:
    assessment = with_evidence(an_assessment(), 1, "1.1.1", level=level)
    giant = assessment.with_item(replace(assessment.item("E-0001"), size=size))
    assert found(giant, "evidence.too_large") == [(Rank.ERROR, "E-0001")] * count


def test_a_claim_without_evidence_is_a_warning() -> None:
    assert found(an_assessment(c1_1_1=ResponseState.READY), "evidence.missing") == [
        (Rank.WARNING, "1.1.1")
    ]
    assert found(an_assessment(c1_1_1=ResponseState.PREPARING), "evidence.missing") == []


@pytest.mark.parametrize("level", [DisclosureLevel.INTERNAL, DisclosureLevel.AFTER_REDACTION])
def test_points_on_withheld_evidence_alone_are_warned_of(level: DisclosureLevel) -> None:
    stated = an_assessment(c1_1_1=ResponseState.READY)
    withheld = with_evidence(stated, 1, "1.1.1", level=level)
    assert found(withheld, "evidence.all_withheld") == [(Rank.WARNING, "1.1.1")]
    assert found(with_evidence(withheld, 2, "1.1.1"), "evidence.all_withheld") == []


def test_an_original_that_awaits_redaction_is_named() -> None:
    assessment = with_evidence(an_assessment(), 1, "1.1.1", level=DisclosureLevel.AFTER_REDACTION)
    assert found(assessment, "evidence.awaiting_redaction") == [(Rank.WARNING, "E-0001")]


def test_one_item_for_two_bonus_criteria_is_warned_of_and_elsewhere_welcome() -> None:
    assert found(with_evidence(an_assessment(), 1, "7.1.1", "7.1.5"), "evidence.reused_bonus") == [
        (Rank.WARNING, "E-0001")
    ]
    assert found(with_evidence(an_assessment(), 1, "1.1.1", "1.1.2"), "evidence.reused_bonus") == []


def test_a_note_on_the_criterion_or_on_a_link_is_enough() -> None:
    linked = with_evidence(an_assessment(c1_1_1=ResponseState.READY), 1, "1.1.1")
    assert found(linked, "evidence.no_note") == [(Rank.HINT, "1.1.1")]
    spoken = linked.with_response("1.1.1", Response(ResponseState.READY, "见第二页", NOW))
    assert found(spoken, "evidence.no_note") == []


def test_a_missing_scan_is_a_warning_until_the_last_round() -> None:
    assessment = an_assessment()
    assert found(assessment, "undertaking.no_scan") == [
        (Rank.WARNING, "6.2.1"),
        (Rank.WARNING, "6.3.1"),
    ]
    final = in_round(assessment, Round.FINAL)
    assert {rank for rank, _ in found(final, "undertaking.no_scan")} == {Rank.ERROR}
    assert found(everything(ResponseState.VERIFIED), "undertaking.no_scan") == []


def test_our_own_print_as_a_scan_is_an_error() -> None:
    draft = replace(a_draft(), printed_sha256=(an_item(1).sha256,))
    assessment = with_evidence(an_assessment(), 1, "6.2.1", stamped=True).with_undertaking(draft)
    assert found(assessment, "undertaking.print_not_scan") == [(Rank.ERROR, "6.2.1")]


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({"签署日期": "2026-11-20", "自查日期": "2026-11-10"}, 0),
        ({"签署日期": "2026-11-24", "自查日期": "2026-11-10"}, 1),
        ({"签署日期": "2026-11-09", "自查日期": "2026-11-10"}, 1),
        ({"签署日期": "2026-10-24", "自查日期": "2026-10-10"}, 0),
        ({"签署日期": "2026-10-23", "自查日期": "2026-10-10"}, 1),
        ({}, 0),
    ],
)
def test_signing_dates_fit_self_check_and_submission(answers: dict[str, str], count: int) -> None:
    assessment = an_assessment().with_undertaking(a_draft(**answers))
    assert len(found(assessment, "undertaking.dates")) == count


def test_papers_over_different_periods_are_warned_of() -> None:
    other = replace(a_draft(签署日期="2026-11-21"), kind=UndertakingKind.NO_INFRINGEMENT)
    assessment = an_assessment().with_undertaking(a_draft(签署日期="2026-11-20"))
    assert found(assessment.with_undertaking(other), "undertaking.periods_differ") == [
        (Rank.WARNING, "")
    ]
    assert found(assessment, "undertaking.periods_differ") == []


def test_an_untouched_half_year_is_a_hint_and_not_unfinished() -> None:
    assessment = an_assessment()
    assert found(assessment, "criterion.not_due") == [(Rank.HINT, "5.2.2")]
    assert (Rank.HINT, "5.2.2") not in found(assessment, "criterion.unfinished")


def test_giving_up_without_a_reason_is_a_hint() -> None:
    assessment = an_assessment(c7_1_3=ResponseState.NOT_CLAIMED)
    assert found(assessment, "criterion.no_reason") == [(Rank.HINT, "7.1.3")]


def test_errors_come_first_and_hints_last() -> None:
    assessment = with_evidence(
        an_assessment(c1_1_1=ResponseState.READY), 1, "1.1.2", level=DisclosureLevel.UNDECIDED
    )
    ranks = [list(Rank).index(item.rank) for item in findings(assessment)]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_every_rule_speaks_in_sentences_and_never_of_passing() -> None:
    assessment = with_evidence(
        everything(ResponseState.READY), 1, "7.1.1", "7.1.2", level=DisclosureLevel.UNDECIDED
    )
    for item in findings(assessment):
        assert item.text.endswith("。")
        assert item.advice.endswith("。")
        assert "合格" not in item.text + item.advice
    assert len(RULES) == len(set(RULES))
