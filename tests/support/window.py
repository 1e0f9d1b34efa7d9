"""Steps that tests of the window share."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.ui.session import Session
from tests.support.builders import an_applicant
from tests.support.services import PASSWORD

TIMEOUT_MS = 30_000

STATES = {
    "1.1.1": ResponseState.VERIFIED,
    "1.1.2": ResponseState.VERIFIED,
    "4.1.1": ResponseState.READY,
    "5.2.1": ResponseState.VERIFIED,
    "6.2.1": ResponseState.PREPARING,
    "7.1.1": ResponseState.READY,
    "7.1.5": ResponseState.NOT_CLAIMED,
}


def wait_idle(session: Session, qtbot: QtBot) -> None:
    """Let every queued job end and be told."""
    qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=TIMEOUT_MS)


def open_new(session: Session, qtbot: QtBot, path: Path) -> OpenProject:
    """Make an empty project and open it."""
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.create_project(path, an_applicant(), 2026, PASSWORD)
    wait_idle(session, qtbot)
    return session.require_project()


def open_begun(session: Session, qtbot: QtBot, path: Path) -> OpenProject:
    """Make a project with some answers and one file, and open it."""
    project = open_new(session, qtbot, path)
    proof = path.parent / "示例制度.txt"
    proof.write_text("示例", encoding="utf-8")
    services = session.services
    services.evidence.attach(project, proof, LinkWish(("4.1.1", "4.1.2")), JobContext())
    for criterion_id, state in STATES.items():
        services.assessments.set_state(project, criterion_id, state)
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        pass
    return project
