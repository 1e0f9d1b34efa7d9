import re
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped] # ships no types
import pytest

from desktop.documents.layout.errors import MissingGlyphsError
from desktop.documents.layout.fonts import FontSet
from desktop.documents.undertaking_pdf import set_undertaking, text_check_code, undertaking_pdf
from desktop.domain.undertaking import UndertakingDocument, compose
from rubric.model import UndertakingKind
from tests.support.builders import TODAY, an_applicant, the_rubric
from tests.support.volumes import text_of

FACES = FontSet.load()


def a_paper(kind: UndertakingKind, name: str = "示例精工有限公司") -> UndertakingDocument:
    template = the_rubric().undertaking(kind)
    answers = {gate.field: gate.required for gate in template.gates}
    for field in template.fields:
        if not field.source:
            answers[field.name] = "2026-10-01" if field.kind == "date" else f"示例{field.name}"
    return compose(
        template, an_applicant(name=name), the_rubric().award, answers, today=TODAY, version=1
    )


def pages_of(document: UndertakingDocument, path: Path) -> list[str]:
    path.write_bytes(undertaking_pdf(document, FACES))
    return text_of(path).rstrip("\f").split("\f")


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_every_word_of_the_paper_can_be_copied(kind: UndertakingKind, tmp_path: Path) -> None:
    document = a_paper(kind)
    text = re.sub(r"\s|—\d+—|条目.*?不计分。", "", "".join(pages_of(document, tmp_path / "a.pdf")))
    for paragraph in (document.salutation, *document.paragraphs):
        assert re.sub(r"\s", "", paragraph) in text
    assert re.sub(r"\s", "", document.title) in text
    assert f"{document.signatory}（盖章）" in text


@pytest.mark.parametrize("kind", [UndertakingKind.NOT_INFRINGED, UndertakingKind.NO_INFRINGEMENT])
def test_an_undertaking_of_usual_length_stands_on_one_sheet(
    kind: UndertakingKind, tmp_path: Path
) -> None:
    assert len(pages_of(a_paper(kind), tmp_path / "a.pdf")) == 1


@pytest.mark.parametrize("length", range(1, 60, 7))
def test_the_signature_never_stands_on_a_page_of_its_own(length: int, tmp_path: Path) -> None:
    document = a_paper(UndertakingKind.NO_INFRINGEMENT)
    grown = replace(document, paragraphs=document.paragraphs + ("补充一段文字。" * 4,) * length)
    last = pages_of(grown, tmp_path / "a.pdf")[-1]
    assert "（盖章）" in last
    assert "补充一段文字" in last.split("（盖章）")[0]


def test_a_long_name_stays_on_the_page(tmp_path: Path) -> None:
    name = "示例" * 40 + "有限公司"
    text = re.sub(
        r"\s",
        "",
        "".join(pages_of(a_paper(UndertakingKind.NOT_INFRINGED, name), tmp_path / "a.pdf")),
    )
    assert f"承诺单位：{name}（盖章）" in text


def test_the_check_code_changes_with_any_word() -> None:
    document = a_paper(UndertakingKind.NOT_INFRINGED)
    changed = replace(document, paragraphs=(*document.paragraphs[:-1], "特此承诺！"))
    assert text_check_code(document) != text_check_code(changed)
    assert re.fullmatch(r"[0-9A-F]{8}", text_check_code(document))


def test_the_same_paper_gives_the_same_bytes() -> None:
    document = a_paper(UndertakingKind.NOT_INFRINGED)
    assert undertaking_pdf(document, FACES) == undertaking_pdf(document, FACES)


def test_a_character_without_a_glyph_is_refused_and_named() -> None:
    document = replace(a_paper(UndertakingKind.NOT_INFRINGED), signatory="示例😀公司")
    with pytest.raises(MissingGlyphsError) as caught:
        undertaking_pdf(document, FACES)
    assert caught.value.characters == ("😀",)


def test_rare_characters_of_names_are_printed(tmp_path: Path) -> None:
    document = replace(a_paper(UndertakingKind.NOT_INFRINGED), contact="示例𬭎䶮")
    assert "示例𬭎䶮" in "".join(pages_of(document, tmp_path / "a.pdf"))


@pytest.mark.parametrize("kind", list(UndertakingKind))
def test_the_place_of_the_seal_covers_name_and_date_and_stays_on_the_sheet(
    kind: UndertakingKind,
) -> None:
    paper = set_undertaking(a_paper(kind), FACES)
    seal = paper.seal
    assert seal.page_index == paper.page_count - 1
    with pdfium.PdfDocument(paper.pdf) as pdf:
        page = pdf[seal.page_index]
        height = page.get_height()
        text = page.get_textpage()
        words = text.get_text_bounded()
        for word in ("（盖章）", "2026年11月23日"):
            left, bottom, _right, top = text.get_charbox(words.rindex(word))
            assert seal.top < height - top
            assert height - bottom < seal.top + seal.diameter
            assert left < seal.left + seal.diameter
        assert 0 < seal.left < seal.left + seal.diameter < page.get_width()
