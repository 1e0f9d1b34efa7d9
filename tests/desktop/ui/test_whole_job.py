"""The whole main job in the window, from nothing, checked with programs that are not ours."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.ui.entrance import Entrance
from desktop.ui.main_window import MainWindow
from desktop.ui.places import CRITERIA, Place
from desktop.ui.screens.criteria.view import CriteriaScreen
from desktop.ui.screens.new_project.view import NewProjectDialog
from desktop.ui.session import Session
from tests.support.builders import company_fields
from tests.support.gestures import drop_files
from tests.support.sample_files import a_jpeg, a_pdf
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, wait_idle


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


def test_from_nothing_to_two_answered_criteria(
    window: MainWindow, entrance: Entrance, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    make_project(window, entrance, qtbot, tmp_path / "示例.miping")
    answer(window, session, qtbot, "1.1.1", a_pdf(tmp_path / "成立通知.pdf", pages=2))
    answer(window, session, qtbot, "3.1.1", a_jpeg(tmp_path / "门牌.jpg"))
    project = session.require_project()
    assert session.services.scoring.sheet(project).conservative.total == 50
    assert project.assessment.response("1.1.1").note == "page 1"
