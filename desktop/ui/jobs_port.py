"""What a presenter knows of the job queue, without Qt."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from desktop.errors import AppError
from desktop.services.jobs import Job

Result = TypeVar("Result")


class JobQueue(Protocol):
    """`Session.run` as presenters see it; tests run the job at once."""

    def __call__(
        self,
        job: Job[Result],
        on_done: Callable[[Result], None] | None = None,
        on_failed: Callable[[AppError], None] | None = None,
    ) -> object:
        """Queue a job; its end is told on the GUI thread."""
        ...
