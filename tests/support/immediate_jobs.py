"""A job queue without threads, for tests of presenters."""

from collections.abc import Callable
from typing import TypeVar

from desktop.errors import AppError
from desktop.services.jobs import Job, JobContext

Result = TypeVar("Result")


def run_now(
    job: Job[Result],
    on_done: Callable[[Result], None] | None = None,
    on_failed: Callable[[AppError], None] | None = None,
) -> None:
    """Run a job where it is submitted and tell its end at once."""
    try:
        value = job.run(JobContext())
    except AppError as error:
        if on_failed is None:
            raise
        on_failed(error)
        return
    if on_done is not None:
        on_done(value)
