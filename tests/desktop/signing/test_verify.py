import io
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import (
    PdfCMSEmbedder,
    SigIOSetup,
    SigMDPSetup,
    SigObjSetup,
)
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from desktop.signing import pdf_writing
from desktop.signing.errors import NotAPdfError, UnreadableFileError
from desktop.signing.report import ProblemCode, SignatureReport
from desktop.signing.sign_pdf import sign
from desktop.signing.verify import verify
from tests.support.sample_pdf import plain_pdf, rewritten
from tests.support.test_pki import SIGNED_AT, SIGNER, identity, issued_identity, other_identity


@cache
def package() -> bytes:
    target = io.BytesIO()
    sign(io.BytesIO(plain_pdf()), target, identity(), SIGNED_AT)
    return target.getvalue()


def report_on(pdf: bytes) -> SignatureReport:
    return verify(io.BytesIO(pdf))


def detected(pdf: bytes) -> bool:
    try:
        return not report_on(pdf).intact
    except NotAPdfError:
        return True


def gap_of(pdf: bytes) -> tuple[int, int]:
    """Where the container lies, with its angle brackets."""
    start = pdf.index(b"/Contents <") + len(b"/Contents ")
    return start, pdf.index(b">", start) + 1


def test_an_untouched_package_is_intact_and_tells_who_signed_it_when() -> None:
    report = report_on(package())
    assert report.problems == ()
    assert report.intact
    assert report.certificate_valid_at_signing
    assert report.certificate_self_signed
    assert report.signature_count == 1
    assert report.signer_name == SIGNER
    assert report.fingerprint_sha256 == identity().fingerprint_sha256
    assert report.signed_at == SIGNED_AT
    assert report.certificate_not_after == identity().not_after


def test_verifying_twice_the_same_open_file_gives_the_same_report() -> None:
    opened = io.BytesIO(package())
    assert verify(opened) == verify(opened)


