"""Runs services' jobs on one background thread per open project and reports on the GUI thread."""

from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from typing_extensions import override

from desktop.errors import AppError
from desktop.services.errors import CancelledJobError
from desktop.services.jobs import CancelToken, Job, JobContext


class JobHandle(QObject):
    """One submitted job as the window sees it; every signal arrives on the GUI thread.

    Exactly one of `done`, `failed`, `cancelled`, `crashed` is emitted, then `ended`.
    """

    progressed = Signal(int, int, str)
    """Units finished, units in all (0: unknown), name of the step."""
    done = Signal(object)
    """The job's value."""
    failed = Signal(object)
    """The AppError to be explained."""
    cancelled = Signal()
    crashed = Signal(object)
    """The program erred; the exception goes to the crash reporter, not to the user's eye."""
    ended = Signal()

    _posted = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.token = CancelToken()
        self._lock = Lock()
        self._latest: tuple[int, int, str] | None = None
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the job to stop; `cancelled` follows when it has."""
        self.token.cancel()

    def report(self, done: int, total: int, step: str) -> None:
        """Take the job's progress; any thread. What the window has not shown yet is overtaken."""
        with self._lock:
            waiting = self._latest is not None
            self._latest = (done, total, step)
        if not waiting:
            self._posted.emit(None)

    def post(self, outcome: "_Outcome") -> None:
        """Hand over how the job ended; called on the job's thread."""
        self._posted.emit(outcome)

    @Slot(object)
    def _deliver(self, outcome: "_Outcome | None") -> None:
        with self._lock:
            latest, self._latest = self._latest, None
        if latest is not None:
            self.progressed.emit(*latest)
        if outcome is not None:
            outcome.emit_on(self)
            self.ended.emit()


class _Outcome:
    """How a job ended: a value, or the error that ended it."""

    def __init__(self, value: object = None, error: BaseException | None = None) -> None:
        self._value = value
        self.error = error

    def emit_on(self, handle: JobHandle) -> None:
        match self.error:
            case None:
                handle.done.emit(self._value)
            case CancelledJobError():
                handle.cancelled.emit()
            case AppError():
                handle.failed.emit(self.error)
            case _:
                handle.crashed.emit(self.error)


class _Work(QRunnable):
    """One job on the pool's thread; the last line of defence for what a job did not foresee."""

    def __init__(self, job: Job[Any], handle: JobHandle) -> None:
        super().__init__()
        self._job = job
        self._handle = handle

    @override
    def run(self) -> None:
        token = self._handle.token
        try:
            token.raise_if_cancelled()
            value = self._job.run(JobContext(self._handle, token))
        except AppError as error:
            self._handle.post(_Outcome(error=error))
        except Exception as error:  # noqa: BLE001 - the boundary: a thread must not die unheard
            self._handle.post(_Outcome(error=error))
        else:
            self._handle.post(_Outcome(value))


class JobRunner(QObject):
    """One queue with one thread: jobs of a project never overlap, and run in order.

    `crashed` carries an unexpected exception; connect it to `CrashReporter.report`.
    """

    busy_changed = Signal(bool)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._handles: list[JobHandle] = []
        self._closed = False

    @property
    def is_busy(self) -> bool:
        """Whether a job is waiting or running."""
        return bool(self._handles)

    def submit(self, job: Job[Any]) -> JobHandle:
        """Queue a job; connect to the handle before the event loop runs again.

        Raises:
            RuntimeError: After `shutdown`: the caller outlived its project.
        """
        if self._closed:
            raise RuntimeError(job.name)
        handle = JobHandle(job.name, self)
        handle.crashed.connect(self.crashed)
        handle.ended.connect(self._forget_ended)
        self._handles.append(handle)
        if len(self._handles) == 1:
            self.busy_changed.emit(True)  # noqa: FBT003 - a Qt signal has no keyword arguments
        self._pool.start(_Work(job, handle))
        return handle

    def cancel_all(self) -> None:
        """Ask the running job to stop and let no waiting one begin."""
        for handle in self._handles:
            handle.cancel()

    def shutdown(self, timeout_ms: int = 30_000) -> bool:
        """Cancel everything and wait for the thread to end.

        Returns:
            False when a job did not stop within `timeout_ms`; its project must stay open.
        """
        self._closed = True
        self.cancel_all()
        return self._pool.waitForDone(timeout_ms)

    @Slot()
    def _forget_ended(self) -> None:
        handle = self.sender()
        if not isinstance(handle, JobHandle):
            return
        self._handles.remove(handle)
        handle.deleteLater()
        if not self._handles:
            self.busy_changed.emit(False)  # noqa: FBT003 - a Qt signal has no keyword arguments
