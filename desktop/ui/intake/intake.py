"""Taking many files in: every one is accounted for, whatever happens to its neighbours."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.errors import (
    CancelledJobError,
    SourceChangedError,
    SourceEmptyError,
    SourceIsProjectError,
    SourceMissingError,
    SourceNotFileError,
    SourceUnreadableError,
)
from desktop.services.evidence_service import Attached, EvidenceService, LinkWish
from desktop.services.jobs import Job, JobContext, Progress
from desktop.services.open_project import OpenProject

MOST_FILES: Final = 2000
"""Files that one drop may bring: more is a whole disk dropped by mistake."""

_STEP: Final = "导入文件"
_KILOBYTE: Final = 1024
_FAULTS_OF_ONE_FILE: Final = (
    SourceMissingError,
    SourceNotFileError,
    SourceEmptyError,
    SourceUnreadableError,
    SourceChangedError,
    SourceIsProjectError,
)
_SYSTEM_FILES: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_LOCK_PREFIX: Final = "~$"
"""Begins the files that Office keeps beside a document while it is open."""


@dataclass(frozen=True)
class Taken:
    """A file that is in the project now; `attached.known` says that it was before."""

    file_name: str
    attached: Attached


@dataclass(frozen=True)
class Refusal:
    """A file that was not taken in, and why."""

    file_name: str
    reason: str


@dataclass(frozen=True)
class IntakeReport:
    """What became of every file of one drop.

    Attributes:
        taken: In the project, in the order of the drop.
        refused: Not in the project; the files after them were tried all the same.
        skipped: Names of files that the system or Office keeps for itself inside folders.
        not_reached: Names of files that were not tried, because of `stopped`.
        stopped: Why the work ended early; empty when it did not.
    """

    taken: tuple[Taken, ...] = ()
    refused: tuple[Refusal, ...] = ()
    skipped: tuple[str, ...] = ()
    not_reached: tuple[str, ...] = ()
    stopped: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether every file was taken in."""
        return not (self.refused or self.not_reached or self.stopped)

    @property
    def summary(self) -> str:
        """One sentence with the counts; what happened to each file is in `lines`."""
        known = sum(taken.attached.known for taken in self.taken)
        parts = [f"已添加 {len(self.taken) - known} 件"]
        if known:
            parts.append(f"{known} 件与已有证据内容相同，沿用原有一份")
        if self.refused:
            parts.append(f"{len(self.refused)} 件没有添加")
        if self.not_reached:
            parts.append(f"{len(self.not_reached)} 件未处理")
        if self.skipped:
            parts.append(f"略过系统文件 {len(self.skipped)} 个")
        return "；".join(parts) + f"。{self.stopped}"

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Every file with what became of it, the ones that need attention first."""
        return (
            *((refusal.file_name, refusal.reason) for refusal in self.refused),
            *((name, "未处理，需要时请重新添加。") for name in self.not_reached),
            *((taken.file_name, _taken_words(taken)) for taken in self.taken),
            *((name, "系统文件，已略过。") for name in self.skipped),
        )


def intake_job(
    service: EvidenceService, project: OpenProject, dropped: Sequence[Path], wish: LinkWish
) -> Job[IntakeReport]:
    """The job that takes files and folders in; it never fails, its report says everything."""
    return Job(_STEP, lambda context: take_in(service, project, dropped, wish, context))


def take_in(
    service: EvidenceService,
    project: OpenProject,
    dropped: Sequence[Path],
    wish: LinkWish,
    context: JobContext,
) -> IntakeReport:
    """Walk folders and attach every file; what was attached stays when a later one fails.

    A fault of one file lets the others go on; a fault of the project (disk full, read-only) or
    cancelling ends the work, and the files that were not reached are named.
    """
    ledger = _Ledger()
    sources = tuple(_files_of(dropped, ledger))
    if len(sources) > MOST_FILES:
        return IntakeReport(
            stopped=f"一次最多添加 {MOST_FILES} 件，这里有 {len(sources)} 件以上，没有添加。"
            "请选较小的文件夹。"
        )
    inner = JobContext(_OneOfMany(context.progress, len(sources)), context.cancel)
    for index, source in enumerate(sources):
        context.progress.report(index, len(sources), _STEP)
        try:
            context.cancel.raise_if_cancelled()
            attached = service.attach(project, source, wish, inner)
        except _FAULTS_OF_ONE_FILE as error:
            ledger.refused.append(Refusal(source.name, _words(error)))
        except AppError as error:
            rest = sources[index:]
            return ledger.report(tuple(path.name for path in rest), _stop_words(error))
        else:
            ledger.taken.append(Taken(source.name, attached))
    context.progress.report(len(sources), len(sources), _STEP)
    return ledger.report()


class _OneOfMany:
    """How far one file is: worth showing, in kilobytes, only when it is the only one."""

    def __init__(self, progress: Progress, count: int) -> None:
        self._progress = progress
        self._count = count

    def report(self, done: int, total: int, step: str) -> None:
        """Take bytes."""
        if self._count == 1:
            self._progress.report(done // _KILOBYTE, total // _KILOBYTE, step)


@dataclass
class _Ledger:
    """What is known while the work goes on."""

    taken: list[Taken] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def report(self, not_reached: tuple[str, ...] = (), stopped: str = "") -> IntakeReport:
        return IntakeReport(
            tuple(self.taken), tuple(self.refused), tuple(self.skipped), not_reached, stopped
        )


def _files_of(dropped: Sequence[Path], ledger: _Ledger) -> Iterator[Path]:
    """Files in the order of the drop, those of folders by name; ends soon after the limit."""
    count = 0
    for path in dropped:
        for file in _walk(path, ledger) if path.is_dir() else (path,):
            count += 1
            yield file
            if count > MOST_FILES:
                return


def _walk(folder: Path, ledger: _Ledger) -> Iterator[Path]:
    def note_unreadable(error: OSError) -> None:
        name = Path(error.filename).name if error.filename else folder.name
        ledger.refused.append(Refusal(name, "文件夹读不出来，可能没有读取权限。"))

    for place, folders, names in os.walk(folder, onerror=note_unreadable):
        folders.sort()
        for name in sorted(names):
            if name.lower() in _SYSTEM_FILES or name.startswith(_LOCK_PREFIX):
                ledger.skipped.append(name)
            else:
                yield Path(place, name)


def _words(error: AppError) -> str:
    message = explain(error)
    return f"{message.text}{message.advice}"


def _stop_words(error: AppError) -> str:
    if isinstance(error, CancelledJobError):
        return "已取消，先添加的保留。"
    return _words(error)


def _taken_words(taken: Taken) -> str:
    item = taken.attached.item
    if taken.attached.known:
        return f"与 {item.id}《{item.title}》内容相同，沿用原有一份。"
    return f"已添加为 {item.id}。"
