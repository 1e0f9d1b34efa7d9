"""The answer to a verification in sentences."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.services.verification_problems import ProblemKind, problem
from desktop.services.verification_service import Verification
from desktop.ui.verification.words import LineKind, words_of
from rubric.points import Tenths

WHOLE = Verification(
    intact=True,
    signed_by="示例精工有限公司",
    fingerprint_sha256="ab" * 32,
    signed_at=datetime(2026, 11, 23, 6, 0, tzinfo=UTC),
    score_matches=True,
    conservative=Tenths(715),
    expected=Tenths(880),
    evidence_count=3,
    company="示例精工有限公司",
    problems=(),
)
NOTHING = Verification(
    intact=False,
    signed_by=None,
    fingerprint_sha256=None,
    signed_at=None,
    score_matches=False,
    conservative=None,
    expected=None,
    evidence_count=0,
    company="",
    problems=(problem(ProblemKind.NO_RECORD),),
)


def test_a_whole_package_says_so_first_and_gives_the_fingerprint_in_groups() -> None:
    words = words_of(WHOLE)
    assert words.title == "申报包完整"
    assert words.lines[0].kind is LineKind.GOOD
    [code] = [line.code for line in words.lines if line.code]
    assert code.split() == ["abab"] * 16


def test_both_scores_are_named_as_provisional() -> None:
    text = "".join(line.text for line in words_of(WHOLE).lines)
    assert "自评得分（预评）：已核对 71.5，预期 88.0，与包内记载一致" in text
    assert "合格" not in text


def test_what_is_wrong_comes_first() -> None:
    words = words_of(NOTHING)
    assert words.title == "不能确认申报包完整"
    assert [line.kind for line in words.lines] == [LineKind.BAD]
    assert words.lines[0].text == NOTHING.problems[0].text


def test_a_score_that_differs_is_marked() -> None:
    words = words_of(replace(WHOLE, intact=False, score_matches=False))
    [line] = [line for line in words.lines if "复算" in line.text]
    assert line.kind is LineKind.BAD
    assert "不一致" in line.text
