from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.services import Services
from desktop.ui.linking.choice_dialog import ChoiceDialog
from desktop.ui.places import UNDERTAKINGS
from desktop.ui.screens.criteria.decline_dialog import DeclineDialog
from desktop.ui.screens.criteria.view import CriteriaScreen
from desktop.ui.session import Session
from desktop.ui.size_class import WidthClass
from tests.support.gestures import drop_files, nameless
from tests.support.sample_pdf import plain_pdf
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, wait_idle


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> CriteriaScreen:
    made = CriteriaScreen(session)
    qtbot.addWidget(made)
    made.resize(1440, 816)
    made.show()
    made.go_to("4.1.4")
    return made


def a_file(folder: Path, name: str, content: bytes = b"made up") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def linked(
    qtbot: QtBot, session: Session, folder: Path, level: DisclosureLevel | None = None
) -> str:
    wish = LinkWish(("4.1.4",), "第五章 / 第2页", level=level)
    project = session.require_project()
    file = a_file(folder, "制度.pdf", plain_pdf(3))
    with qtbot.waitSignal(session.changed):
        attached = session.services.evidence.attach(project, file, wish, JobContext())
    return attached.item.id


def test_files_dropped_anywhere_on_the_card_become_evidence_of_the_criterion(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    good = a_file(tmp_path, "委托加工协议.docx")
    empty = a_file(tmp_path, "空.pdf", b"")
    assert drop_files(screen.card, good, empty)
    wait_idle(session, qtbot)
    (link,) = session.require_project().assessment.links_of("4.1.4")
    row = screen.card.links.row(link.evidence_id)
    assert row is not None
    assert row.title.text() == "委托加工协议"
    assert screen.card.intake.bar.text == "条目 4.1.4：已添加 1 件；1 件没有添加。"
    assert "空.pdf" in screen.card.intake.details.toPlainText()
    assert screen.content.state is ResponseState.PREPARING


@pytest.mark.parametrize("part", ["note", "locator"])
def test_fields_let_dropped_files_pass_to_the_card(
    qtbot: QtBot,
    session: Session,
    screen: CriteriaScreen,
    tmp_path: Path,
    part: str,
) -> None:
    item = linked(qtbot, session, tmp_path)
    wait_idle(session, qtbot)
    row = screen.card.links.row(item)
    assert row is not None
    target = screen.card.note.editor.viewport() if part == "note" else row.locator
    assert not target.acceptDrops()


def test_a_note_is_kept_when_the_criterion_changes(
    qtbot: QtBot, session: Session, screen: CriteriaScreen
) -> None:
    QTest.keyClicks(screen.card.note.editor, "chapter five")
    screen.go_to("4.1.5")
    assert screen.card.note.editor.toPlainText() == ""
    wait_idle(session, qtbot)
    assert session.require_project().assessment.response("4.1.4").note == "chapter five"
    screen.go_to("4.1.4")
    assert screen.card.note.editor.toPlainText() == "chapter five"


def test_a_note_is_saved_when_typing_rests(
    qtbot: QtBot, session: Session, screen: CriteriaScreen
) -> None:
    screen.card.note.pause.setInterval(1)
    with qtbot.waitSignal(session.changed):
        QTest.keyClicks(screen.card.note.editor, "typed ")
    wait_idle(session, qtbot)
    assert session.require_project().assessment.response("4.1.4").note.startswith("typed")
    assert screen.card.note.editor.toPlainText() == "typed "


def test_typing_and_changes_that_wait_behind_a_stopped_job_survive_locking(
    qtbot: QtBot, session: Session, services: Services, screen: CriteriaScreen
) -> None:
    project = session.require_project()
    path = project.path
    project.lock.acquire()
    try:
        screen.acts.choose_state(ResponseState.PREPARING)
        screen.acts.writes.write(
            ("note", "1.1.1"),
            "waiting",
            "保存说明",
            screen.presenter.note_write("1.1.1", "waiting"),
        )
        QTest.keyClicks(screen.card.note.editor, "last words")
        session.closing.connect(screen.leave)
        session.lock()
    finally:
        project.lock.release()
    wait_idle(session, qtbot)
    reopened = services.projects.open(path, PASSWORD)
    try:
        assert reopened.assessment.response("4.1.4").note == "last words"
        assert reopened.assessment.response("4.1.4").state is ResponseState.PREPARING
        assert reopened.assessment.response("1.1.1").note == "waiting"
    finally:
        reopened.close()


def test_a_chosen_state_shows_at_once_and_reaches_the_disk(
    qtbot: QtBot, session: Session, screen: CriteriaScreen
) -> None:
    screen.card.state.control.state_chosen.emit(ResponseState.VERIFIED)
    assert screen.content.state is ResponseState.VERIFIED
    wait_idle(session, qtbot)
    response = session.require_project().assessment.response("4.1.4")
    assert response.state is ResponseState.VERIFIED
    assert "已核对" in screen.card.state.reason.text()


def test_control_enter_states_readiness_unless_an_error_stands_against_it(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    item = linked(qtbot, session, tmp_path)
    wait_idle(session, qtbot)
    screen.setFocus()
    assert not screen.card.action_bar.act_button.isEnabled()
    assert screen.card.action_bar.why.text() == "先处理 1 项错误"
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.content.state is ResponseState.PREPARING
    row = screen.card.links.row(item)
    assert row is not None
    row.level.level_chosen.emit(DisclosureLevel.SUBMITTABLE)
    wait_idle(session, qtbot)
    assert screen.card.action_bar.act_button.isEnabled()
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_idle(session, qtbot)
    state = session.require_project().assessment.response("4.1.4").state
    assert state is ResponseState.READY


def test_declining_asks_for_a_reason_first(
    qtbot: QtBot, session: Session, screen: CriteriaScreen
) -> None:
    screen.card.state.control.state_chosen.emit(ResponseState.NOT_CLAIMED)
    dialog = screen.acts.dialog
    assert isinstance(dialog, DeclineDialog)
    assert not dialog.act_button.isEnabled()
    dialog.editor.setPlainText("本年度没有委托加工")
    dialog.act_button.click()
    wait_idle(session, qtbot)
    response = session.require_project().assessment.response("4.1.4")
    assert (response.state, response.note) == (ResponseState.NOT_CLAIMED, "本年度没有委托加工")
    assert screen.card.note.title.text() == "不申报原因"


def test_leaving_the_question_leaves_the_state(session: Session, screen: CriteriaScreen) -> None:
    screen.card.state.control.state_chosen.emit(ResponseState.NOT_CLAIMED)
    dialog = screen.acts.dialog
    assert isinstance(dialog, DeclineDialog)
    dialog.cancel_button.click()
    assert screen.card.state.control.state is ResponseState.NOT_STARTED
    assert not session.runner.is_busy


def test_a_locator_is_edited_in_place(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    item = linked(qtbot, session, tmp_path)
    wait_idle(session, qtbot)
    row = screen.card.links.row(item)
    assert row is not None
    row.locator.clear()
    QTest.keyClicks(row.locator, "chapter 3")
    screen.refresh()
    assert row.locator.text() == "chapter 3"
    QTest.keyClick(row.locator, Qt.Key.Key_Return)
    wait_idle(session, qtbot)
    assert session.require_project().assessment.links_of("4.1.4")[0].locator == "chapter 3"
    assert screen.card.links.row(item) is row


def test_internal_files_become_submittable_only_after_a_question(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    item = linked(qtbot, session, tmp_path, DisclosureLevel.INTERNAL)
    wait_idle(session, qtbot)
    row = screen.card.links.row(item)
    assert row is not None
    row.level.setCurrentIndex(1)
    row.level.level_chosen.emit(DisclosureLevel.SUBMITTABLE)
    question = screen.acts.levels.question
    assert question is not None
    assert question.safe_button.isDefault()
    question.safe_button.click()
    wait_idle(session, qtbot)
    assert row.level.currentText() == "内部"
    row.level.level_chosen.emit(DisclosureLevel.SUBMITTABLE)
    question = screen.acts.levels.question
    assert question is not None
    question.act_button.click()
    wait_idle(session, qtbot)
    level = session.require_project().assessment.item(item).level
    assert level is DisclosureLevel.SUBMITTABLE


def test_unlinking_keeps_the_file_and_the_library_can_link_it_again(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    item = linked(qtbot, session, tmp_path)
    wait_idle(session, qtbot)
    row = screen.card.links.row(item)
    assert row is not None
    row.unlink_button.click()
    wait_idle(session, qtbot)
    assert screen.card.links.rows == []
    assert item in session.require_project().assessment.evidence
    screen.card.links.link_button.click()
    picker = screen.acts.dialog
    assert isinstance(picker, ChoiceDialog)
    picker.list.selectAll()
    picker.link_button.click()
    wait_idle(session, qtbot)
    assert [row.evidence_id for row in screen.card.links.rows] == [item]


def test_the_shown_page_becomes_the_locator(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    item = linked(qtbot, session, tmp_path, DisclosureLevel.SUBMITTABLE)
    wait_idle(session, qtbot)
    qtbot.waitUntil(lambda: screen.preview.pages.page_count == 3, timeout=TIMEOUT_MS)
    assert screen.preview.pages.index == 1
    screen.preview.pages.go_to(2)
    screen.setFocus()
    QTest.keyClick(screen, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    wait_idle(session, qtbot)
    row = screen.card.links.row(item)
    assert row is not None
    assert row.locator.text() == "第五章 / 第3页"
    assert session.require_project().assessment.links_of("4.1.4")[0].locator == "第五章 / 第3页"


def test_a_file_that_cannot_be_shown_says_why(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    drop_files(screen.card, a_file(tmp_path, "说明.docx"))
    wait_idle(session, qtbot)
    qtbot.waitUntil(lambda: not screen.preview.failure.isHidden(), timeout=TIMEOUT_MS)
    assert "不能在这里预览" in screen.preview.failure.text
    assert screen.preview.pages.isHidden()


def test_paper_criteria_have_the_stamp_box_and_lead_to_the_papers(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    screen.go_to("6.2.1")
    (warning,) = [bar for bar in screen.card.findings.bars if "盖章" in bar.text]
    with qtbot.waitSignal(session.place_requested) as asked:
        warning.action_triggered.emit()
    assert asked.args[0].screen_id == UNDERTAKINGS
    drop_files(screen.card, a_file(tmp_path, "扫描.pdf", plain_pdf(1)))
    wait_idle(session, qtbot)
    (row,) = screen.card.links.rows
    assert row.stamp.isChecked()
    assert row.stamp.isVisibleTo(screen)
    row.stamp.click()
    wait_idle(session, qtbot)
    assert not session.require_project().assessment.links_of("6.2.1")[0].stamped


def test_keys_lead_from_criterion_to_criterion(screen: CriteriaScreen) -> None:
    screen.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(screen, Qt.Key.Key_PageDown, control)
    assert screen.place_key() == "4.1.5"
    QTest.keyClick(screen, Qt.Key.Key_PageUp, control)
    assert screen.place_key() == "4.1.4"
    QTest.keyClick(screen, Qt.Key.Key_PageDown, control | shift)
    assert screen.place_key() == "4.1.5"


def test_a_project_that_is_read_only_can_be_looked_at_and_not_changed(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    linked(qtbot, session, tmp_path)
    path = session.require_project().path
    session.lock()
    wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD, read_only=True)
    screen = CriteriaScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    screen.go_to("4.1.4")
    assert not drop_files(screen.card, a_file(tmp_path, "x.pdf"))
    assert screen.card.note.editor.isReadOnly()
    assert not screen.card.links.add_button.isEnabled()
    assert not screen.card.links.rows[0].level.isEnabled()


def test_small_windows_take_other_forms(screen: CriteriaScreen) -> None:
    assert screen.form.size_form.width is WidthClass.NORMAL
    assert screen.preview.isVisible()
    screen.resize(1200, 700)
    assert not screen.preview.isVisible()
    screen.form.toggle_preview()
    assert screen.preview.isVisible()
    assert not screen.card.isVisible()
    screen.resize(960, 540)
    screen.form.show_card()
    assert not screen.tree.isVisible()
    screen.form.tree_button.click()
    assert screen.tree.isVisible()
    screen.tree.chosen.emit("1.1.1")
    assert not screen.tree.isVisible()
    assert screen.place_key() == "1.1.1"


@pytest.mark.parametrize("size", [(1440, 816), (1366, 640), (1120, 640), (960, 480)])
def test_nothing_scrolls_sideways(
    qtbot: QtBot,
    session: Session,
    screen: CriteriaScreen,
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    linked(qtbot, session, tmp_path)
    wait_idle(session, qtbot)
    screen.resize(*size)
    area = screen.card.area
    content = area.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() == area.viewport().width())
    assert content.minimumSizeHint().width() <= area.viewport().width()


def test_every_control_says_what_it_is(
    qtbot: QtBot, session: Session, screen: CriteriaScreen, tmp_path: Path
) -> None:
    linked(qtbot, session, tmp_path)
    wait_idle(session, qtbot)
    assert nameless(screen) == []
