"""The overview says what the snapshot holds, and nothing more."""

from datetime import date

import pytest

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.ui.places import CRITERIA, UNDERTAKINGS, Place
from desktop.ui.screens.overview.content import HalfContent, Order, OverviewContent, Tone
from desktop.ui.screens.overview.presenter import OverviewPresenter, overview_content
from rubric.points import Tenths
from tests.support.builders import TODAY, an_assessment, everything, the_rubric, with_evidence


def _sheet(assessment: Assessment, today: date) -> ScoreSheet:
    rubric = the_rubric()
    return score(rubric, facts_of(rubric, assessment), assessment.year, today)


def _content(
    assessment: Assessment,
    today: date = TODAY,
    order: Order = Order.POINTS,
    findings: tuple[Finding, ...] = (),
) -> OverviewContent:
    sheet = _sheet(assessment, today)
    return overview_content(the_rubric(), assessment, sheet, findings, today, order)


def _plain(text: str) -> str:
    return text.replace("\u2060", "").replace("\u00a0", " ")


def _half(assessment: Assessment, today: date, position: int) -> HalfContent:
    halves = _content(assessment, today).halves
    assert halves is not None
    return halves[position]


def test_an_untouched_project_has_no_points_and_everything_to_do() -> None:
    content = _content(an_assessment())
    assert content.score.verified.total == content.score.expected.total == Tenths(0)
    assert content.todo_summary == "39 项，涉及 105.0 分"
    assert content.next_id == "1.1.1"
    assert _plain(content.score.missing) == "未开始 95.0  未到期 5.0"


def test_the_day_is_written_as_offices_do() -> None:
    assert _content(an_assessment()).subtitle == "2026年11月23日 星期一"


def test_bonus_is_named_beside_the_base() -> None:
    assessment = an_assessment(c1_1_1=ResponseState.VERIFIED, c7_1_1=ResponseState.READY)
    content = _content(assessment)
    assert content.score.verified.parts == "基础 3.0 ＋ 加分 0.0"
    assert content.score.expected.parts == "基础 3.0 ＋ 加分 1.0"


def test_when_all_is_verified_nothing_is_left_and_the_cap_is_told() -> None:
    content = _content(everything(ResponseState.VERIFIED), today=date(2027, 1, 5))
    assert content.todos == ()
    assert content.next_id == ""
    assert content.todo_summary == "39 项均已处理。可以生成申报包。"
    assert content.score.verified.total == Tenths(1000)
    assert "目前已封顶，截去 5.0 分" in content.score.cap
    assert content.score.missing == "无"


def test_no_word_promises_a_result() -> None:
    for state in (ResponseState.NOT_STARTED, ResponseState.VERIFIED):
        text = repr(_content(everything(state), today=date(2027, 1, 5)))
        assert "合格" not in text
        assert "丢分" not in text


def test_what_is_not_claimed_is_no_task() -> None:
    content = _content(an_assessment(c4_1_4=ResponseState.NOT_CLAIMED))
    assert "4.1.4" not in {todo.criterion_id for todo in content.todos}
    assert "不申报 2.5" in _plain(content.score.missing)


def test_tasks_are_sorted_by_points_then_by_deadline() -> None:
    todos = _content(an_assessment()).todos
    assert [todo.points for todo in todos] == sorted((t.points for t in todos), reverse=True)
    assert todos[0].deadline == "06-30"


def test_tasks_can_be_sorted_by_deadline_or_in_the_order_of_the_annex() -> None:
    by_day = _content(an_assessment(), order=Order.DEADLINE).todos
    days = [todo.deadline for todo in by_day]
    assert days.index("06-30") < days.index("12-31") < days.index("—")
    by_section = _content(an_assessment(), order=Order.SECTION).todos
    assert [todo.criterion_id for todo in by_section] == [c.id for c in the_rubric().criteria()]


