import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.layout.embedded_font import to_unicode_map
from desktop.documents.layout.text_style import TextStyle
from tests.desktop.documents.layout.conftest import OnePage

NAMES = "张𬭎、李䶮、王𬬭、𫟹𬍛𬘭㛃𫖯𬴃䲟，㎡①№Ⅻ℃"

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


def copied_text(pdf: bytes, tmp_path: Path) -> str:
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    return found.stdout.decode("utf-8").replace("\f", "")


def without_spaces(text: str) -> str:
    return "".join(text.split())


def test_rare_characters_are_written_as_surrogates() -> None:
    lines = to_unicode_map([0, 0x4E2D, 0x2CB4E]).splitlines()
    assert "<01> <4E2D>" in lines
    assert "<02> <D872DF4E>" in lines
    assert not any(line.startswith("<00> <0") for line in lines)


def test_no_block_holds_more_entries_than_the_format_allows() -> None:
    counts = [
        int(line.split()[0])
        for line in to_unicode_map(range(1, 257)).splitlines()
        if line.endswith("beginbfchar")
    ]
    assert counts == [100, 100, 56]


@needs_pdftotext
def test_a_copied_text_equals_its_source(one_page: OnePage, tmp_path: Path) -> None:
    text = "根据《标准》（渝市监发〔2026〕14号）——共……" + NAMES + "“引用”☑符合☐不符合"
    assert without_spaces(copied_text(one_page(text * 3), tmp_path)) == text * 3


@needs_pdftotext
def test_a_justified_line_copies_without_spaces_between_characters(
    one_page: OnePage, tmp_path: Path
) -> None:
    text = "为保护商业秘密，维护公平竞争的市场秩序，现郑重承诺所提交的材料真实、准确、完整。" * 3
    lines = copied_text(one_page(text, TextStyle(size_pt=16, leading_pt=29)), tmp_path)
    assert lines.replace("\n", "") == text


@needs_pdftotext
def test_thousands_of_different_characters_copy_unchanged(
    one_page: OnePage, tmp_path: Path
) -> None:
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    text = "".join(row.decode("gb2312", errors="ignore") for row in rows)
    pdf = one_page(text, TextStyle(size_pt=5, leading_pt=6.5))
    assert without_spaces(copied_text(pdf, tmp_path)) == text


def test_no_glyph_is_left_undefined_and_every_font_is_embedded(one_page: OnePage) -> None:
    with pikepdf.open(BytesIO(one_page("中文ABC" + NAMES + "☑"))) as pdf:
        page = pdf.pages[0]
        shown = [
            bytes(instruction.operands[0])
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "Tj"
        ]
        assert len(shown) > 3
        assert not any(b"\0" in text for text in shown)
        fonts = [font for _, font in page.Resources.Font.items()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
