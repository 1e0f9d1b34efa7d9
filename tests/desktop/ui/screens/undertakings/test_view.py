"""承诺书 under the hands of a person."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.undertaking import SELF_CHECK_ON, SIGNED_ON
from desktop.ui.screens.undertakings import acts
from desktop.ui.screens.undertakings.view import UndertakingsScreen
from desktop.ui.session import Session
from rubric.model import UndertakingKind
from tests.support.gestures import drop_files, nameless
from tests.support.sample_files import a_jpeg
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, wait_idle

ANSWERS = {SELF_CHECK_ON: "2026年11月10日", "自查人": "示例丙", "参加部门": "各部门"}


@pytest.fixture
def screen(qtbot: QtBot, session: Session) -> UndertakingsScreen:
    made = UndertakingsScreen(session)
    qtbot.addWidget(made)
    made.resize(1440, 820)
    made.show()
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Addresses that were handed to the system instead of being opened."""
    urls: list[QUrl] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802 - Qt's own name
            urls.append(url)
            return True

    monkeypatch.setattr(acts, "QDesktopServices", Desktop)
    return urls


def fill(screen: UndertakingsScreen, qtbot: QtBot) -> None:
    screen.form.gates["是否受侵犯"].buttons["否"].click()
    for name, text in ANSWERS.items():
        screen.form.fields[name].editor.setText(text)
    screen.form.hand_over()
    qtbot.waitUntil(lambda: screen.prepared is not None, timeout=TIMEOUT_MS)


