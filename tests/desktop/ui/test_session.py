"""The session opens, saves, locks; what is late is never delivered to a closed project."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.errors import AppError
from desktop.messages import Message
from desktop.services.jobs import Job, JobContext
from desktop.ui.session import Session
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, open_new, wait_idle


@dataclass(eq=False)
class ExampleError(AppError):
    """A failure made up for this test."""

    code: ClassVar[str] = "services.cancelled"


def _failing(_context: JobContext) -> None:
    raise ExampleError


def _messages(session: Session) -> list[Message]:
    told: list[Message] = []
    session.failed.connect(told.append)
    return told


def test_a_change_made_by_a_job_is_told_with_its_action(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    project = open_new(session, qtbot, tmp_path / "示例.miping")
    set_state = session.services.assessments.set_state
    job = Job("改", lambda _context: set_state(project, "1.1.1", ResponseState.READY))
    changed: list[str] = []
    saved: list[object] = []
    session.changed.connect(changed.append)
    session.saved.connect(saved.append)
    session.run(job)
    qtbot.waitUntil(lambda: bool(changed), timeout=TIMEOUT_MS)
    assert changed == ["response.state"]
    assert saved == [session.services.clock.now()]


def test_without_a_project_asking_for_one_is_an_error_of_the_program(session: Session) -> None:
    with pytest.raises(RuntimeError):
        session.require_project()


def test_a_failure_nobody_takes_is_worded(session: Session, qtbot: QtBot) -> None:
    told = _messages(session)
    session.run(Job("失败", _failing))
    wait_idle(session, qtbot)
    [message] = told
    assert message.text


def test_a_failure_that_is_taken_is_not_worded_twice(session: Session, qtbot: QtBot) -> None:
    told = _messages(session)
    taken: list[AppError] = []
    session.run(Job("失败", _failing), None, taken.append)
    wait_idle(session, qtbot)
    assert len(taken) == 1
    assert told == []


def test_a_value_that_comes_after_locking_is_dropped(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_new(session, qtbot, tmp_path / "示例.miping")
    started, go_on = Event(), Event()

    def work(_context: JobContext) -> int:
        started.set()
        go_on.wait(10)
        return 1

    values: list[int] = []
    session.run(Job("慢", work), values.append)
    assert started.wait(10)
    session.lock()
    go_on.set()
    wait_idle(session, qtbot)
    assert values == []


def test_locking_hides_first_and_releases_the_file(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "示例.miping"
    open_new(session, qtbot, path)
    order: list[str] = []
    session.closing.connect(lambda: order.append(f"closing {session.project is not None}"))
    session.closed.connect(lambda: order.append(f"closed {session.project is not None}"))
    session.lock()
    assert order == ["closing True", "closed False"]
    wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD)


def test_what_pages_hand_in_on_locking_is_still_saved(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "示例.miping"
    project = open_new(session, qtbot, path)
    set_note = session.services.assessments.set_note
    job = Job("记", lambda _context: set_note(project, "1.1.1", "示例说明"))
    session.closing.connect(lambda: session.run(job))
    session.lock()
    wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD)
    assert session.require_project().assessment.response("1.1.1").note == "示例说明"


def test_a_cancelled_unlocking_opens_nothing_and_releases_the_file(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "示例.miping"
    open_new(session, qtbot, path)
    session.lock()
    wait_idle(session, qtbot)
    with qtbot.assertNotEmitted(session.opened):
        session.open_project(path, PASSWORD).cancel()
        wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD)


def test_opening_another_project_locks_the_first(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_new(session, qtbot, tmp_path / "a.miping")
    with qtbot.waitSignal(session.closed, timeout=TIMEOUT_MS):
        second = open_new(session, qtbot, tmp_path / "b.miping")
    assert session.project is second


def test_a_project_opened_for_reading_says_so(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "示例.miping"
    open_new(session, qtbot, path)
    session.lock()
    wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD, read_only=True)
    assert session.require_project().read_only
