"""The start page without Qt: recent files, and what a dropped or chosen file means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from desktop.clock import Clock
from desktop.services.jobs import Job, JobContext
from desktop.ui.formats import moment_text, size_text
from desktop.ui.jobs_port import JobQueue
from desktop.ui.screens.start.recent_store import RecentEntry, RecentList, RecentStore

PROJECT_SUFFIX = ".miping"
PACKAGE_SUFFIX = ".pdf"

NOT_SAVED = "最近的项目没有记下：本机的设置文件夹不能写入。项目本身不受影响。"
DAMAGED = "最近的项目列表读不出来，已另存到一旁，从空列表开始。项目文件不受影响。"
OTHER_FILES = "这里只接收 .miping 项目和 .pdf 申报包；其他文件请在项目内导入。"


@dataclass(frozen=True)
class RecentRow:
    """One line of the list; everything comes from the file system.

    Attributes:
        is_there: False for a drive that is not plugged in or a file that is gone.
    """

    path: Path
    name: str
    folder: str
    size: str
    changed: str
    opened: str
    is_there: bool


class StartView(Protocol):
    """What the page shows."""

    def show_recent(self, rows: Sequence[RecentRow], *, remember: bool) -> None:
        """Replace the list."""
        ...

    def say(self, text: str) -> None:
        """Show one sentence; an empty one takes it away."""
        ...

    def ask_unlock(self, path: Path) -> None:
        """Ask for the password of a project file."""
        ...

    def ask_verify(self, path: Path) -> None:
        """Show the verification of a package."""
        ...


class StartPresenter:
    """Owns the list of recent files; reads and writes it in the job queue."""

    def __init__(self, view: StartView, store: RecentStore, clock: Clock, run: JobQueue) -> None:
        self._view = view
        self._store = store
        self._clock = clock
        self._run = run

    def refresh(self) -> None:
        """Read the list and look at the files."""
        self._run(Job("读取最近的项目", lambda _context: self._look()), self._show)

    def note_opened(self, path: Path) -> None:
        """Put a project that was opened on top of the list."""
        moment = self._clock.now()
        self._change("记录最近的项目", lambda recent: recent.with_opened(path, moment))

    def forget(self, path: Path) -> None:
        """Take a file off the list; the file itself stays."""
        self._change("从列表移除", lambda recent: recent.without(path))

    def set_remember(self, *, remember: bool) -> None:
        """Switch 不记录最近项目; switching it on forgets the list."""
        self._change("最近的项目", lambda recent: recent.remembering(remember=remember))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open or verify the first file that is of use here."""
        self._view.say("")
        for path in paths:
            suffix = path.suffix.lower()
            if suffix == PROJECT_SUFFIX:
                self._view.ask_unlock(path)
                return
            if suffix == PACKAGE_SUFFIX:
                self._view.ask_verify(path)
                return
        if paths:
            self._view.say(OTHER_FILES)

    def _change(self, name: str, change: Callable[[RecentList], RecentList]) -> None:
        def work(_context: JobContext) -> _Looked:
            recent = change(self._store.load())
            saved = self._store.save(recent)
            looked = self._look_at(recent)
            return looked if saved else replace(looked, remark=NOT_SAVED)

        self._run(Job(name, work), self._show)

    def _look(self) -> "_Looked":
        return self._look_at(self._store.load())

    def _look_at(self, recent: RecentList) -> "_Looked":
        rows = tuple(_row(entry) for entry in recent.entries)
        return _Looked(rows, recent.remember, DAMAGED if recent.was_damaged else "")

    def _show(self, looked: "_Looked") -> None:
        self._view.show_recent(looked.rows, remember=looked.remember)
        if looked.remark:
            self._view.say(looked.remark)


@dataclass(frozen=True)
class _Looked:
    rows: tuple[RecentRow, ...]
    remember: bool
    remark: str


def _row(entry: RecentEntry) -> RecentRow:
    """Ask the file system about one file; a drive that is gone is no failure."""
    size, changed, is_there = "—", "—", False
    try:
        status = entry.path.stat()
    except OSError:
        folder = f"{entry.path.parent}（找不到或未插入）"
    else:
        folder, is_there = str(entry.path.parent), True
        size = size_text(status.st_size)
        changed = moment_text(datetime.fromtimestamp(status.st_mtime, UTC))
    return RecentRow(
        path=entry.path,
        name=entry.path.name,
        folder=folder,
        size=size,
        changed=changed,
        opened=moment_text(entry.opened_at),
        is_there=is_there,
    )