def flips() -> list[int]:
    """100 bit offsets: 60 over the signed parts, 30 in the container, 10 in its padding."""
    pdf = package()
    start, end = gap_of(pdf)
    digits = len(pdf[start:end].rstrip(b"0>"))
    signed = [at for at in range(len(pdf)) if not start <= at < end]
    places = [signed[len(signed) * number // 60] for number in range(60)]
    places += [start + digits * number // 30 for number in range(30)]
    places += [start + digits + 1 + number * 1000 for number in range(10)]
    return [place * 8 + number % 8 for number, place in enumerate(places)]


@pytest.mark.parametrize("number", range(100))
def test_every_flipped_bit_is_detected(number: int) -> None:
    bit = flips()[number]
    altered = bytearray(package())
    altered[bit // 8] ^= 1 << (bit % 8)
    assert detected(bytes(altered))


def test_an_altered_byte_of_the_content_is_named_so() -> None:
    altered = bytearray(package())
    at = package().index(b"%", 5)
    altered[at + 1] ^= 4
    assert ProblemCode.CONTENT_ALTERED in report_on(bytes(altered)).problems


def test_an_altered_container_is_named_so() -> None:
    start, end = gap_of(package())
    container = package()[start:end].replace(b"020101310F", b"020103310F", 1)
    altered = package()[:start] + container + package()[end:]
    assert altered != package()
    assert report_on(altered).problems == (ProblemCode.FOREIGN_CONTAINER,)


def test_an_altered_signature_value_is_named_so() -> None:
    start, end = gap_of(package())
    container = bytearray(package()[start:end])
    last = len(container.rstrip(b"0>")) - 3
    container[last] = ord("1") if container[last] != ord("1") else ord("2")
    altered = package()[:start] + bytes(container) + package()[end:]
    assert ProblemCode.SIGNATURE_INVALID in report_on(altered).problems


def test_something_hidden_in_the_padding_is_found() -> None:
    _, end = gap_of(package())
    altered = package()[: end - 9] + b"DEADBEEF" + package()[end - 1 :]
    assert ProblemCode.FOREIGN_CONTAINER in report_on(altered).problems


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"% note", b"PK\x03\x04" * 50])
def test_appended_bytes_are_found(tail: bytes) -> None:
    assert report_on(package() + tail).problems == (ProblemCode.BYTES_APPENDED,)


def test_a_second_end_marker_is_found() -> None:
    assert detected(package() + b"%%EOF\n")


def updated(change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(package()))
    change(writer)
    written = io.BytesIO()
    writer.write(written)  # type: ignore[no-untyped-call]  # pyHanko's
    return written.getvalue()


def replace_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    stream = generic.StreamObject(stream_data=b"BT ET")
    page["/Contents"] = writer.add_object(stream)
    writer.update_container(page)


def add_note(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][1]
    note = generic.DictionaryObject(  # type: ignore[no-untyped-call]  # pyHanko's
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Text"),
            generic.pdf_name("/Contents"): generic.pdf_string("示例批注"),
        }
    )
    page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def change_title(writer: IncrementalPdfFileWriter) -> None:
    details = writer.trailer["/Info"]
    details["/Title"] = generic.pdf_string("示例新标题")
    writer.update_container(details)


def drop_form(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/AcroForm"]
    writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko's


@pytest.mark.parametrize("change", [replace_page, add_note, change_title])
def test_an_incremental_update_is_found(
    change: Callable[[IncrementalPdfFileWriter], None],
) -> None:
    assert report_on(updated(change)).problems == (ProblemCode.UPDATED_AFTER_SIGNING,)


def test_an_update_that_hides_the_signature_leaves_an_unsigned_file() -> None:
    assert report_on(updated(drop_form)).problems == (ProblemCode.UNSIGNED,)


def signed_otherwise(pdf: bytes, field_name: str, mdp: SigMDPSetup | None) -> bytes:
    """A signature of another kind than that of a package, or a further one."""
    target = io.BytesIO(pdf)
    writer = IncrementalPdfFileWriter(target)
    embedding: Generator[Any, Any, None] = PdfCMSEmbedder().write_cms(field_name, writer)
    next(embedding)
    placeholder = SignatureObject(timestamp=SIGNED_AT, subfilter=SigSeedSubFilter.PADES)
    embedding.send(SigObjSetup(sig_placeholder=placeholder, mdp_setup=mdp))
    prepared, _ = embedding.send(SigIOSetup(md_algorithm="sha256", in_place=True))
    embedding.send(pdf_writing._container(prepared.document_digest, identity()))
    return target.getvalue()


def test_a_second_signature_is_found() -> None:
    report = report_on(signed_otherwise(package(), "second", None))
    assert report.signature_count == 2
    assert ProblemCode.SEVERAL_SIGNATURES in report.problems
    assert not report.intact


@pytest.mark.parametrize(
    "mdp",
    [None, SigMDPSetup("sha256", certify=True, docmdp_perms=MDPPerm.FILL_FORMS)],
    ids=["approval only", "allows forms"],
)
def test_a_signature_that_allows_changes_is_not_enough(mdp: SigMDPSetup | None) -> None:
    report = report_on(signed_otherwise(plain_pdf(), "only", mdp))
    assert report.problems == (ProblemCode.NOT_CERTIFYING,)
    assert not report.intact


def test_whoever_signs_anew_is_betrayed_by_the_fingerprint_alone() -> None:
    target = io.BytesIO()
    sign(io.BytesIO(plain_pdf()), target, other_identity(), SIGNED_AT)
    report = verify(target)
    assert report.intact
    assert report.signer_name == SIGNER
    assert report.fingerprint_sha256 != identity().fingerprint_sha256


def test_the_container_of_another_package_does_not_fit() -> None:
    target = io.BytesIO()
    sign(io.BytesIO(plain_pdf(3)), target, identity(), SIGNED_AT)
    start, end = gap_of(package())
    foreign_start, foreign_end = gap_of(target.getvalue())
    container = target.getvalue()[foreign_start:foreign_end]
    spliced = package()[:start] + container + package()[end:]
    assert report_on(spliced).problems == (ProblemCode.CONTENT_ALTERED,)


def test_an_empty_container_is_unreadable() -> None:
    start, end = gap_of(package())
    emptied = package()[: start + 1] + b"0" * (end - start - 2) + package()[end - 1 :]
    report = report_on(emptied)
    assert report.problems == (ProblemCode.SIGNATURE_UNREADABLE,)
    assert report.signature_count == 1


@pytest.mark.parametrize(
    "numbers", [b"0 10 5 20", b"0 10 20", b"1 10 20 30", b"0 9 -5 3", b"0 9 99 9999999", b""]
)
def test_a_range_that_cannot_be_is_named_so(numbers: bytes) -> None:
    start = package().index(b"/ByteRange [") + len(b"/ByteRange [")
    end = package().index(b"]", start)
    altered = package()[:start] + numbers.ljust(end - start) + package()[end:]
    assert ProblemCode.PARTLY_COVERED in report_on(altered).problems


def test_an_unsigned_file_is_named_so() -> None:
    report = report_on(plain_pdf())
    assert report.problems == (ProblemCode.UNSIGNED,)
    assert report.signature_count == 0
    assert not report.intact


def test_a_file_cut_back_to_before_the_signature_is_unsigned() -> None:
    assert report_on(package()[: len(plain_pdf())]).problems == (ProblemCode.UNSIGNED,)


@pytest.mark.parametrize("missing", [1, 2, 10, 700, 20_000])
def test_a_truncated_file_is_not_intact(missing: int) -> None:
    report = report_on(package()[:-missing])
    assert not report.intact
    assert set(report.problems) & {
        ProblemCode.DAMAGED_STRUCTURE,
        ProblemCode.PARTLY_COVERED,
        ProblemCode.SIGNATURE_UNREADABLE,
    }


def test_a_file_rewritten_by_another_program_is_not_intact() -> None:
    problems = report_on(rewritten(package())).problems
    assert set(problems) & {ProblemCode.PARTLY_COVERED, ProblemCode.CONTENT_ALTERED}


def test_bytes_before_the_beginning_are_found() -> None:
    assert detected(b"\n" + package())


def test_an_encrypted_file_is_named_so() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_pdf())) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="示例口令", user="示例口令"))
    assert report_on(locked.getvalue()).problems == (ProblemCode.ENCRYPTED,)


