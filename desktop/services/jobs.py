"""Background work described without threads: what to do, how far it is, and how to stop it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Generic, Protocol, TypeVar

from desktop.services.errors import CancelledJobError

Result = TypeVar("Result")


class Progress(Protocol):
    """Where a job says how far it is; called on the job's own thread."""

    def report(self, done: int, total: int, step: str) -> None:
        """Say that `done` of `total` units of a step are finished; `total` 0 means unknown."""
        ...


class SilentProgress:
    """Progress that nobody watches."""

    def report(self, done: int, total: int, step: str) -> None:
        """Do nothing with it."""


class CancelToken:
    """A flag that one thread sets and the job looks at between two steps."""

    def __init__(self) -> None:
        self._event = Event()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; it leaves nothing half done."""
        self._event.set()

    def raise_if_cancelled(self) -> None:
        """Raises CancelledJobError once cancel() was called."""
        if self.cancelled:
            raise CancelledJobError


@dataclass(frozen=True)
class JobContext:
    """What every long service method is given."""

    progress: Progress = field(default_factory=SilentProgress)
    cancel: CancelToken = field(default_factory=CancelToken)


@dataclass(frozen=True)
class Job(Generic[Result]):
    """A piece of work with a name for people; `run` returns a value or raises an AppError."""

    name: str
    run: Callable[[JobContext], Result]
