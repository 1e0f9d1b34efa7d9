import io
import logging
import socket  # noqa: TID251  (to prove that none is opened)
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pikepdf
import pytest
from typing_extensions import override

from desktop.signing.errors import (
    AlreadySignedError,
    EncryptedPdfError,
    IdentityExpiredError,
    NotAPdfError,
    SigningCancelledError,
    UnreadableFileError,
    UnsignablePdfError,
    UnwritableFileError,
)
from desktop.signing.sign_pdf import INTEGRITY_REASON, sign
from desktop.signing.verify import verify
from tests.support.sample_pdf import plain_pdf, rewritten
from tests.support.test_pki import SIGNED_AT, identity


def signed(pdf: bytes, signed_at: datetime = SIGNED_AT) -> bytes:
    target = io.BytesIO()
    sign(io.BytesIO(pdf), target, identity(), signed_at)
    return target.getvalue()


@pytest.mark.parametrize("object_streams", [True, False])
def test_poppler_calls_the_signature_valid_and_the_document_wholly_signed(
    tmp_path: Path, object_streams: bool
) -> None:
    package = tmp_path / "package.pdf"
    package.write_bytes(signed(rewritten(plain_pdf(), object_streams=object_streams)))
    said = subprocess.run(
        ["pdfsig", package], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "Not total document signed" not in said
    assert "ETSI.CAdES.detached" in said
    assert "SHA-256" in said
    assert "重庆示例精密机械有限公司" in said


def test_qpdf_finds_no_fault_in_the_signed_file(tmp_path: Path) -> None:
    package = tmp_path / "package.pdf"
    package.write_bytes(signed(plain_pdf()))
    subprocess.run(["qpdf", "--check", package], capture_output=True, check=True)


def test_the_document_stands_unchanged_at_the_beginning_of_the_signed_file() -> None:
    assert signed(plain_pdf()).startswith(plain_pdf())


def test_the_signature_certifies_forbids_changes_and_states_the_injected_time() -> None:
    with pikepdf.open(io.BytesIO(signed(plain_pdf()))) as document:
        signature = document.Root.Perms.DocMDP
        reference = signature.Reference[0]
        field = document.Root.AcroForm.Fields[0]
        assert str(signature.SubFilter) == "/ETSI.CAdES.detached"
        assert str(signature.Reason) == INTEGRITY_REASON == "完整性签名(防篡改)"
        assert str(signature.M) == "D:20260302093000Z"
        assert "/Location" not in signature
        assert int(reference.TransformParams.P) == 1
        assert [int(edge) for edge in field.Rect] == [0, 0, 0, 0]
        assert len(bytes(signature.Contents)) >= 16 * 1024


def test_details_of_the_document_are_left_alone() -> None:
    with (
        pikepdf.open(io.BytesIO(plain_pdf())) as before,
        pikepdf.open(io.BytesIO(signed(plain_pdf()))) as after,
    ):
        assert {key: str(value) for key, value in before.docinfo.items()} == {
            key: str(value) for key, value in after.docinfo.items()
        }
        assert "/Metadata" not in after.Root


def test_the_place_is_written_when_there_is_one() -> None:
    target = io.BytesIO()
    sign(io.BytesIO(plain_pdf()), target, identity(), SIGNED_AT, location="重庆市示例区")
    with pikepdf.open(target) as document:
        assert str(document.Root.Perms.DocMDP.Location) == "重庆市示例区"


def test_local_time_and_fractions_of_seconds_come_back_as_the_same_whole_second() -> None:
    here = timezone(timedelta(hours=8))
    report = verify(
        io.BytesIO(signed(plain_pdf(), datetime(2026, 3, 2, 17, 30, 0, 999, tzinfo=here)))
    )
    assert report.signed_at == SIGNED_AT


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        signed(plain_pdf(), SIGNED_AT.replace(tzinfo=None))


def test_an_expired_identity_signs_nothing() -> None:
    target = io.BytesIO()
    with pytest.raises(IdentityExpiredError):
        sign(io.BytesIO(plain_pdf()), target, identity(), datetime(2030, 1, 1, tzinfo=UTC))
    assert target.getvalue() == b""


def test_what_is_no_pdf_is_not_signed() -> None:
    with pytest.raises(NotAPdfError):
        signed(b"PK\x03\x04 a spreadsheet")


def test_a_signed_file_is_not_signed_again() -> None:
    with pytest.raises(AlreadySignedError) as refused:
        signed(signed(plain_pdf()))
    assert refused.value.signature_count == 1


def test_a_file_under_a_password_is_not_signed() -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_pdf())) as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="示例口令", user="示例口令"))
    with pytest.raises(EncryptedPdfError):
        signed(locked.getvalue())