def test_a_certificate_issued_by_another_is_told_apart() -> None:
    target = io.BytesIO()
    sign(io.BytesIO(plain_pdf()), target, issued_identity(2048), SIGNED_AT)
    report = verify(target)
    assert report.intact
    assert not report.certificate_self_signed


def test_a_short_key_is_named() -> None:
    target = io.BytesIO()
    sign(io.BytesIO(plain_pdf()), target, issued_identity(1024), SIGNED_AT)
    report = verify(target)
    assert report.problems == (ProblemCode.WEAK_KEY,)
    assert not report.intact


def test_a_certificate_that_was_out_of_time_leaves_the_content_proven_intact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.signing.identity.SigningIdentity.check_usable_at", ignore_time)
    for signed_at, problem in (
        (datetime(2029, 3, 1, 8, 0, 1, tzinfo=UTC), ProblemCode.CERTIFICATE_EXPIRED),
        (datetime(2026, 3, 1, 7, 59, 59, tzinfo=UTC), ProblemCode.CERTIFICATE_NOT_YET_VALID),
    ):
        target = io.BytesIO()
        sign(io.BytesIO(plain_pdf()), target, identity(), signed_at)
        report = verify(target)
        assert report.problems == (problem,)
        assert report.intact
        assert not report.certificate_valid_at_signing


def ignore_time(_identity: object, _signed_at: datetime) -> None:
    """What a program that does not look at the certificate's time does."""


def test_what_is_no_pdf_is_refused() -> None:
    for content in (b"", b"%PDF", b"PK\x03\x04", bytes(5000)):
        with pytest.raises(NotAPdfError):
            report_on(content)


def test_a_file_that_cannot_be_read_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("locked") / "package.pdf"
    path.write_bytes(package())
    with path.open("ab") as unreadable, pytest.raises(UnreadableFileError):
        verify(unreadable)


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_rubbish_behind_a_header_never_raises(rubbish: bytes) -> None:
    assert not report_on(b"%PDF-1.7\n" + rubbish).intact


@given(
    at=st.integers(min_value=8, max_value=len(plain_pdf()) + 34_000),
    replaced=st.integers(min_value=0, max_value=60),
    rubbish=st.binary(max_size=60),
)
@settings(max_examples=150, deadline=None)
def test_no_replaced_piece_goes_unnoticed_or_raises(at: int, replaced: int, rubbish: bytes) -> None:
    altered = package()[:at] + rubbish + package()[at + replaced :]
    assert report_on(altered).intact == (altered == package())
