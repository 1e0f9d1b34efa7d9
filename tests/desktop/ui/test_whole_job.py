"""The whole main job in the window, from nothing, checked with programs that are not ours."""

import subprocess
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.undertaking import SELF_CHECK_ON
from desktop.ui.entrance import Entrance
from desktop.ui.main_window import MainWindow
from desktop.ui.places import CRITERIA, PACKAGE, UNDERTAKINGS, Place
from desktop.ui.screens.criteria.view import CriteriaScreen
from desktop.ui.screens.new_project.view import NewProjectDialog
from desktop.ui.screens.package.view import PackageScreen
from desktop.ui.screens.undertakings.view import UndertakingsScreen
from desktop.ui.session import Session
from tests.support.builders import company_fields
from tests.support.gestures import drop_files
from tests.support.sample_files import a_jpeg, a_pdf
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, wait_idle

SELF_CHECK = {
    SELF_CHECK_ON: "2026-11-10",
    "自查人": "示例丙",
    "参加部门": "研发、生产、销售各部门",
}


def make_project(window: MainWindow, entrance: Entrance, qtbot: QtBot, path: Path) -> None:
    """Fill the dialog as a person does and press its button."""
    entrance.new_project()
    dialog = window.findChild(NewProjectDialog)
    assert isinstance(dialog, NewProjectDialog)
    for name, value in company_fields().items():
        editor = dialog.fields[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(str(value))
    dialog.path.setText(str(path))
    for field in (dialog.password, dialog.repeat):
        field.edit.setText(PASSWORD)
    with qtbot.waitSignal(window.session.opened, timeout=TIMEOUT_MS):
        dialog.create_button.click()


def answer(
    window: MainWindow, session: Session, qtbot: QtBot, criterion_id: str, file: Path
) -> None:
    """Go to a criterion, drop a file on its card, decide on the file, mark the criterion."""
    session.go(Place(CRITERIA, criterion_id))
    screen = window.findChild(CriteriaScreen)
    assert isinstance(screen, CriteriaScreen)
    assert drop_files(screen.card, file)
    wait_idle(session, qtbot)
    project = session.require_project()
    (link,) = project.assessment.links_of(criterion_id)
    assert project.assessment.item(link.evidence_id).level is DisclosureLevel.UNDECIDED
    row = screen.card.links.row(link.evidence_id)
    assert row is not None
    row.level.level_chosen.emit(DisclosureLevel.SUBMITTABLE)
    screen.acts.choose_state(ResponseState.VERIFIED)
    QTest.keyClicks(screen.card.note.editor, "page 1")
    session.go(Place(CRITERIA, "7.1.5"))
    wait_idle(session, qtbot)


def issue(window: MainWindow, session: Session, qtbot: QtBot, target: Path) -> None:
    """Answer the gate, fill the form, and export the first paper for stamping."""
    session.go(Place(UNDERTAKINGS, "A"))
    screen = window.findChild(UndertakingsScreen)
    assert isinstance(screen, UndertakingsScreen)
    assert screen.prepared is None
    screen.form.gates["是否受侵犯"].buttons["否"].click()
    for name, text in SELF_CHECK.items():
        editor = screen.form.fields[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
    screen.form.hand_over()
    qtbot.waitUntil(lambda: screen.prepared is not None, timeout=TIMEOUT_MS)
    screen.acts.export(target)
    wait_idle(session, qtbot)


def build(window: MainWindow, session: Session, qtbot: QtBot, target: Path) -> None:
    """Build the package and wait for its page to tell the result."""
    session.go(Place(PACKAGE))
    screen = window.findChild(PackageScreen)
    assert isinstance(screen, PackageScreen)
    assert screen.build_button.isEnabled()
    screen.acts.build_to(target)
    wait_idle(session, qtbot)
    qtbot.waitUntil(screen.build_button.isEnabled, timeout=TIMEOUT_MS)


def words_of(path: Path) -> str:
    done = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True)
    return "".join(done.stdout.decode("utf-8").split())


def test_from_nothing_to_a_package_that_other_programs_accept(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    make_project(window, entrance, qtbot, tmp_path / "示例.miping")
    answer(window, session, qtbot, "1.1.1", a_pdf(tmp_path / "成立通知.pdf", pages=2))
    answer(window, session, qtbot, "3.1.1", a_jpeg(tmp_path / "门牌.jpg"))
    project = session.require_project()
    assert session.services.scoring.sheet(project).conservative.total == 50
    assert project.assessment.response("1.1.1").note == "page 1"
    issue(window, session, qtbot, tmp_path / "承诺书.pdf")
    assert "示例精工有限公司（盖章）" in words_of(tmp_path / "承诺书.pdf")
    package = tmp_path / "申报包.pdf"
    build(window, session, qtbot, package)
    subprocess.run(["qpdf", "--check", package], check=True, capture_output=True)
    signature = subprocess.run(["pdfsig", package], check=True, capture_output=True, text=True)
    assert "Signature is Valid" in signature.stdout
    assert "Total document signed" in signature.stdout
    text = words_of(package)
    for expected in ("示例精工有限公司", "1.1.1-01", "3.1.1-01", "自评(预评)得分表", "page1"):
        assert expected in text
    result = session.services.verification.verify(package)
    assert result.intact
    assert result.conservative == 50
    session.lock()
    assert session.project is None
    session.services.previews.close()
