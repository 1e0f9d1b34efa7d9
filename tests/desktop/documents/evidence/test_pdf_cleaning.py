"""Cutting what no drawing needs."""

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream, String

from desktop.documents.evidence.pdf_cleaning import clean, without_jpeg_metadata
from tests.desktop.documents.evidence import hostile


def test_names_given_by_the_page_are_not_taken_for_keys() -> None:
    with pikepdf.new() as document:
        fonts = Dictionary(A=Dictionary(Type=Name.Font), OC=Dictionary(Type=Name.Font))
        resources = document.make_indirect(Dictionary(Font=fonts, OC=Dictionary(), A=1))
        clean(resources)
        assert set(resources.keys()) == {"/Font"}
        assert set(resources.Font.keys()) == {"/A", "/OC"}


def test_data_in_other_files_and_postscript_are_cut() -> None:
    with pikepdf.new() as document:
        program = Stream(document, b"showpage")
        program.Type, program.Subtype = Name.XObject, Name.PS
        outside = Stream(document, b"")
        outside.F = String("made-up.bin")
        resources = document.make_indirect(Dictionary(XObject=Dictionary(P=program, Q=outside)))
        clean(resources)
        assert set(resources.XObject.keys()) == {"/Q"}
        assert "/F" not in resources.XObject.Q


def test_loops_end_and_places_in_arrays_stay() -> None:
    with pikepdf.new() as document:
        loop = document.make_indirect(Dictionary())
        page = Dictionary(Type=Name.Page)
        loop.Self = loop
        loop.List = Array([1, page, loop])
        clean(loop)
        assert len(loop.List) == 3
        assert "/Type" not in loop.List[1]


def test_a_jpeg_loses_its_notes_and_nothing_else() -> None:
    plain = hostile.a_jpeg()
    noted = hostile.a_jpeg(exif=hostile.located_exif(), comment=b"made-up secret")
    assert b"MADE-UP-MAKER" in noted
    assert without_jpeg_metadata(noted) == plain


@given(st.binary(max_size=300))
def test_any_bytes_behind_a_jpeg_mark_are_survived(tail: bytes) -> None:
    assert without_jpeg_metadata(b"\xff\xd8" + tail).startswith(b"\xff\xd8")
