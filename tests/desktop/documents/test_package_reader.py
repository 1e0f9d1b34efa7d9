"""Reading volumes back, hostile ones included."""

import contextlib
import hashlib
import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name

from desktop.documents import package_reader
from desktop.documents.assembly import VolumeAssembler
from desktop.documents.errors import (
    AttachmentDamagedError,
    AttachmentMissingError,
    DamagedPdfError,
    LockedPdfError,
    UnreadablePdfError,
)
from desktop.documents.package_reader import AttachmentInfo
from desktop.errors import AppError
from tests.desktop.documents.evidence import hostile

RECORD = "自评数据.json"


def a_volume() -> bytes:
    volume = VolumeAssembler("Helvetica")
    volume.add_pages(hostile.a_pdf(4), numbered=False)
    volume.attach(RECORD, b"{}", mime="application/json", description="")
    volume.attach("原件😀.docx", b"PK", mime="application/msword", description="")
    stream = io.BytesIO()
    volume.save(stream, "示例")
    return stream.getvalue()


VOLUME = a_volume()


def packed_volume(data: bytes, filters: object = Name.FlateDecode) -> io.BytesIO:
    def change(document: pikepdf.Pdf) -> None:
        stream = document.attachments[RECORD].obj.EF.F
        stream.write(data, filter=Name.FlateDecode)
        stream.Filter = filters

    return io.BytesIO(hostile.changed(VOLUME, change))


def test_files_are_listed_and_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "卷.pdf"
    file.write_bytes(VOLUME)
    assert package_reader.attachments(file) == [
        AttachmentInfo("原件😀.docx", 2, hashlib.sha256(b"PK").hexdigest()),
        AttachmentInfo(RECORD, 2, hashlib.sha256(b"{}").hexdigest()),
    ]
    assert package_reader.read_attachment(file, RECORD) == b"{}"
    assert package_reader.page_count(file) == 4


def test_an_open_file_is_read_from_its_start() -> None:
    stream = io.BytesIO(VOLUME)
    stream.read()
    assert package_reader.read_attachment(stream, RECORD) == b"{}"
    assert package_reader.page_count(stream) == 4


def test_packed_files_are_unpacked() -> None:
    assert package_reader.read_attachment(packed_volume(zlib.compress(b"xyz")), RECORD) == b"xyz"


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_reader, "_LARGEST", 1_000)
    bomb = packed_volume(zlib.compress(bytes(1_001)))
    with pytest.raises(AttachmentDamagedError):
        package_reader.read_attachment(bomb, RECORD)
    fitting = packed_volume(zlib.compress(bytes(1_000)))
    assert package_reader.read_attachment(fitting, RECORD) == bytes(1_000)


@pytest.mark.parametrize("filters", [Name.FlateDecode, Name.LZWDecode])
def test_a_file_that_cannot_be_unpacked_is_refused(filters: object) -> None:
    with pytest.raises(AttachmentDamagedError):
        package_reader.read_attachment(packed_volume(b"made-up junk", filters), RECORD)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(AttachmentMissingError) as caught:
        package_reader.read_attachment(io.BytesIO(VOLUME), "没有.json")
    assert caught.value.name == "没有.json"


def test_a_pdf_without_files_has_none() -> None:
    source = io.BytesIO(hostile.a_pdf())
    assert package_reader.attachments(source) == []
    with pytest.raises(AttachmentMissingError):
        package_reader.read_attachment(source, RECORD)


def test_a_broken_tree_of_names_is_damage_or_absence() -> None:
    def change(document: pikepdf.Pdf) -> None:
        tree = document.make_indirect(Dictionary())
        tree.Kids = pikepdf.Array([tree])
        document.Root.Names = Dictionary(EmbeddedFiles=tree)

    broken = io.BytesIO(hostile.changed(VOLUME, change))
    with pytest.raises((DamagedPdfError, AttachmentMissingError)):
        package_reader.read_attachment(broken, RECORD)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", DamagedPdfError),
        (b"made-up junk", DamagedPdfError),
        (VOLUME[: len(VOLUME) // 3], DamagedPdfError),
        (hostile.locked(user="made-up"), LockedPdfError),
    ],
)
def test_what_is_no_volume_is_refused(data: bytes, error: type[AppError]) -> None:
    with pytest.raises(error):
        package_reader.attachments(io.BytesIO(data))


def test_a_file_that_the_system_does_not_give_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.pdf", tmp_path):
        with pytest.raises(UnreadablePdfError) as caught:
            package_reader.page_count(path)
        assert caught.value.os_code != 0


@given(st.integers(0, len(VOLUME) - 1), st.integers(1, 255))
def test_no_changed_byte_raises_anything_but_our_errors(place: int, change: int) -> None:
    altered = bytearray(VOLUME)
    altered[place] ^= change
    with contextlib.suppress(AppError):
        package_reader.attachments(io.BytesIO(bytes(altered)))