def test_a_task_names_one_next_step_and_leads_to_its_place() -> None:
    assessment = with_evidence(
        an_assessment(
            c4_1_1=ResponseState.READY,
            c4_1_2=ResponseState.PREPARING,
            c4_1_3=ResponseState.READY,
        ),
        1,
        "4.1.1",
        "4.1.2",
    )
    todos = {todo.criterion_id: todo for todo in _content(assessment).todos}
    assert (todos["4.1.1"].act, todos["4.1.1"].place) == ("核对", Place(CRITERIA, "4.1.1"))
    assert todos["4.1.2"].lacking == "已关联 1 件，补齐后标为材料齐"
    assert todos["4.1.3"].lacking == "材料齐，但没有关联证据"
    assert todos["1.1.1"].act == "开始"
    assert todos["5.2.2"].act == "查看"


def test_a_paper_without_its_stamped_scan_leads_to_the_papers() -> None:
    todos = {
        todo.criterion_id: todo
        for todo in _content(an_assessment(c6_3_1=ResponseState.VERIFIED)).todos
    }
    assert todos["6.3.1"].act == "去盖章"
    assert todos["6.3.1"].place.screen_id == UNDERTAKINGS
    assert todos["6.3.1"].place.key


def test_a_section_leads_to_its_first_unfinished_criterion() -> None:
    content = _content(
        an_assessment(c1_1_1=ResponseState.VERIFIED, c1_1_2=ResponseState.NOT_CLAIMED)
    )
    assert content.sections[0].first_open == "1.2.1"
    assert (content.sections[0].verified_count, content.sections[0].count) == (1, 7)


@pytest.mark.parametrize(
    ("state", "today", "tone"),
    [
        (ResponseState.NOT_STARTED, date(2026, 11, 23), Tone.WARNING),
        (ResponseState.PREPARING, date(2026, 11, 23), Tone.INFO),
        (ResponseState.READY, date(2026, 11, 23), Tone.INFO),
        (ResponseState.VERIFIED, date(2026, 11, 23), Tone.GOOD),
        (ResponseState.NOT_CLAIMED, date(2026, 11, 23), Tone.NEUTRAL),
        (ResponseState.NOT_STARTED, date(2027, 1, 1), Tone.ERROR),
    ],
)
def test_the_second_half_says_how_it_stands(state: ResponseState, today: date, tone: Tone) -> None:
    assert _half(an_assessment(c5_2_2=state), today, 1).tone is tone


def test_a_half_that_is_over_without_a_record_cannot_be_made_up() -> None:
    assert _half(an_assessment(), TODAY, 0).words == "已过，无法补记，涉及 5.0 分"


def test_a_half_that_is_over_with_files_asks_for_their_dates() -> None:
    assessment = with_evidence(an_assessment(c5_2_1=ResponseState.PREPARING), 1, "5.2.1")
    assert _half(assessment, TODAY, 0) == HalfContent(Tone.WARNING, "已过，请核实所附材料的日期")


def test_readiness_counts_findings_by_rank() -> None:
    findings = (
        Finding("a", Rank.ERROR, "", "", ""),
        Finding("b", Rank.WARNING, "", "", ""),
        Finding("c", Rank.WARNING, "", "", ""),
        Finding("d", Rank.HINT, "", "", ""),
    )
    readiness = _content(an_assessment(), findings=findings).readiness
    assert (readiness.errors, readiness.warnings) == (1, 2)


def test_readiness_names_undecided_files_and_papers_without_seal() -> None:
    content = _content(with_evidence(an_assessment(), 1, "4.1.1"))
    words = {line.name: line.words for line in content.readiness.lines}
    assert words["盖章纸质件"] == "2 份待盖章扫描"
    assert words["39 项自评"] == "0 项已核对"
    done = _content(everything(ResponseState.VERIFIED), today=date(2027, 1, 5)).readiness
    assert all(line.done for line in done.lines)


class FakeView:
    """Keeps the last content."""

    content: OverviewContent | None = None

    def show_content(self, content: OverviewContent) -> None:
        self.content = content


def test_the_chosen_order_stays_for_the_next_snapshot() -> None:
    view = FakeView()
    presenter = OverviewPresenter(view)
    presenter.set_order(Order.SECTION)
    assessment = an_assessment()
    presenter.show(the_rubric(), assessment, _sheet(assessment, TODAY), (), TODAY)
    assert view.content is not None
    assert view.content.todos[0].criterion_id == "1.1.1"
