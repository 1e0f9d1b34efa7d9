"""Failures of the project file."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from desktop.errors import AppError


class DamagedPart(StrEnum):
    """Where damage was found."""

    CONTAINER = "container"
    """The outer SQLite file: its structure, its tables, or a row that cannot be there."""

    HEADER = "header"
    """The plain fields: project number, format, oldest reader; or they contradict the root."""

    SLOTS = "slots"
    """The key slots: one fails its checksum, or they are not those that the root seals."""

    ROOT = "root"
    """The sealed root."""

    RECORDS = "records"
    """The sealed inner database: answers, links, history."""

    OBJECT = "object"
    """One piece of evidence; everything else in the project can be read."""

    HISTORY = "history"
    """The chain of the history: an entry was altered, moved or removed; other data is whole."""


@dataclass(eq=False)
class ProjectMissingError(AppError):
    """There is no file at this path."""

    code: ClassVar[str] = "storage.project_missing"


@dataclass(eq=False)
class FolderMissingError(AppError):
    """The folder in which the project file shall be made does not exist; nothing was made."""

    code: ClassVar[str] = "storage.folder_missing"


@dataclass(eq=False)
class NotAProjectError(AppError):
    """The file is no project file: another kind of file, a folder, or an empty file.

    It was not changed.
    """

    code: ClassVar[str] = "storage.not_a_project"


@dataclass(eq=False)
class WrongSecretError(AppError):
    """The password opens none of the file's key slots; the slots themselves are whole.

    The file was not changed.
    """

    code: ClassVar[str] = "storage.wrong_secret"


@dataclass(eq=False)
class EmptySecretError(AppError):
    """An empty password protects nothing, so none is accepted; nothing was changed."""

    code: ClassVar[str] = "storage.empty_secret"


@dataclass(eq=False)
class DamagedProjectError(AppError):
    """The file is damaged or was tampered with; nothing of the bad part was handed out.

    The file was not changed. With part `object` only that piece of evidence is lost, with part
    `history` only the proof of who did what.
    """

    code: ClassVar[str] = "storage.damaged"
    part: DamagedPart


@dataclass(eq=False)
class TruncatedProjectError(AppError):
    """The file ends too early, as after a copy that was broken off; it was not changed."""

    code: ClassVar[str] = "storage.truncated"


@dataclass(eq=False)
class NewerProjectError(AppError):
    """The file was written by a newer version of the program, which this one cannot read.

    It was not changed.
    """

    code: ClassVar[str] = "storage.newer_version"
    needed: int
    """The version of the format, or of the inner tables, that a program must know."""
    supported: int
    """The newest that this program knows."""


@dataclass(eq=False)
class ProjectBusyError(AppError):
    """Another program or window has the file open; it was not touched."""

    code: ClassVar[str] = "storage.busy"


@dataclass(eq=False)
class ReadOnlyStorageError(AppError):
    """Nothing can be written, and nothing was changed.

    The medium, the folder or the file is write-protected, or the project was opened for reading
    only.
    """

    code: ClassVar[str] = "storage.read_only"


@dataclass(eq=False)
class UnfinishedWriteError(AppError):
    """The last program to write the file was killed in the middle, and its undo record waits.

    Opening it once for writing restores the last saved state; for reading only it cannot be.
    """

    code: ClassVar[str] = "storage.unfinished_write"


@dataclass(eq=False)
class StorageFullError(AppError):
    """The medium is full; the project stands as it was last saved."""

    code: ClassVar[str] = "storage.full"


@dataclass(eq=False)
class DeviceFailedError(AppError):
    """The system failed to read or write.

    The drive was pulled out or is faulty, the network is gone, or the file would outgrow what the
    drive allows (4 GiB on FAT32). What was last saved is still in the file as far as the drive
    keeps it; the change at hand was not saved. When nobody can tell what the drive kept, nothing
    more is written until the project is closed and opened again.
    """

    code: ClassVar[str] = "storage.device_failed"


@dataclass(eq=False)
class ProjectExistsError(AppError):
    """There is a file of this name already; it was not touched and no project was made."""

    code: ClassVar[str] = "storage.exists"


@dataclass(eq=False)
class KdfCostError(AppError):
    """The cost of deriving a key lies outside of what is sane, so nothing was derived.

    In a file it means that the file was made to exhaust this computer's memory or time.
    """

    code: ClassVar[str] = "storage.kdf_cost"


@dataclass(eq=False)
class NameRefusedError(AppError):
    """The system accepts no file of this name: too long, or with signs that it forbids."""

    code: ClassVar[str] = "storage.name_refused"


@dataclass(eq=False)
class AccessDeniedError(AppError):
    """The system refuses access to the file or its folder to this user."""

    code: ClassVar[str] = "storage.access_denied"


@dataclass(eq=False)
class ObjectMissingError(AppError):
    """The project holds no piece of evidence of this number."""

    code: ClassVar[str] = "storage.object_missing"
    object_id: int


@dataclass(eq=False)
class StorageCancelledError(AppError):
    """Taking a file in was stopped on request; nothing of it was kept."""

    code: ClassVar[str] = "storage.cancelled"
