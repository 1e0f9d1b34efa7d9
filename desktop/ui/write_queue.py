"""Small changes on their way to the disk, kept until they are there."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from desktop.services.jobs import Job
from desktop.services.open_project import OpenProject
from desktop.ui.job_runner import JobHandle
from desktop.ui.session import Session

Write = Callable[[OpenProject], None]


@dataclass(frozen=True)
class _Waiting:
    name: str
    write: Write
    value: object
    handle: JobHandle


class WriteQueue:
    """Changes queue behind whatever runs, so that the window never waits for the disk.

    Until a change is on the disk its value can be asked for: the view shows that one and not the
    older one of the snapshot. Locking stops waiting jobs; `resubmit` then queues the stopped
    changes again, before the project is closed.
    """

    def __init__(self, session: Session, on_settled: Callable[[], None]) -> None:
        """Begin empty.

        Args:
            session: Where the jobs run; a failure is worded by the frame.
            on_settled: Called after each change that ended, well or badly, while the project is
                open: what is shown may have to go back to what is kept.
        """
        self._session = session
        self._on_settled = on_settled
        self._waiting: dict[Hashable, _Waiting] = {}

    def write(self, key: Hashable, value: object, name: str, write: Write) -> None:
        """Queue one change; a later one with the same key takes its place in `pending`.

        Args:
            key: What is changed, such as ("note", "4.1.4").
            value: What it will be, for `pending`.
            name: What the job is called for people.
            write: Does it, on the worker thread.
        """
        project = self._session.require_project()
        handle = self._session.run(Job(name, lambda _context: write(project)))
        entry = _Waiting(name, write, value, handle)
        self._waiting[key] = entry
        handle.ended.connect(lambda: self._settle(project, key, entry))

    def pending(self, key: Hashable) -> object | None:
        """The value on its way, or None."""
        entry = self._waiting.get(key)
        return None if entry is None else entry.value

    def resubmit(self) -> None:
        """Queue those changes again whose jobs were stopped before they began."""
        for key, entry in tuple(self._waiting.items()):
            if entry.handle.token.cancelled:
                del self._waiting[key]
                self.write(key, entry.value, entry.name, entry.write)

    def _settle(self, project: OpenProject, key: Hashable, entry: _Waiting) -> None:
        if self._waiting.get(key) is entry:
            del self._waiting[key]
        if self._session.project is project:
            self._on_settled()
