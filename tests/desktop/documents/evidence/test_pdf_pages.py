"""Evidence in PDF: whole pages, and nothing but pages."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from desktop.documents.evidence import pdf_pages
from desktop.documents.evidence.frame import FOOT_BAND, LABEL_BAND, MM
from desktop.documents.evidence.normalise import normalise
from desktop.documents.evidence.outcome import NormalisedEvidence, Note, Outcome
from tests.desktop.documents.evidence import hostile, pages


def shown(pdf: bytes) -> tuple[NormalisedEvidence, bytes]:
    result = normalise("示例.pdf", pdf)
    assert result.pages_pdf is not None, result.outcome
    assert pages.is_sound(result.pages_pdf)
    return result, result.pages_pdf


def test_pages_become_a4_with_text_that_can_be_selected() -> None:
    result, pdf = shown(hostile.a_pdf(3))
    assert (result.outcome, result.page_count, result.notes) == (Outcome.INLINE, 3, ())
    assert pages.page_sizes(pdf) == {(210, 297)}
    assert "made-up page 3" in pages.text_of(pdf)


def test_head_and_foot_stay_free_for_label_and_number() -> None:
    _, pdf = shown(hostile.a_pdf())
    picture = pages.drawn(pdf).convert("L")
    head, foot = (round(band / MM * pages.DPI / 25.4) - 1 for band in (LABEL_BAND, FOOT_BAND))
    upper = picture.crop((0, 0, picture.width, head))
    lower = picture.crop((0, picture.height - foot, picture.width, picture.height))
    assert upper.getextrema() == lower.getextrema() == (255, 255)


@pytest.mark.parametrize(
    ("turn", "corner", "size"),
    [
        (0, "upper left", (210, 297)),
        (90, "upper right", (297, 210)),
        (180, "lower right", (210, 297)),
        (270, "lower left", (297, 210)),
        (-90, "lower left", (297, 210)),
        (450, "upper right", (297, 210)),
    ],
)
def test_turned_pages_are_shown_turned(turn: int, corner: str, size: tuple[int, int]) -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Rotate = turn

    _, pdf = shown(hostile.changed(hostile.a_pdf(), change))
    assert pages.dark_corner(pages.drawn(pdf)) == corner
    assert pages.page_sizes(pdf) == {size}


@pytest.mark.parametrize(
    "size", [(14_400.0, 9_000.0), (842.0, 595.0), (20.0, 30.0), (3.0, 14_400.0)]
)
def test_pages_of_any_size_fit(size: tuple[float, float]) -> None:
    _, pdf = shown(hostile.a_pdf(size=size))
    assert pages.page_sizes(pdf) <= {(210, 297), (297, 210)}
    assert pages.drawn(pdf).convert("L").getextrema()[0] != 255


def test_a_small_receipt_is_not_blown_up() -> None:
    _, pdf = shown(hostile.a_pdf(size=(144, 144)))
    picture = pages.drawn(pdf).convert("L").point(lambda value: 255 - value)
    left, _, right, _ = picture.getbbox() or (0, 0, 0, 0)
    assert right - left == pytest.approx(2 * pages.DPI, abs=3)


def test_only_the_cropped_part_is_shown_at_the_size_of_its_unit() -> None:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page.CropBox = Array([0, 700, 100, 841])
        page.UserUnit = 2

    _, pdf = shown(hostile.changed(hostile.a_pdf(), change))
    picture = pages.drawn(pdf).convert("L").point(lambda value: 255 - value)
    left, _, right, _ = picture.getbbox() or (0, 0, 0, 0)
    assert right - left == pytest.approx(200 * pages.DPI / 72, abs=4)
    assert pages.page_sizes(pdf) == {(210, 297)}


@pytest.mark.parametrize(
    "box", [[0, 0, 0, 0], [0, 0, 10**9, 10], [1, 2], [Name.X, 0, 9, 9], [600, 842, 0, 0]]
)
def test_a_nonsensical_page_box_still_gives_a_page(box: list[object]) -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.MediaBox = Array(box)

    _, pdf = shown(hostile.changed(hostile.a_pdf(), change))
    assert pages.dark_corner(pages.drawn(pdf)) == "upper left"


def test_nothing_that_acts_is_taken_over() -> None:
    original = hostile.with_scripts()
    assert {"/JS", "/EF", "/OpenAction", "/AA"} <= pages.keys_in(original)
    result, pdf = shown(original)
    left = {"/JS", "/S", "/A", "/AA", "/EF", "/OpenAction", "/Names", "/Annots", "/AcroForm"}
    assert pages.keys_in(pdf) & left == set()
    assert result.outcome is Outcome.HAS_SCRIPT_REMOVED
    assert set(result.notes) == {Note.SCRIPT_REMOVED, Note.FILES_INSIDE_NOT_SHOWN}


def test_nothing_that_tells_of_maker_or_place_is_taken_over() -> None:
    original = hostile.with_metadata()
    assert b"MADE-UP-MAKER" in original
    result, pdf = shown(original)
    assert result.outcome is Outcome.INLINE
    assert b"MADE-UP-MAKER" not in pdf
    assert pages.keys_in(pdf) & {"/Metadata", "/PieceInfo", "/Thumb", "/Author", "/Info"} == set()
    red, green, _ = (band.tobytes() for band in pages.drawn(pdf).split())
    assert any(r > 240 and g < 30 for r, g in zip(red, green, strict=True))


def test_a_filled_form_becomes_part_of_the_page() -> None:
    result, pdf = shown(hostile.with_field(painted=True))
    assert (result.outcome, result.notes) == (Outcome.INLINE, (Note.FORM_FLATTENED,))
    assert "FILLED" in pages.text_of(pdf)


def test_fields_that_viewers_paint_themselves_are_shown_as_they_paint_them() -> None:
    result, pdf = shown(hostile.with_field(painted=False))
    assert result.outcome is Outcome.RASTERISED
    field = pages.drawn(pdf).convert("L").crop((80, 140, 220, 190))
    assert min(field.tobytes()) < 160


def test_a_hidden_layer_stays_hidden() -> None:
    result, pdf = shown(hostile.with_hidden_layer())
    assert (result.outcome, result.notes) == (Outcome.RASTERISED, (Note.LAYERS_FLATTENED,))
    mean = pages.drawn(pdf).convert("L").resize((1, 1)).tobytes()[0]
    assert mean > 200


def test_a_signed_pdf_is_shown_and_the_loss_of_its_signature_told() -> None:
    def change(document: pikepdf.Pdf) -> None:
        field = document.make_indirect(
            Dictionary(FT=Name.Sig, V=Dictionary(Type=Name.Sig), Subtype=Name.Widget)
        )
        document.Root.AcroForm = Dictionary(Fields=Array([field]))

    result, _ = shown(hostile.changed(hostile.a_pdf(), change))
    assert Note.SIGNATURE_NOT_KEPT in result.notes


def test_restrictions_of_the_author_are_told() -> None:
    result, pdf = shown(hostile.locked(user=""))
    assert (result.outcome, result.notes) == (Outcome.RESTRICTED, (Note.RESTRICTED,))
    assert "/Encrypt" not in pages.keys_in(pdf)


def test_a_repairable_file_is_shown_as_repaired() -> None:
    result, pdf = shown(hostile.a_pdf(3).replace(b"startxref", b"startxxxx"))
    assert (result.outcome, result.notes) == (Outcome.REPAIRED, (Note.REPAIRED,))
    assert "made-up page 3" in pages.text_of(pdf)


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (b"", Outcome.EMPTY),
        (b"made-up junk" * 99, Outcome.DAMAGED),
        (b"%PDF-1.7\n", Outcome.DAMAGED),
        (hostile.a_pdf(3)[: len(hostile.a_pdf(3)) // 3], Outcome.DAMAGED),
        (hostile.a_pdf(3)[:-700], Outcome.DAMAGED),
        (hostile.locked(user="made-up"), Outcome.ENCRYPTED),
        (hostile.with_page_loop(), Outcome.DAMAGED),
        (hostile.with_xfa(), Outcome.XFA_FORM),
        (hostile.with_content_bomb(), Outcome.TOO_COMPLEX),
        (hostile.changed(hostile.a_pdf(), lambda pdf: pdf.pages.remove(p=1)), Outcome.NO_PAGES),
    ],
    ids=lambda value: value.value if isinstance(value, Outcome) else "",
)
def test_what_cannot_be_shown_says_why(data: bytes, outcome: Outcome) -> None:
    assert normalise("示例.pdf", data) == NormalisedEvidence(
        kind=normalise("示例.pdf", data).kind, outcome=outcome
    )


def test_more_pages_than_one_file_may_have_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "PAGE_LIMIT", 2)
    assert normalise("示例.pdf", hostile.a_pdf(2)).outcome is Outcome.INLINE
    assert normalise("示例.pdf", hostile.a_pdf(3)).outcome is Outcome.TOO_MANY_PAGES


def test_a_picture_lost_by_damage_is_not_shown_as_a_blank_page() -> None:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page.Contents = Stream(document, b"q 100 0 0 100 0 0 cm /Gone Do Q")

    broken = hostile.changed(hostile.a_pdf(), change).replace(b"startxref", b"startxxxx")
    assert normalise("示例.pdf", broken).outcome is Outcome.DAMAGED


def test_equal_files_give_equal_bytes() -> None:
    first, second = (normalise("示例.pdf", hostile.a_pdf(2)) for _ in range(2))
    assert first == second


def test_fonts_shared_by_pages_are_kept_once() -> None:
    def change(document: pikepdf.Pdf) -> None:
        font = document.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
        )
        for page in document.pages:
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))

    _, pdf = shown(hostile.changed(hostile.a_pdf(5), change))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [
            item
            for item in document.objects
            if isinstance(item, Dictionary) and item.get("/Type") == Name.Font
        ]
    assert len(fonts) == 1
