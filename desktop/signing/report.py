"""What a verification found."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class ProblemCode(Enum):
    """Everything that can be wrong with a package's signature."""

    DAMAGED_STRUCTURE = "damaged_structure"
    """The file begins like a PDF but cannot be read: cut short or damaged."""
    ENCRYPTED = "encrypted"
    """The file is protected by a password; packages never are."""
    UNSIGNED = "unsigned"
    """The file carries no signature: it never did, or a program that rewrote it dropped it."""
    SEVERAL_SIGNATURES = "several_signatures"
    """There is more than one signature; a package has exactly one."""
    SIGNATURE_UNREADABLE = "signature_unreadable"
    """There is a signature, but its container or certificate cannot be read."""
    FOREIGN_CONTAINER = "foreign_container"
    """The container differs from the form this program writes: altered, or of another program."""
    NOT_CERTIFYING = "not_certifying"
    """The signature does not forbid every later change, as that of a package does."""
    CONTENT_ALTERED = "content_altered"
    """The content differs from what was signed."""
    SIGNATURE_INVALID = "signature_invalid"
    """The signature does not fit the certificate's key."""
    PARTLY_COVERED = "partly_covered"
    """The signature leaves out parts of the file or reaches beyond it."""
    BYTES_APPENDED = "bytes_appended"
    """Bytes follow behind the signed file."""
    UPDATED_AFTER_SIGNING = "updated_after_signing"
    """The document was changed after signing: pages, notes, or details were added or replaced."""
    WEAK_KEY = "weak_key"
    """The certificate's key is shorter than 2048 bits or of an unexpected kind."""
    SIGNING_TIME_MISSING = "signing_time_missing"
    """The signature states no usable time."""
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    """The stated signing time lies before the certificate's time. Not about integrity."""
    CERTIFICATE_EXPIRED = "certificate_expired"
    """The stated signing time lies after the certificate's time. Not about integrity."""


TIME_PROBLEMS = frozenset(
    {
        ProblemCode.SIGNING_TIME_MISSING,
        ProblemCode.CERTIFICATE_NOT_YET_VALID,
        ProblemCode.CERTIFICATE_EXPIRED,
    }
)
"""Problems that leave the content proven unchanged."""


@dataclass(frozen=True)
class SignatureReport:
    """The result of verifying one file; it says nothing about who the signer really is.

    A self-signed certificate proves integrity only. Whoever wants more compares
    `fingerprint_sha256` with the one received by another way.
    """

    signature_count: int
    problems: tuple[ProblemCode, ...]
    """Without repetition, in the order of ProblemCode; empty when all is well."""
    signer_name: str = ""
    """As the certificate states it; empty when unknown. Unproven, and not to be believed when
    not intact."""
    fingerprint_sha256: str = ""
    """64 lower-case hexadecimal digits of the certificate; empty when unknown."""
    signed_at: datetime | None = None
    """The signer's own claim, aware."""
    certificate_self_signed: bool = False
    certificate_not_before: datetime | None = None
    certificate_not_after: datetime | None = None

    @property
    def intact(self) -> bool:
        """Exactly one certifying signature, and not a byte of the file differs from what it signed.

        Independent of the certificate's time, for which see `certificate_valid_at_signing`.
        """
        return self.signature_count == 1 and TIME_PROBLEMS.issuperset(self.problems)

    @property
    def certificate_valid_at_signing(self) -> bool:
        """Whether the stated signing time lies within the certificate's time."""
        return (
            self.signed_at is not None
            and self.certificate_not_before is not None
            and self.certificate_not_after is not None
            and self.certificate_not_before <= self.signed_at <= self.certificate_not_after
        )