def export(screen: UndertakingsScreen, session: Session, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(screen.acts.exported, timeout=TIMEOUT_MS):
        screen.acts.export(path)
    wait_idle(session, qtbot)


def test_no_text_is_shown_before_the_questions_are_answered(screen: UndertakingsScreen) -> None:
    assert screen.paper.empty.isVisible()
    assert not screen.paper.pages.isVisible()
    assert screen.form.fields == {}
    assert not screen.paper.export_button.isEnabled()
    assert screen.paper.export_button.toolTip()


def test_a_refusing_answer_shows_its_sentence_and_no_preview(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot
) -> None:
    fill(screen, qtbot)
    assert screen.paper.pages.isVisible()
    screen.form.gates["是否受侵犯"].buttons["是"].click()
    wait_idle(session, qtbot)
    assert "不能出具本承诺书" in screen.paper.message.text
    assert screen.paper.message.isVisible()
    assert not screen.paper.pages.isVisible()
    assert screen.prepared is None
    assert not screen.paper.print_button.isEnabled()


def test_the_preview_is_the_pdf_that_would_be_printed_with_a_ring_on_top(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(screen, qtbot)
    qtbot.waitUntil(lambda: screen.paper.pages.canvas.has_picture, timeout=TIMEOUT_MS)
    prepared = screen.prepared
    assert prepared is not None
    assert prepared.document.version == 1
    export(screen, session, qtbot, tmp_path / "a")
    assert (tmp_path / "a.pdf").read_bytes() == prepared.pdf
    assert screen.paper.version.text() == "第 1 版"
    assert screen.paper.done.isVisible()


def test_what_is_missing_is_named_and_led_to(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot
) -> None:
    screen.form.gates["是否受侵犯"].buttons["否"].click()
    qtbot.waitUntil(lambda: "还需填写" in screen.paper.message.text, timeout=TIMEOUT_MS)
    quiet = screen.form.fields["自查人"].note.text
    screen.paper.message.action_button.click()
    assert (quiet, screen.form.fields["自查人"].note.text) == ("", "请填写。")
    wait_idle(session, qtbot)


def test_a_date_that_is_none_is_told_beside_its_field(
    screen: UndertakingsScreen, qtbot: QtBot
) -> None:
    fill(screen, qtbot)
    field = screen.form.fields[SIGNED_ON]
    field.editor.setText("11月20日")
    field.editor.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(field.note.text), timeout=TIMEOUT_MS)
    assert "日期写成" in field.note.text
    assert screen.prepared is None
    field.editor.setText("2026年11月20日")
    field.editor.editingFinished.emit()
    qtbot.waitUntil(lambda: screen.prepared is not None, timeout=TIMEOUT_MS)
    assert field.note.text == ""


def test_printing_exports_first_and_then_opens_the_file_with_the_system(
    screen: UndertakingsScreen,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    opened: list[QUrl],
) -> None:
    fill(screen, qtbot)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    QTest.keySequence(screen.form.fields["自查人"].editor, QKeySequence("Ctrl+P"))
    chooser = screen.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert chooser.selectedFiles()[0].endswith(".pdf")
    with qtbot.waitSignal(screen.acts.exported, timeout=TIMEOUT_MS):
        chooser.fileSelected.emit(str(tmp_path / "a.pdf"))
    chooser.close()
    assert [Path(url.toLocalFile()).name for url in opened] == ["a.pdf"]
    wait_idle(session, qtbot)
    screen.paper.print_button.click()
    assert len(opened) == 2


def test_the_stamped_scan_comes_back_and_is_confirmed_by_a_person(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(screen, qtbot)
    export(screen, session, qtbot, tmp_path / "a.pdf")
    check = screen.progress.check
    assert check.reason == "先回传盖章扫描件。"
    assert drop_files(screen.progress, a_jpeg(tmp_path / "盖章扫描.jpg"))
    qtbot.waitUntil(lambda: bool(screen.progress.scans.rows), timeout=TIMEOUT_MS)
    assessment = session.require_project().assessment
    (link,) = assessment.links_of("6.2.1")
    assert link.stamped
    assert not check.button.isEnabled()
    for box in check.boxes:
        box.click()
    check.button.click()
    qtbot.waitUntil(lambda: not check.isVisible(), timeout=TIMEOUT_MS)
    state = session.require_project().assessment.response("6.2.1").state
    assert state is ResponseState.VERIFIED
    assert session.services.scoring.sheet(session.require_project()).conservative.total == 50


def test_a_scan_can_be_let_into_the_package(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.acts.attach((a_jpeg(tmp_path / "scan.jpg"),))
    qtbot.waitUntil(lambda: bool(screen.progress.scans.rows), timeout=TIMEOUT_MS)
    item = next(iter(session.require_project().assessment.evidence.values()))
    assert item.level is DisclosureLevel.UNDECIDED
    screen.acts.release(item.id)
    wait_idle(session, qtbot)
    item = session.require_project().assessment.item(item.id)
    assert item.level is DisclosureLevel.SUBMITTABLE


def test_a_scan_that_cannot_be_read_is_told_in_its_place(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.acts.attach((tmp_path / "gone.jpg",))
    wait_idle(session, qtbot)
    assert "gone.jpg" in screen.progress.scans.problem.text


def test_another_paper_takes_the_ticks_away(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.acts.attach((a_jpeg(tmp_path / "scan.jpg"),))
    qtbot.waitUntil(lambda: bool(screen.progress.scans.rows), timeout=TIMEOUT_MS)
    screen.progress.check.boxes[0].click()
    screen.form.papers.card(UndertakingKind.NO_INFRINGEMENT).click()
    assert screen.place_key() == "B"
    assert not screen.progress.check.boxes[0].isChecked()
    wait_idle(session, qtbot)


def test_typing_survives_a_look_at_another_paper(
    screen: UndertakingsScreen, session: Session, qtbot: QtBot
) -> None:
    fill(screen, qtbot)
    screen.show_place("B")
    screen.show_place("A")
    wait_idle(session, qtbot)
    assert screen.form.fields["参加部门"].editor.text() == "各部门"


def test_a_read_only_project_shows_the_paper_and_changes_nothing(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = session.require_project().path
    session.lock()
    wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD, read_only=True)
    screen = UndertakingsScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    assert not screen.progress.scans.zone.isEnabled()
    assert not screen.form.gates["是否受侵犯"].buttons["否"].isEnabled()
    assert not drop_files(screen.progress, a_jpeg(tmp_path / "scan.jpg"))
    wait_idle(session, qtbot)


def test_every_control_has_a_name(screen: UndertakingsScreen, qtbot: QtBot) -> None:
    fill(screen, qtbot)
    assert nameless(screen) == []
