"""Failures of signing and of reading signatures."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desktop.errors import AppError


@dataclass(eq=False)
class NotAPdfError(AppError):
    """The file does not begin like a PDF at all, so there is nothing to sign or to verify."""

    code: ClassVar[str] = "signing.not_a_pdf"


@dataclass(eq=False)
class UnreadableFileError(AppError):
    """The operating system failed to read the file: the drive is gone or faulty, or locked."""

    code: ClassVar[str] = "signing.unreadable"
    os_code: int
    """The operating system's error number; 0 when it gave none."""


@dataclass(eq=False)
class UnwritableFileError(AppError):
    """The signed file could not be written, most often because the drive is full.

    What was written so far is no package and must be thrown away.
    """

    code: ClassVar[str] = "signing.unwritable"
    os_code: int
    """The operating system's error number; 0 when it gave none."""


@dataclass(eq=False)
class EncryptedPdfError(AppError):
    """The PDF to be signed is protected by a password, and such a file is not signed."""

    code: ClassVar[str] = "signing.encrypted_pdf"


@dataclass(eq=False)
class AlreadySignedError(AppError):
    """The PDF carries a signature already; a certifying signature must be the first and only."""

    code: ClassVar[str] = "signing.already_signed"
    signature_count: int


@dataclass(eq=False)
class UnsignablePdfError(AppError):
    """The PDF's inner structure is damaged or irregular, so that no signature can be added."""

    code: ClassVar[str] = "signing.unsignable_pdf"


@dataclass(eq=False)
class IdentityNameError(AppError):
    """No certificate can be made from this name: it is empty or holds control characters."""

    code: ClassVar[str] = "signing.identity_name"
    field_name: str
    """Which argument is at fault: common_name or organisation."""


@dataclass(eq=False)
class DamagedIdentityError(AppError):
    """The stored key or certificate cannot be read, or they do not belong together."""

    code: ClassVar[str] = "signing.damaged_identity"


@dataclass(eq=False)
class IdentityNotYetValidError(AppError):
    """The certificate becomes valid only after the signing time: the computer's clock is behind.

    Nothing was signed.
    """

    code: ClassVar[str] = "signing.identity_not_yet_valid"
    not_before: datetime
    signed_at: datetime


@dataclass(eq=False)
class IdentityExpiredError(AppError):
    """The certificate's time is over at the signing time; a new one must be made first.

    Nothing was signed.
    """

    code: ClassVar[str] = "signing.identity_expired"
    not_after: datetime
    signed_at: datetime


@dataclass(eq=False)
class SigningCancelledError(AppError):
    """The user stopped the signing; the unfinished output must be thrown away."""

    code: ClassVar[str] = "signing.cancelled"
