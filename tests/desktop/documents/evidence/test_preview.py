"""Pages on the screen: as large as asked for, and a reason where there is none."""

import io

import pikepdf
import pytest
from PIL import Image

from desktop.documents.evidence.outcome import Outcome
from desktop.documents.evidence.preview import preview_page
from tests.desktop.documents.evidence import hostile, pages


@pytest.mark.parametrize(
    ("name", "data", "size", "count"),
    [
        ("制度.pdf", hostile.a_pdf(3), (200, 283), 3),
        ("照片.jpg", hostile.a_jpeg(), (200, 125), 1),
        ("照片.jpg", hostile.a_jpeg(exif=hostile.located_exif(6)), (200, 320), 1),
        ("扫描.tif", hostile.encoded(hostile.a_picture("1"), "TIFF"), (200, 125), 1),
        ("图.png", hostile.encoded(hostile.a_picture("P", (80, 60)), "PNG"), (80, 60), 1),
    ],
)
def test_a_page_is_as_wide_as_asked_for_but_never_blown_up(
    name: str, data: bytes, size: tuple[int, int], count: int
) -> None:
    preview = preview_page(name, data, 0, 200)
    assert (preview.outcome, preview.page_count) == (Outcome.INLINE, count)
    assert (preview.width, preview.height) == pytest.approx(size, abs=1)
    picture = Image.open(io.BytesIO(preview.png or b""))
    assert picture.size == (preview.width, preview.height)


def test_the_page_that_was_asked_for_is_shown() -> None:
    scans = [Image.new("L", (60, 80), grey) for grey in (10, 240)]
    data = hostile.encoded(scans[0], "TIFF", save_all=True, append_images=scans[1:])
    for index, grey in ((0, 10), (1, 240), (99, 240), (-1, 10)):
        preview = preview_page("扫描.tif", data, index, 60)
        picture = Image.open(io.BytesIO(preview.png or b"")).convert("L")
        assert picture.tobytes()[0] == grey
        assert preview.page_count == 2


def test_what_was_filled_into_a_form_is_seen() -> None:
    preview = preview_page("表.pdf", hostile.with_field(painted=False), 0, 595)
    empty = preview_page("表.pdf", hostile.a_pdf(), 0, 595)
    assert preview.png != empty.png


def test_a_turned_page_is_seen_turned() -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Rotate = 90

    preview = preview_page("示例.pdf", hostile.changed(hostile.a_pdf(), change), 0, 400)
    picture = Image.open(io.BytesIO(preview.png or b"")).convert("RGB")
    assert pages.dark_corner(picture) == "upper right"


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [
        ("示例.pdf", b"", Outcome.EMPTY),
        ("示例.pdf", b"made-up junk", Outcome.DAMAGED),
        ("示例.pdf", hostile.locked(user="made-up"), Outcome.ENCRYPTED),
        ("示例.png", hostile.a_giant_png(), Outcome.TOO_LARGE_IMAGE),
        ("示例.jpg", hostile.a_jpeg()[:5_000], Outcome.DAMAGED),
        ("示例.docx", b"PK\x03\x04", Outcome.NOT_DISPLAYABLE),
    ],
)
def test_what_cannot_be_seen_says_why(name: str, data: bytes, outcome: Outcome) -> None:
    preview = preview_page(name, data, 0, 200)
    assert (preview.outcome, preview.png, preview.page_count) == (outcome, None, 0)
