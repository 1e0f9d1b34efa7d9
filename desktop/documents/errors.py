"""Failures of making and reading the pages of a volume."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.errors import AppError


@dataclass(eq=False)
class AssemblyCancelledError(AppError):
    """The user stopped the joining of a volume; nothing usable was written."""

    code: ClassVar[str] = "documents.cancelled"


@dataclass(eq=False)
class DamagedPdfError(AppError):
    """A PDF that should be read or joined is cut off, altered or no PDF at all."""

    code: ClassVar[str] = "documents.damaged_pdf"


@dataclass(eq=False)
class LockedPdfError(AppError):
    """A PDF that should be read is protected by a password; packages never are."""

    code: ClassVar[str] = "documents.locked_pdf"


@dataclass(eq=False)
class UnreadablePdfError(AppError):
    """The operating system failed to read a PDF: it is missing, locked, or the drive is faulty."""

    code: ClassVar[str] = "documents.unreadable_pdf"
    os_code: int
    """The operating system's error number; 0 when it gave none."""


@dataclass(eq=False)
class AttachmentNameError(AppError):
    """A file cannot be embedded under this name: it is empty, holds a path, or is taken already."""

    code: ClassVar[str] = "documents.attachment_name"
    name: str


@dataclass(eq=False)
class AttachmentMissingError(AppError):
    """The PDF embeds no file of this name, so it is no whole package of this program."""

    code: ClassVar[str] = "documents.attachment_missing"
    name: str


@dataclass(eq=False)
class AttachmentDamagedError(AppError):
    """A file embedded in the PDF cannot be unpacked, or unpacks to more than is allowed."""

    code: ClassVar[str] = "documents.attachment_damaged"
    name: str
