"""Jobs run one after the other off the GUI thread, and every end of one is heard there."""

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event, get_ident
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import AppError
from desktop.services.jobs import Job, JobContext
from desktop.ui.job_runner import JobRunner

pytestmark = pytest.mark.usefixtures("qtbot")


@dataclass(eq=False)
class ExampleError(AppError):
    """A failure made up for this test."""

    code: ClassVar[str] = "test.example"


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shutdown()


def _until_cancelled(started: Event) -> Job[None]:
    def run(context: JobContext) -> None:
        started.set()
        while True:
            context.cancel.raise_if_cancelled()

    return Job("等待", run)


def test_a_value_arrives_on_the_gui_thread(runner: JobRunner, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    handle = runner.submit(Job("求值", lambda _context: get_ident()))
    handle.done.connect(lambda worker: seen.append((worker, get_ident())))
    with qtbot.waitSignals([handle.done, handle.ended], order="strict"):
        pass
    [(worker, receiver)] = seen
    assert receiver == get_ident()
    assert worker != receiver


def test_the_last_progress_is_never_lost(runner: JobRunner, qtbot: QtBot) -> None:
    def run(context: JobContext) -> None:
        for done in range(1, 1001):
            context.progress.report(done, 1000, "编排")

    seen: list[tuple[int, int, str]] = []
    handle = runner.submit(Job("编排", run))
    handle.progressed.connect(lambda done, total, step: seen.append((done, total, step)))
    with qtbot.waitSignal(handle.ended):
        pass
    assert seen[-1] == (1000, 1000, "编排")
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)


def test_a_failure_is_handed_over_as_it_is(runner: JobRunner, qtbot: QtBot) -> None:
    error = ExampleError()

    def run(_context: JobContext) -> None:
        raise error

    handle = runner.submit(Job("失败", run))
    with qtbot.waitSignal(handle.failed) as waited:
        pass
    assert waited.args == [error]


def test_a_running_job_stops_when_asked(runner: JobRunner, qtbot: QtBot) -> None:
    started = Event()
    handle = runner.submit(_until_cancelled(started))
    assert started.wait(10)
    with qtbot.waitSignals([handle.cancelled, handle.ended]):
        handle.cancel()
    assert not runner.is_busy


def test_a_cancelled_job_in_the_queue_never_begins(runner: JobRunner, qtbot: QtBot) -> None:
    started, begun = Event(), Event()
    first = runner.submit(_until_cancelled(started))
    second = runner.submit(Job("第二", lambda _context: begun.set()))
    second.cancel()
    with qtbot.waitSignals([first.cancelled, second.cancelled]):
        first.cancel()
    assert not begun.is_set()


def test_jobs_run_in_order_on_one_thread(runner: JobRunner, qtbot: QtBot) -> None:
    order: list[int] = []

    def noting(number: int) -> Job[None]:
        return Job(str(number), lambda _context: order.append(number))

    handles = [runner.submit(noting(number)) for number in range(5)]
    with qtbot.waitSignals([handle.ended for handle in handles]):
        pass
    assert order == [0, 1, 2, 3, 4]


def test_the_programs_own_error_goes_to_the_crash_reporter(runner: JobRunner, qtbot: QtBot) -> None:
    def run(_context: JobContext) -> None:
        raise ZeroDivisionError

    handle = runner.submit(Job("出错", run))
    with (
        qtbot.waitSignals([handle.crashed, handle.ended]),
        qtbot.waitSignal(runner.crashed) as waited,
    ):
        pass
    assert waited.args is not None
    assert isinstance(waited.args[0], ZeroDivisionError)


def test_busy_is_told_when_it_begins_and_ends(runner: JobRunner, qtbot: QtBot) -> None:
    told: list[bool] = []
    runner.busy_changed.connect(told.append)
    handles = [runner.submit(Job("空", lambda _context: None)) for _ in range(3)]
    with qtbot.waitSignal(handles[-1].ended):
        pass
    assert told == [True, False]


def test_shutdown_stops_what_runs_and_refuses_what_comes(qtbot: QtBot) -> None:
    runner = JobRunner()
    started = Event()
    handle = runner.submit(_until_cancelled(started))
    assert started.wait(10)
    with qtbot.waitSignal(handle.cancelled):
        assert runner.shutdown()
    with pytest.raises(RuntimeError):
        runner.submit(Job("太晚", lambda _context: None))
