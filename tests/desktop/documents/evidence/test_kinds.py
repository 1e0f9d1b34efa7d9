"""Kinds of files: bytes before names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.evidence.kinds import EvidenceKind, recognise
from tests.desktop.documents.evidence import hostile

LONG_NAME = "证" * 83 + ".pdf"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (hostile.a_pdf(), EvidenceKind.PDF),
        (b"junk\n" + hostile.a_pdf(), EvidenceKind.PDF),
        (hostile.a_jpeg(), EvidenceKind.JPEG),
        (hostile.encoded(hostile.a_picture(), "PNG"), EvidenceKind.PNG),
        (hostile.encoded(hostile.a_picture(), "TIFF"), EvidenceKind.TIFF),
        (hostile.encoded(hostile.a_picture(), "BMP"), EvidenceKind.BMP),
        (hostile.encoded(hostile.a_picture(), "WEBP"), EvidenceKind.WEBP),
        (hostile.encoded(hostile.a_picture("P"), "GIF"), EvidenceKind.GIF),
        (b"\0\0\0\x18ftypheic" + bytes(12), EvidenceKind.HEIC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", EvidenceKind.OFFICE),
    ],
)
def test_the_bytes_tell_the_kind_whatever_the_name_says(data: bytes, kind: EvidenceKind) -> None:
    assert recognise("培训签到表.txt", data) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("制度.PDF", EvidenceKind.PDF),
        ("..\\..\\扫描.TIF", EvidenceKind.TIFF),
        ("../../etc/合同.docx", EvidenceKind.OFFICE),
        ("台账😀.xlsx", EvidenceKind.OFFICE),
        (LONG_NAME, EvidenceKind.PDF),
        ("CON", EvidenceKind.OTHER),
        ("..", EvidenceKind.OTHER),
        ("", EvidenceKind.OTHER),
    ],
)
def test_the_name_tells_the_kind_of_bytes_that_say_nothing(name: str, kind: EvidenceKind) -> None:
    assert recognise(name, b"\x00\x01\x02") is kind


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_text_is_text_even_where_the_sample_cuts_a_character(encoding: str) -> None:
    assert recognise("说明", ("密" * 40_000).encode(encoding)) is EvidenceKind.TEXT


@given(st.text(), st.binary())
def test_no_name_and_no_bytes_make_it_fail(name: str, data: bytes) -> None:
    assert recognise(name, data) in EvidenceKind
