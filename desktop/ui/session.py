"""The window's side of the running program: one project at most, its jobs, and where to go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.domain.applicant import Applicant
from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.events import AssessmentChanged
from desktop.services.jobs import Job
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.appearance import Appearance
from desktop.ui.event_bridge import EventBridge
from desktop.ui.job_runner import JobHandle, JobRunner
from desktop.ui.places import Place

Result = TypeVar("Result")
OnFailed = Callable[[AppError], None]


class Session(QObject):
    """Handed to every screen; every signal arrives on the GUI thread.

    Reading the frozen `assessment` and scoring it is cheap and done where it is shown. Whatever
    reads or writes files, derives keys or makes pages goes through `run`.
    """

    opened = Signal()
    closing = Signal()
    """Last moment to hand unsaved typing to the queue; the project is still there."""
    closed = Signal()
    changed = Signal(str)
    """A change is on the disk; its action code."""
    saved = Signal(object)
    """The moment of a change, an aware datetime."""
    failed = Signal(object)
    """A Message that no screen took care of."""
    place_requested = Signal(object)
    """A Place."""
    job_started = Signal(object)
    """The JobHandle of a job that was queued by `run`."""

    def __init__(
        self, services: Services, appearance: Appearance, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.appearance = appearance
        self.runner = JobRunner(self)
        self._project: OpenProject | None = None
        self._bridge: EventBridge | None = None
        self._generation = 0

    @property
    def project(self) -> OpenProject | None:
        """The unlocked project, if there is one."""
        return self._project

    def require_project(self) -> OpenProject:
        """The unlocked project.

        Raises:
            RuntimeError: A page outlived its project.
        """
        if self._project is None:
            raise RuntimeError("no project")
        return self._project

    def go(self, place: Place) -> None:
        """Ask the frame to show a place."""
        self.place_requested.emit(place)

    def run(
        self,
        job: Job[Result],
        on_done: Callable[[Result], None] | None = None,
        on_failed: OnFailed | None = None,
    ) -> JobHandle:
        """Queue a job.

        Args:
            job: Runs on the worker thread; must not touch widgets.
            on_done: Gets the value, unless the project was locked meanwhile.
            on_failed: Gets the failure; without it, or after locking, the frame words it.
        """
        generation = self._generation
        handle = self.runner.submit(job)

        def deliver(value: Result) -> None:
            if on_done is not None and generation == self._generation:
                on_done(value)

        def complain(error: AppError) -> None:
            if on_failed is not None and generation == self._generation:
                on_failed(error)
            else:
                self.failed.emit(explain(error))

        handle.done.connect(deliver)
        handle.failed.connect(complain)
        self.job_started.emit(handle)
        return handle

    def open_project(
        self,
        path: Path,
        password: str,
        on_failed: OnFailed | None = None,
        *,
        read_only: bool = False,
    ) -> JobHandle:
        """Unlock a project file; `opened` follows, unless the handle is cancelled before."""
        unlock = self.services.projects.open
        job = Job("解锁项目", lambda _context: unlock(path, password, read_only=read_only))
        return self._open_by(job, on_failed)

    def create_project(
        self,
        path: Path,
        applicant: Applicant,
        year: int,
        password: str,
        on_failed: OnFailed | None = None,
    ) -> JobHandle:
        """Make a project file and open it; `opened` follows."""
        create = self.services.projects.create
        job = Job("新建项目", lambda _context: create(path, applicant, year, password))
        return self._open_by(job, on_failed)

    def lock(self) -> None:
        """Stop the running job, let pages hand in their typing, hide the project, close its file.

        `closed` is emitted before the file is released, so that nothing stays on screen.
        """
        project = self._project
        if project is None:
            return
        self.runner.cancel_all()
        self.closing.emit()
        self._generation += 1
        self._drop_bridge()
        self._project = None
        self.closed.emit()
        self.runner.submit(Job("锁定项目", lambda _context: project.close()))

    def shutdown(self) -> None:
        """Stop everything and release the project; the program ends."""
        self.runner.shutdown()
        QCoreApplication.processEvents()
        self._drop_bridge()
        project, self._project = self._project, None
        if project is not None:
            project.close()

    def _open_by(self, job: Job[OpenProject], on_failed: OnFailed | None) -> JobHandle:
        handle = self.run(job, None, on_failed)
        handle.done.connect(partial(self._take_project, handle))
        return handle

    def _take_project(self, handle: JobHandle, project: OpenProject) -> None:
        if handle.token.cancelled:
            self.runner.submit(Job("关闭项目", lambda _context: project.close()))
            return
        if self._project is not None:
            self.lock()
        self._project = project
        self._bridge = EventBridge(project.events, self)
        self._bridge.assessment_changed.connect(self._announce)
        self.opened.emit()

    @Slot(object)
    def _announce(self, event: AssessmentChanged) -> None:
        self.saved.emit(self.services.clock.now())
        self.changed.emit(event.action)

    def _drop_bridge(self) -> None:
        bridge, self._bridge = self._bridge, None
        if bridge is not None:
            bridge.close()
            bridge.deleteLater()
