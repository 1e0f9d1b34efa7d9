"""总览 on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.ui.main_window import MainWindow
from desktop.ui.places import CRITERIA, OVERVIEW, PACKAGE, Place
from desktop.ui.screens.overview.view import OverviewScreen
from desktop.ui.session import Session
from tests.support.window import open_begun, open_new, wait_idle


@pytest.fixture
def page(window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path) -> OverviewScreen:
    open_begun(session, qtbot, tmp_path / "示例.miping")
    found = window.pages.screen_of(OVERVIEW)
    assert isinstance(found, OverviewScreen)
    session.place_requested.disconnect(window.pages.jump)
    return found


def _asked(session: Session) -> list[Place]:
    places: list[Place] = []
    session.place_requested.connect(places.append)
    return places


def test_both_numbers_are_read_aloud_with_the_phrase(page: OverviewScreen) -> None:
    assert "自评得分（预评）" in page.score_card.ring.accessibleName()
    assert page.score_card.verified.accessibleName().startswith("已核对 10.0")
    assert page.score_card.expected.accessibleName().startswith("预期 16.0")


def test_a_change_is_shown_at_once(page: OverviewScreen, session: Session, qtbot: QtBot) -> None:
    project = session.require_project()
    with qtbot.waitSignal(session.changed):
        session.services.assessments.set_state(project, "1.2.1", ResponseState.VERIFIED)
    assert page.score_card.verified.figure.text() == "12.0"


def test_a_section_leads_to_its_first_unfinished_criterion(
    page: OverviewScreen, session: Session
) -> None:
    asked = _asked(session)
    QTest.keyClick(page.bars.rows[0], Qt.Key.Key_Space)
    assert asked == [Place(CRITERIA, "1.2.1")]


def test_enter_on_a_task_jumps(page: OverviewScreen, session: Session) -> None:
    asked = _asked(session)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked == [page.table.todos.todo(0).place]


def test_a_click_on_the_verb_jumps_and_one_on_the_words_only_selects(
    page: OverviewScreen, session: Session
) -> None:
    asked = _asked(session)
    for column in (3, 5):
        spot = page.table.visualRect(page.table.todos.index(1, column)).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked == [page.table.todos.todo(1).place]


def test_the_chosen_task_stays_chosen_when_the_order_changes(page: OverviewScreen) -> None:
    page.table.selectRow(3)
    chosen = page.table.todos.todo(3).criterion_id
    page.order.button("按部分").click()
    row = page.table.currentIndex().row()
    assert page.table.todos.todo(0).criterion_id == "1.2.1"
    assert page.table.todos.todo(row).criterion_id == chosen


def test_going_on_leads_to_the_first_open_criterion(page: OverviewScreen, session: Session) -> None:
    asked = _asked(session)
    page.continue_button.click()
    assert asked == [Place(CRITERIA, page.continue_button.text().partition("：")[2].strip())]


def test_both_buttons_of_readiness_lead_to_the_package(
    page: OverviewScreen, session: Session
) -> None:
    asked = _asked(session)
    page.readiness_card.list_button.click()
    page.readiness_card.build_button.click()
    assert asked == [Place(PACKAGE), Place(PACKAGE)]
    assert page.readiness_card.errors.text() == "错误 1"


def test_nothing_left_to_do_is_said_in_words(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    project = open_new(session, qtbot, tmp_path / "示例.miping")
    for criterion in project.rubric.criteria():
        session.services.assessments.set_state(
            project, criterion.id, ResponseState.NOT_CLAIMED, "示例"
        )
    with qtbot.waitSignal(session.changed):
        pass
    wait_idle(session, qtbot)
    page = window.pages.screen_of(OVERVIEW)
    assert isinstance(page, OverviewScreen)
    assert not page.continue_button.isVisible()
    assert not page.table.isVisible()
    assert page.todo_summary.text() == "39 项均已处理。可以生成申报包。"
