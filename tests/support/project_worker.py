"""A second process that works on a project, to be killed, starved or shut out by a test.

Run as `python -m tests.support.project_worker TASK PATH [ARGUMENT]`. It says on its standard
output how far it is, one line each, and waits where a test wants to kill it.
"""

import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from typing_extensions import Buffer, override

from desktop.errors import AppError
from desktop.storage import project_file
from desktop.storage.container import Container
from desktop.storage.project_file import ProjectFile
from tests.support.project_files import SECRET, content, get, put

PIECE = 2_500_000
NOBODY = 65534


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def stay() -> NoReturn:
    """Say so and wait to be killed."""
    say("here")
    sys.stdin.read()
    raise SystemExit(3)


class Repeated(io.RawIOBase):
    """So many bytes without keeping them."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._left = size

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        count = min(self._left, len(memoryview(buffer)))
        self._left -= count
        return count


def step(project: ProjectFile) -> None:
    """Add a piece of evidence and count it in the note; pending."""
    number = int(get(project, "note") or "0") + 1
    project.objects.add(io.BytesIO(content(PIECE, str(number))))
    put(project, "note", str(number))


def hold(path: Path, _: str) -> None:
    """Keep the project open."""
    with ProjectFile.open(path, SECRET):
        stay()


def stop(path: Path, point: str) -> None:
    """Commit one step, then stop inside the next one at a point."""
    vars(project_file)["Container"] = Stopping
    with ProjectFile.open(path, SECRET) as project:
        step(project)
        project.commit()
        say("committed")
        if point == "add":
            project.objects.add(io.BytesIO(content(20 * PIECE)), _late)
        step(project)
        if point == "pending":
            stay()
        Stopping.point = point
        project.commit()


def _late(done: int) -> None:
    if done > 15 * PIECE:
        stay()


class Stopping(Container):
    """A container that stops before or after a step of the commit."""

    point = ""

    @override
    def put_root(self, sealed: bytes) -> None:
        super().put_root(sealed)
        if self.point == "root":
            stay()

    @override
    def commit(self) -> None:
        if self.point == "before":
            stay()
        super().commit()
        if self.point == "after":
            stay()


def churn(path: Path, _: str) -> None:
    """Commit step after step until somebody kills this process."""
    with ProjectFile.open(path, SECRET) as project:
        while True:
            step(project)
            say("committing")
            project.commit()
            say("committed")


def limited(path: Path, room: str) -> None:
    """Work with a limit on the size of files, then without."""
    import resource  # noqa: PLC0415 - not on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with ProjectFile.open(path, SECRET) as project:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + int(room), hard))
        attempt(lambda: step(project))
        attempt(project.commit)
        project.rollback()
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        say(f"note {get(project, 'note')} objects {len(project.objects.all())}")
        attempt(lambda: step(project))
        attempt(project.commit)


def unprivileged(path: Path, _: str) -> None:
    """Try to use a project as a user who has no special rights."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    attempt(lambda: ProjectFile.open(path, SECRET).close())
    attempt(lambda: ProjectFile.open(path, SECRET, read_only=True).close())
    attempt(lambda: create_beside(path))


def create_beside(path: Path) -> None:
    """Make a second project in the same folder."""
    from tests.support.project_files import create  # noqa: PLC0415 - used here alone

    create(path.with_name("second.miping")).close()


def large(path: Path, size: str) -> None:
    """Add evidence of a size and say how far the memory went up, in KiB."""
    import resource  # noqa: PLC0415 - not on Windows

    with ProjectFile.open(path, SECRET) as project:
        project.objects.add(io.BytesIO(content(PIECE)))
        idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        stored = project.objects.add(io.BufferedReader(Repeated(int(size))))
        project.commit()
        total = sum(len(piece) for piece in project.objects.read(stored.id))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say(f"{total} {peak - idle}")


def attempt(action: Callable[[], object]) -> None:
    """Say `done`, or the code of what failed."""
    try:
        action()
    except AppError as error:
        say(error.code)
    else:
        say("done")


TASKS = {task.__name__: task for task in (hold, stop, churn, limited, unprivileged, large)}

if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
