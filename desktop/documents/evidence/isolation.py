"""A process that may crash, hang or starve without harm, and that can write nothing to disk.

Requests and answers go through a pipe. The process is started on first use, and again after it
died or was stopped. On every system it runs alone; where the system allows, its memory is
bounded, and neither files nor a memory dump can come of it.
"""

import ctypes
import multiprocessing
import os
import sys
import threading
import warnings
from collections.abc import Callable
from enum import Enum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Final, Self, TypeVar

Result = TypeVar("Result")

_START_SECONDS: Final = 120
"""A cold start beside a virus scanner on a slow disk."""
_END_SECONDS: Final = 5
_MEMORY_LIMIT: Final = 3 * 1024**3
"""Bytes of address space, libraries included."""
_QUIET_ERROR_MODE: Final = 0x8003
"""Windows: no box on the screen for a crash, and no report with memory in it."""


class Failure(Enum):
    """Why a call has no result."""

    TIMED_OUT = "timed_out"
    DIED = "died"


class IsolatedProcess:
    """Runs functions one at a time in a process of its own; usable from any thread."""

    def __init__(self, timeout_seconds: int) -> None:
        self.timeout_seconds = timeout_seconds
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def call(self, function: Callable[..., Result], *arguments: object) -> Result | Failure:
        """Run a function of a module over there and wait for its result.

        Args:
            function: Found by its module and name; it must not raise for bad input.
            arguments: Plain values; they are copied.

        Returns:
            Its result, or why there is none. After a failure the next call finds a new process.

        Raises:
            BaseException: What the function raised, if it did: a mistake in the program.
        """
        with self._lock:
            return self._call(function, arguments)

    def close(self) -> None:
        """End the process; a later call starts another."""
        with self._lock:
            self._end()

    @property
    def process_id(self) -> int | None:
        """Of the running process, if there is one."""
        process = self._process
        return process.pid if process is not None and process.is_alive() else None

    def _call(
        self, function: Callable[..., Result], arguments: tuple[object, ...]
    ) -> Result | Failure:
        try:
            pipe = self._running()
            pipe.send((function, arguments))
            if not pipe.poll(self.timeout_seconds):
                self._end()
                return Failure.TIMED_OUT
            has_worked, answer = pipe.recv()
        except (EOFError, OSError):
            self._end()
            return Failure.DIED
        if not has_worked:
            raise answer
        result: Result = answer
        return result

    def _running(self) -> "Connection[Any, Any]":
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self._end()
        context = multiprocessing.get_context("spawn")
        pipe, far_end = context.Pipe()
        process = context.Process(target=_serve, args=(far_end,), daemon=True)
        self._pipe, self._process = pipe, process
        process.start()
        # Without this the death of the other side would never be noticed.
        far_end.close()
        if not pipe.poll(_START_SECONDS):
            raise EOFError
        pipe.recv()
        return pipe

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None and self._process.pid is not None:
            self._process.kill()
            self._process.join(_END_SECONDS)
        self._pipe = self._process = None


def _serve(pipe: "Connection[Any, Any]") -> None:
    """Answer requests until the other side is gone."""
    _confine()
    pipe.send(None)
    while True:
        try:
            function, arguments = pipe.recv()
        except EOFError:
            return
        try:
            answer = True, function(*arguments)
        except Exception as error:  # noqa: BLE001 - handed over whole and raised on the other side
            answer = False, error
        pipe.send(answer)


def _confine() -> None:
    """Take from this process what it does not need for its work."""
    # The libraries' warnings quote the files that they read.
    warnings.simplefilter("ignore")
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_QUIET_ERROR_MODE)
    else:
        _limit_resources()


def _limit_resources() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has no such module

    wishes = (
        (resource.RLIMIT_AS, _MEMORY_LIMIT),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for kind, wish in wishes:
        _, ceiling = resource.getrlimit(kind)
        if ceiling == resource.RLIM_INFINITY or wish < ceiling:
            resource.setrlimit(kind, (wish, wish))
