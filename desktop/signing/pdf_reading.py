"""Reads a signature out of a PDF and tests it; every byte may have been put there by an enemy."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from desktop.signing.certificate import CertificateFacts, read_certificate
from desktop.signing.cms_container import assemble, take_apart
from desktop.signing.errors import UnreadableFileError
from desktop.signing.hostile_input import DAMAGED_CONTENT, is_damage
from desktop.signing.quiet_logging import silence_pdf_library
from desktop.signing.report import ProblemCode, SignatureReport

LEAST_RSA_BITS = 2048
LONGEST_CONTAINER = 1024 * 1024
"""Bytes that the hexadecimal container may take in the file; ours takes 32 KiB."""
HASH_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class _Examined:
    """A signature in the file under examination."""

    source: BinaryIO
    size: int
    reader: PdfFileReader
    signature: EmbeddedPdfSignature


@dataclass(frozen=True)
class _SignedRange:
    """Signed are the bytes before `gap` and those from `resume` to `end`."""

    gap: int
    resume: int
    end: int


def examine(source: BinaryIO, size: int) -> SignatureReport:
    """The findings about a file of `size` bytes that begins like a PDF.

    Raises:
        UnreadableFileError: the system failed to read it.
    """
    silence_pdf_library()
    try:
        return _examine(source, size)
    except OSError as error:
        if not is_damage(error):
            raise UnreadableFileError(os_code=error.errno or 0) from None
    except DAMAGED_CONTENT:
        pass  # falls through to the report below
    return _report(0, {ProblemCode.DAMAGED_STRUCTURE})


def _examine(source: BinaryIO, size: int) -> SignatureReport:
    reader = PdfFileReader(source, strict=True)
    if reader.encrypted:
        return _report(0, {ProblemCode.ENCRYPTED})
    fields = [found[2] for found in enumerate_sig_fields(reader, filled_status=True)]
    if not fields:
        return _report(0, {ProblemCode.UNSIGNED})
    problems = {ProblemCode.SEVERAL_SIGNATURES} if len(fields) > 1 else set[ProblemCode]()
    try:
        signature = EmbeddedPdfSignature(reader, fields[0], "")
        examined = _Examined(source, size, reader, signature)
        return _test(examined, len(fields), problems)
    except DAMAGED_CONTENT:
        return _report(len(fields), problems | {ProblemCode.SIGNATURE_UNREADABLE})


def _test(examined: _Examined, count: int, problems: set[ProblemCode]) -> SignatureReport:
    certificate, attributes, value = take_apart(examined.signature.pkcs7_content)
    facts = read_certificate(certificate)
    signed_at = _signed_at(examined.signature)
    signed_range = _signed_range(examined)
    if signed_range is None:
        problems |= {ProblemCode.PARTLY_COVERED}
    else:
        container = assemble(certificate, attributes, value)
        problems |= _container_problems(examined, signed_range, container)
        problems |= _coverage_problems(examined, signed_range)
        problems |= _integrity_problems(examined, signed_range)
    problems |= _certification_problems(examined)
    problems |= _certificate_problems(facts, signed_at)
    return _report(count, problems, facts, signed_at)


def _signed_range(examined: _Examined) -> _SignedRange | None:
    """The range as stated, if it is one that can be tested at all."""
    numbers = [int(number) for number in examined.signature.byte_range]
    if len(numbers) != 4:  # noqa: PLR2004  (two pairs of offset and length, by the PDF standard)
        return None
    start, gap, resume, rest = numbers
    stated = _SignedRange(gap=gap, resume=resume, end=resume + rest)
    in_order = start == 0 and 0 < gap < resume <= stated.end <= examined.size
    return stated if in_order and resume - gap <= LONGEST_CONTAINER else None


def _container_problems(
    examined: _Examined, signed_range: _SignedRange, container: bytes
) -> set[ProblemCode]:
    """The gap holds the container in our form and nothing else, not even other padding."""
    length = signed_range.resume - signed_range.gap
    examined.source.seek(signed_range.gap)
    written = examined.source.read(length)
    digits = container.hex().upper().encode("ascii").ljust(length - 2, b"0")
    dictionary = examined.signature.sig_object
    ours = (
        written == b"<" + digits + b">"
        and dictionary.get("/Type") == "/Sig"
        and dictionary.get("/SubFilter") == SigSeedSubFilter.PADES.value
        and examined.signature.pkcs7_content.rstrip(b"\0") == container.rstrip(b"\0")
    )
    return set() if ours else {ProblemCode.FOREIGN_CONTAINER}


def _coverage_problems(examined: _Examined, signed_range: _SignedRange) -> set[ProblemCode]:
    if signed_range.end < examined.size:
        newest = examined.reader.xrefs.total_revisions - 1
        if newest > examined.signature.signed_revision:
            return {ProblemCode.UPDATED_AFTER_SIGNING}
        return {ProblemCode.BYTES_APPENDED}
    coverage = examined.signature.evaluate_signature_coverage()
    whole = coverage == SignatureCoverageLevel.ENTIRE_FILE
    return set() if whole else {ProblemCode.PARTLY_COVERED}


def _integrity_problems(examined: _Examined, signed_range: _SignedRange) -> set[ProblemCode]:
    signature = examined.signature
    digest = _digest(examined.source, signed_range)
    try:
        intact, valid = validate_sig_integrity(
            signature.signer_info, signature.signer_cert, "data", digest
        )
    except SignatureValidationError:
        return {ProblemCode.SIGNATURE_INVALID}
    problems = set[ProblemCode]()
    if not intact:
        problems.add(ProblemCode.CONTENT_ALTERED)
    if not valid:
        problems.add(ProblemCode.SIGNATURE_INVALID)
    return problems


def _digest(source: BinaryIO, signed_range: _SignedRange) -> bytes:
    digest = hashlib.sha256()
    for start, end in ((0, signed_range.gap), (signed_range.resume, signed_range.end)):
        source.seek(start)
        missing = end - start
        while chunk := source.read(min(HASH_CHUNK, missing)):
            digest.update(chunk)
            missing -= len(chunk)
    return digest.digest()


def _certification_problems(examined: _Examined) -> set[ProblemCode]:
    """The catalogue names this very signature as the one that forbids all changes."""
    stated = examined.signature.sig_field.raw_get("/V")
    try:
        certifying = examined.reader.root["/Perms"].raw_get("/DocMDP")
    except KeyError:
        return {ProblemCode.NOT_CERTIFYING}
    certifies = (
        isinstance(certifying, IndirectObject)
        and certifying.reference == stated.reference
        and examined.signature.docmdp_level == MDPPerm.NO_CHANGES
    )
    return set() if certifies else {ProblemCode.NOT_CERTIFYING}


def _certificate_problems(facts: CertificateFacts, signed_at: datetime | None) -> set[ProblemCode]:
    problems = set[ProblemCode]()
    if facts.rsa_bits < LEAST_RSA_BITS:
        problems.add(ProblemCode.WEAK_KEY)
    if signed_at is None:
        problems.add(ProblemCode.SIGNING_TIME_MISSING)
    elif signed_at < facts.not_before:
        problems.add(ProblemCode.CERTIFICATE_NOT_YET_VALID)
    elif signed_at > facts.not_after:
        problems.add(ProblemCode.CERTIFICATE_EXPIRED)
    return problems


def _signed_at(signature: EmbeddedPdfSignature) -> datetime | None:
    """The claimed time; a date without its offset from UTC is none."""
    try:
        stated = signature.self_reported_timestamp
    except DAMAGED_CONTENT:
        return None
    if isinstance(stated, datetime) and stated.utcoffset() is not None:
        return stated
    return None


def _report(
    count: int,
    problems: Iterable[ProblemCode],
    facts: CertificateFacts | None = None,
    signed_at: datetime | None = None,
) -> SignatureReport:
    found = frozenset(problems)
    ordered = tuple(code for code in ProblemCode if code in found)
    if facts is None:
        return SignatureReport(count, ordered)
    return SignatureReport(
        signature_count=count,
        problems=ordered,
        signer_name=facts.subject_name,
        fingerprint_sha256=facts.fingerprint_sha256,
        signed_at=signed_at,
        certificate_self_signed=facts.self_signed,
        certificate_not_before=facts.not_before,
        certificate_not_after=facts.not_after,
    )
