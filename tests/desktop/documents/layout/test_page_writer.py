import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.contents import ContentsEntry
from desktop.documents.layout.errors import (
    BlockTooTallError,
    MissingGlyphsError,
    UnknownAnchorError,
)
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.page_frame import (
    OFFICIAL_MARGINS,
    PageContext,
    PageFrame,
    PageNumbers,
)
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.styles import BODY, OFFICIAL_BODY
from desktop.documents.layout.tables import Column, Table, header_row, row
from desktop.documents.layout.written import Bookmark, Box

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
SENTENCE = "为保护商业秘密，维护公平竞争的市场秩序，本单位郑重承诺。"


def sample(faces: FontSet) -> PageWriter:
    writer = PageWriter(faces, PageFrame(header_left="示例材料"), title="示例", author="示例公司")
    writer.title("示例材料")
    writer.contents((ContentsEntry("一、概况", anchor="one"), ContentsEntry("附录", label="12")))
    writer.new_page()
    writer.heading("一、概况", anchor="one")
    writer.paragraph(SENTENCE * 60)
    writer.key_values((("单位", "示例公司"), ("日期", "2026年3月5日")))
    rows = tuple(row(str(n), SENTENCE, "☑", anchor=f"row{n}") for n in range(80))
    columns = (Column(15), Column(100), Column(30))
    writer.table(Table(columns, rows, (header_row("序号", "内容", "结果"),)))
    writer.rule()
    writer.note("注：自评（预评）得分。")
    return writer


def page_texts(pdf: bytes, tmp_path: Path) -> list[str]:
    path = tmp_path / "pages.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = found.stdout.decode("utf-8").split("\f")[:-1]
    return ["".join(page.split()) for page in pages]


def test_the_same_pages_give_the_same_bytes(faces: FontSet) -> None:
    first = sample(faces).finish()
    assert sample(faces).finish() == first
    assert sample(FontSet.load()).finish() == first


def test_the_file_names_its_language_and_version_and_no_unembedded_font(faces: FontSet) -> None:
    pdf_bytes = sample(faces).finish().pdf
    assert pdf_bytes.startswith(b"%PDF-1.7")
    assert b"ASCII85" not in pdf_bytes
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/Title"]) == "示例"
        assert str(pdf.docinfo["/Author"]) == "示例公司"
        fonts = [font for page in pdf.pages for _, font in page.Resources.Font.items()]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_no_path_of_the_machine_stands_in_the_file(faces: FontSet) -> None:
    with pikepdf.open(BytesIO(sample(faces).finish().pdf)) as pdf:
        plain = BytesIO()
        pdf.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.all, qdf=True)
    assert b"resources" not in plain.getvalue().lower().replace(b"/resources", b"")


def test_anchors_and_bookmarks_name_their_pages(faces: FontSet) -> None:
    document = sample(faces).finish()
    assert document.anchors["one"] == 1
    assert document.anchors["row0"] <= document.anchors["row79"] < document.page_count
    assert document.bookmarks == (Bookmark("一、概况", 1, 1),)


@needs_pdftotext
def test_every_page_says_its_number_and_the_count(faces: FontSet, tmp_path: Path) -> None:
    document = sample(faces).finish()
    texts = page_texts(document.pdf, tmp_path)
    assert len(texts) == document.page_count
    for number, text in enumerate(texts, 1):
        assert text.endswith(f"第{number}页共{document.page_count}页")
        assert text.startswith("示例材料")


@needs_pdftotext
def test_contents_give_the_page_of_an_anchor_or_a_label(faces: FontSet, tmp_path: Path) -> None:
    text = page_texts(sample(faces).finish().pdf, tmp_path)[0]
    assert "一、概况2附录12" in text


@needs_pdftotext
def test_a_part_of_a_package_counts_on(faces: FontSet, tmp_path: Path) -> None:
    writer = PageWriter(faces, PageFrame(first_number=7, total=30), title="示例")
    writer.paragraph("甲")
    assert page_texts(writer.finish().pdf, tmp_path)[0].endswith("第7页共30页")


