"""Failures of use cases: files that come in, files that go out, jobs that are stopped."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.errors import AppError


@dataclass(eq=False)
class CancelledJobError(AppError):
    """The user stopped a job; everything is as it was before it began."""

    code: ClassVar[str] = "services.cancelled"


@dataclass(eq=False)
class ReadOnlyProjectError(AppError):
    """The project was opened for reading only; the change was not made."""

    code: ClassVar[str] = "services.read_only"


@dataclass(eq=False)
class SourceMissingError(AppError):
    """A file to be attached is not there (any more); nothing was attached."""

    code: ClassVar[str] = "services.source_missing"
    file_name: str


@dataclass(eq=False)
class SourceNotFileError(AppError):
    """What was to be attached is a folder or a device; nothing was attached."""

    code: ClassVar[str] = "services.source_not_file"
    file_name: str


@dataclass(eq=False)
class SourceEmptyError(AppError):
    """A file to be attached has no content; nothing was attached."""

    code: ClassVar[str] = "services.source_empty"
    file_name: str


@dataclass(eq=False)
class SourceUnreadableError(AppError):
    """A file to be attached cannot be read: locked by another program, or no permission."""

    code: ClassVar[str] = "services.source_unreadable"
    file_name: str


@dataclass(eq=False)
class SourceChangedError(AppError):
    """A file changed while it was being read; nothing was attached."""

    code: ClassVar[str] = "services.source_changed"
    file_name: str


@dataclass(eq=False)
class SourceIsProjectError(AppError):
    """A project file was to be attached as evidence; nothing was attached."""

    code: ClassVar[str] = "services.source_is_project"
    file_name: str


@dataclass(eq=False)
class OutputFolderMissingError(AppError):
    """The folder for a new file does not exist; nothing was written."""

    code: ClassVar[str] = "services.output_folder_missing"


@dataclass(eq=False)
class OutputRefusedError(AppError):
    """The folder or the file cannot be written: read-only, no permission, or in use elsewhere."""

    code: ClassVar[str] = "services.output_refused"


@dataclass(eq=False)
class OutputDiskFullError(AppError):
    """No room for a new file; what was there before is untouched."""

    code: ClassVar[str] = "services.output_disk_full"


@dataclass(eq=False)
class OutputProtectedError(AppError):
    """The target is a project file or a folder; it was not overwritten."""

    code: ClassVar[str] = "services.output_protected"


@dataclass(eq=False)
class OutputNameError(AppError):
    """The file name is too long or not allowed; nothing was written."""

    code: ClassVar[str] = "services.output_name"


@dataclass(eq=False)
class UndecidedEvidenceError(AppError):
    """Linked evidence has no disclosure level, so no package was built."""

    code: ClassVar[str] = "services.undecided_evidence"
    evidence: tuple[str, ...]
    """Number and title of each item."""


@dataclass(eq=False)
class BlockingFindingsError(AppError):
    """The pre-check found errors other than undecided evidence; no package was built."""

    code: ClassVar[str] = "services.blocking_findings"
    findings: tuple[str, ...]


@dataclass(eq=False)
class PackageUnsoundError(AppError):
    """The package that was just written did not pass its own verification; it was removed."""

    code: ClassVar[str] = "services.package_unsound"
    problems: tuple[str, ...]


@dataclass(eq=False)
class CompanyFileError(AppError):
    """The company file cannot be read as a JSON object in UTF-8; nothing was created."""

    code: ClassVar[str] = "services.company_file"


@dataclass(eq=False)
class UnknownRubricError(AppError):
    """This program carries no rubric edition of that id, or one whose data is damaged."""

    code: ClassVar[str] = "services.unknown_rubric"
    rubric_id: str


@dataclass(eq=False)
class ProjectLacksAssessmentError(AppError):
    """The project file opens but holds no assessment: it was made by another program."""

    code: ClassVar[str] = "services.no_assessment"


@dataclass(eq=False)
class UnknownLevelError(AppError):
    """The word is none of the disclosure levels."""

    code: ClassVar[str] = "services.unknown_level"
    word: str


@dataclass(eq=False)
class NoSuchLinkError(AppError):
    """The evidence item is not linked to this criterion."""

    code: ClassVar[str] = "services.no_such_link"
    evidence_id: str
    criterion_id: str


@dataclass(eq=False)
class NoUndertakingError(AppError):
    """The rubric edition of this project has no paper of that kind."""

    code: ClassVar[str] = "services.no_undertaking"
    kind: str


@dataclass(eq=False)
class PackageFileMissingError(AppError):
    """The file to be verified is not there."""

    code: ClassVar[str] = "services.package_missing"


@dataclass(eq=False)
class PackageFileUnreadableError(AppError):
    """The file to be verified cannot be read: a folder, locked, or no permission."""

    code: ClassVar[str] = "services.package_unreadable"


@dataclass(eq=False)
class PreviewUnavailableError(AppError):
    """A file has no pages that can be shown here; the file itself is unharmed."""

    code: ClassVar[str] = "services.preview_unavailable"
    reason: str
    """Chinese words, from the outcomes of evidence files."""