@pytest.mark.parametrize("kept", [20, 300, 600])
def test_a_damaged_file_is_not_signed(kept: int) -> None:
    with pytest.raises(UnsignablePdfError):
        signed(plain_pdf()[:kept])


def test_progress_rises_to_the_total() -> None:
    seen: list[tuple[int, int]] = []
    size = len(plain_pdf())
    sign(
        io.BytesIO(plain_pdf()),
        io.BytesIO(),
        identity(),
        SIGNED_AT,
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(size, 2 * size), (2 * size, 2 * size)]


@pytest.mark.parametrize("questions_before", [0, 1])
def test_a_wish_to_cancel_is_heard_during_and_after_the_copy(questions_before: int) -> None:
    answers = iter([False] * questions_before + [True])
    with pytest.raises(SigningCancelledError):
        sign(
            io.BytesIO(plain_pdf()),
            io.BytesIO(),
            identity(),
            SIGNED_AT,
            cancelled=lambda: next(answers),
        )


class FailingDrive(io.BytesIO):
    """A drive that fails after some bytes were read or written."""

    def __init__(self, content: bytes, room: int) -> None:
        super().__init__(content)
        self.room = room

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if self.room <= 0:
            raise OSError(5, "示例")
        chunk = super().read(size)
        self.room -= len(chunk)
        return chunk

    @override
    def write(self, data: object, /) -> int:
        if self.room <= 0:
            raise OSError(28, "示例")
        assert isinstance(data, bytes | bytearray | memoryview)
        self.room -= len(data)
        return super().write(data)


def test_a_failing_source_drive_is_told() -> None:
    for room in (0, 1):
        with pytest.raises(UnreadableFileError) as failed:
            sign(FailingDrive(plain_pdf(), room), io.BytesIO(), identity(), SIGNED_AT)
        assert failed.value.os_code == 5


def test_a_full_target_drive_is_told_while_copying_and_while_signing() -> None:
    for room in (0, len(plain_pdf()) + 2000):
        with pytest.raises(UnwritableFileError):
            sign(io.BytesIO(plain_pdf()), FailingDrive(b"", room), identity(), SIGNED_AT)


def test_neither_signing_nor_verifying_opens_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "socketpair", refuse)
    assert verify(io.BytesIO(signed(plain_pdf()))).intact


class Listener(logging.Handler):
    """Keeps every record that reaches the program's own log."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[logging.LogRecord] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


def test_the_pdf_library_is_not_heard(capfd: pytest.CaptureFixture[str]) -> None:
    listener = Listener()
    logging.getLogger().addHandler(listener)
    try:
        verify(io.BytesIO(signed(plain_pdf())))
        logging.getLogger("pyhanko.sign").warning("contents")
    finally:
        logging.getLogger().removeHandler(listener)
    assert capfd.readouterr().err == ""
    assert not listener.heard


def test_importing_the_package_does_not_load_the_pdf_library() -> None:
    loaded = "import sys, desktop.signing.sign_pdf, desktop.signing.verify; "
    program = loaded + "sys.exit('pyhanko' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)