@needs_pdftotext
def test_a_cover_bears_no_number_and_official_papers_bear_it_between_dashes(
    faces: FontSet, tmp_path: Path
) -> None:
    frame = PageFrame(OFFICIAL_MARGINS, numbers=PageNumbers.OUTER, number_first_page=False)
    writer = PageWriter(faces, frame, title="示例")
    writer.paragraph("甲")
    writer.new_page()
    writer.paragraph("乙")
    assert page_texts(writer.finish().pdf, tmp_path) == ["甲", "乙—2—"]


def test_an_official_page_holds_22_lines_of_28_characters(faces: FontSet) -> None:
    writer = PageWriter(faces, PageFrame(OFFICIAL_MARGINS), title="示例")
    style = OFFICIAL_BODY.but(first_indent_em=0)
    writer.paragraph("中" * 27 * 22, style)
    assert writer.page_index == 0
    writer.paragraph("中", style)
    assert writer.page_index == 1


def test_a_heading_goes_with_what_follows_it(faces: FontSet) -> None:
    for filled in range(200, 250, 3):
        writer = PageWriter(faces, title="示例")
        writer.spacer(filled - 47)
        writer.drawing(1, lambda _canvas, _box: None)
        writer.heading("一、总则", anchor="one")
        writer.heading("（一）分则", level=2, anchor="two")
        writer.drawing(30, lambda _canvas, _box: None)
        document = writer.finish()
        assert {document.anchors["one"], document.anchors["two"]} == {document.page_count - 1}
        assert [bookmark.title for bookmark in document.bookmarks] == ["一、总则", "（一）分则"]
        assert {bookmark.page_index for bookmark in document.bookmarks} == {document.page_count - 1}


def test_no_page_begins_with_a_single_line_of_a_paragraph(faces: FontSet) -> None:
    turned = 0
    for filled in range(20, 240, 3):
        writer = PageWriter(faces, title="示例")
        writer.spacer(filled)
        writer.drawing(1, lambda _canvas, _box: None)
        writer.paragraph("中" * 46 * 3)
        if writer.page_index:
            turned += 1
            used = writer.frame.height_pt - writer.remaining_pt
            assert used >= 2 * BODY.leading_pt - 0.01
    assert turned > 3


def test_something_taller_than_a_page_is_refused(faces: FontSet) -> None:
    writer = PageWriter(faces, title="示例")
    with pytest.raises(BlockTooTallError):
        writer.drawing(300, lambda _canvas, _box: None)


def test_a_contents_entry_that_points_nowhere_is_refused(faces: FontSet) -> None:
    writer = PageWriter(faces, title="示例")
    writer.contents((ContentsEntry("附录", anchor="absent"),))
    with pytest.raises(UnknownAnchorError) as caught:
        writer.finish()
    assert caught.value.anchor == "absent"


def test_a_text_with_a_missing_glyph_is_never_printed_with_a_hole(faces: FontSet) -> None:
    writer = PageWriter(faces, title="示例")
    with pytest.raises(MissingGlyphsError):
        writer.paragraph("合同😀")
    with pytest.raises(MissingGlyphsError):
        writer.table(Table((Column(50),), (row("合同😀"),)))


def test_a_drawing_gets_the_room_it_asked_for(faces: FontSet) -> None:
    writer = PageWriter(faces, title="示例")
    seen: list[Box] = []
    box = writer.drawing(30, lambda _canvas, given: seen.append(given))
    writer.finish()
    assert seen == [box]
    assert box.top == pytest.approx(writer.frame.top_pt)
    assert writer.y_pt == box.bottom


def test_a_decoration_is_called_for_every_page(faces: FontSet) -> None:
    seen: list[PageContext] = []

    def remember(_canvas: Canvas, page: PageContext) -> None:
        seen.append(page)

    writer = PageWriter(faces, title="示例", decorate=remember)
    writer.new_page()
    writer.finish()
    assert seen == [PageContext(0, 1, 2), PageContext(1, 2, 2)]
