"""Verifying a package: whole, by whom, and with a score that can be computed again.

Needs neither a project nor a password; imports nothing of the store.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from desktop.documents import package_reader
from desktop.domain.package_record import (
    RECORD_NAME,
    RECORD_VERSION,
    PackageRecord,
    score_record,
)
from desktop.errors import AppError
from desktop.services.errors import PackageFileMissingError, PackageFileUnreadableError
from desktop.services.verification_problems import (
    Problem,
    ProblemKind,
    problem,
    signature_problem,
)
from desktop.signing.report import SignatureReport
from desktop.signing.verify import verify
from rubric import catalogue
from rubric.errors import RubricError
from rubric.points import Tenths


@dataclass(frozen=True)
class Verification:
    """What the verification of one file found.

    Attributes:
        intact: The strict rule: one certifying signature over the whole file, nothing changed
            since, the certificate is the one that the package names, its record and every
            embedded original agree, and its score can be computed again.
        signed_by: The name in the certificate; a self-made certificate proves no identity.
        fingerprint_sha256: Hex digest of the certificate, to be compared with the printed one.
        signed_at: By the signer's own clock.
        score_matches: The recorded facts give the recorded points.
        evidence_count: Evidence items inside the package.
    """

    intact: bool
    signed_by: str | None
    fingerprint_sha256: str | None
    signed_at: datetime | None
    score_matches: bool
    conservative: Tenths | None
    expected: Tenths | None
    evidence_count: int
    company: str
    problems: tuple[Problem, ...]


class VerificationService:
    """Reads packages; writes nothing."""

    def verify(self, path: Path) -> Verification:
        """Verify one file.

        Raises:
            PackageFileMissingError, PackageFileUnreadableError: It cannot be read at all.
        """
        try:
            with path.open("rb") as stream:
                return self.verify_stream(stream)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise PackageFileMissingError from error
        except OSError as error:
            raise PackageFileUnreadableError from error

    def verify_stream(self, stream: BinaryIO) -> Verification:
        """Verify what lies in an open, seekable file."""
        report = verify(stream)
        problems: list[Problem] = []
        record = _record(stream, problems)
        return _verification(stream, report, record, problems)


def _record(stream: BinaryIO, problems: list[Problem]) -> PackageRecord | None:
    try:
        data = package_reader.read_attachment(stream, RECORD_NAME)
        record = PackageRecord.model_validate_json(data)
    except AppError:
        problems.append(problem(ProblemKind.NO_RECORD))
        return None
    except ValidationError:
        problems.append(problem(ProblemKind.BAD_RECORD))
        return None
    if record.record_version > RECORD_VERSION:
        problems.append(problem(ProblemKind.NEWER_RECORD))
        return None
    return record


def _verification(
    stream: BinaryIO,
    report: SignatureReport,
    record: PackageRecord | None,
    problems: list[Problem],
) -> Verification:
    conservative = expected = None
    matches = False
    if record is not None:
        known = report.fingerprint_sha256  # without one, the report has said already why
        if known and record.fingerprint_sha256 != known:
            problems.append(problem(ProblemKind.OTHER_CERTIFICATE))
        problems.extend(_attachment_problems(stream, record))
        matches, conservative, expected = _recompute(record, problems)
    return Verification(
        intact=report.intact and not problems,
        signed_by=report.signer_name or None,
        fingerprint_sha256=report.fingerprint_sha256 or None,
        signed_at=report.signed_at,
        score_matches=matches,
        conservative=conservative,
        expected=expected,
        evidence_count=_inside(record),
        company=record.company if record else "",
        problems=(*(signature_problem(code) for code in report.problems), *problems),
    )


def _inside(record: PackageRecord | None) -> int:
    if record is None:
        return 0
    return sum(item.placement != "withheld" for item in record.evidence)


def _recompute(
    record: PackageRecord, problems: list[Problem]
) -> tuple[bool, Tenths | None, Tenths | None]:
    try:
        rubric = catalogue.load(record.rubric_id)
    except RubricError:
        problems.append(problem(ProblemKind.UNKNOWN_RUBRIC, record.rubric_id))
        return False, None, None
    if rubric.official_sha256 != record.rubric_sha256:
        problems.append(problem(ProblemKind.OTHER_RUBRIC_TEXT))
        return False, None, None
    try:
        sheet = record.recomputed(rubric)
    except KeyError:
        problems.append(problem(ProblemKind.BAD_RECORD))
        return False, None, None
    matches = score_record(sheet) == record.score
    if not matches:
        problems.append(problem(ProblemKind.SCORE_DIFFERS))
    return matches, sheet.conservative.total, sheet.expected.total


def _attachment_problems(stream: BinaryIO, record: PackageRecord) -> list[Problem]:
    found = []
    for item in record.evidence:
        if item.attachment is None:
            continue
        try:
            data = package_reader.read_attachment(stream, item.attachment)
        except AppError:
            found.append(problem(ProblemKind.ATTACHMENT_MISSING, item.label))
            continue
        if hashlib.sha256(data).hexdigest() != item.sha256:
            found.append(problem(ProblemKind.ATTACHMENT_DIFFERS, item.label))
    return found
