"""Evidence in pictures: upright, on white, without a word about camera or place."""

import io

import pikepdf
import pytest
from PIL import Image, ImageCms

from desktop.documents.evidence import picture_files
from desktop.documents.evidence.kinds import EvidenceKind
from desktop.documents.evidence.normalise import normalise
from desktop.documents.evidence.outcome import NormalisedEvidence, Note, Outcome
from tests.desktop.documents.evidence import hostile, pages
from tests.desktop.documents.evidence.heic_photo import a_heic

RED = (255, 0, 0)


def shown(data: bytes) -> tuple[NormalisedEvidence, bytes]:
    result = normalise("照片", data)
    assert result.pages_pdf is not None, result.outcome
    assert pages.is_sound(result.pages_pdf)
    return result, result.pages_pdf


def middle(pdf: bytes, page: int = 1) -> tuple[int, ...]:
    picture = pages.drawn(pdf, page)
    x, y = picture.width // 2, picture.height // 2
    spot = picture.crop((x, y, x + 1, y + 1))
    return tuple(spot.tobytes())


def only_image(document: pikepdf.Pdf) -> pikepdf.Stream:
    (image,) = (
        item
        for item in document.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Image
    )
    return image


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("P", "PNG"),
        ("RGB", "TIFF"),
        ("CMYK", "TIFF"),
        ("RGB", "BMP"),
        ("RGB", "WEBP"),
        ("RGBA", "WEBP"),
        ("P", "GIF"),
    ],
)
def test_colours_and_place_are_right_in_every_format(mode: str, form: str) -> None:
    result, pdf = shown(hostile.encoded(hostile.a_picture(mode), form))
    assert (result.outcome, result.page_count) == (Outcome.INLINE, 1)
    assert middle(pdf) == pytest.approx(RED, abs=12)
    assert pages.dark_corner(pages.drawn(pdf)) == "upper left"
    assert pages.page_sizes(pdf) == {(297, 210)}


@pytest.mark.parametrize("mode", ["1", "L"])
def test_scans_without_colour_stay_right_way_and_right_side_out(mode: str) -> None:
    _, pdf = shown(hostile.encoded(hostile.a_picture(mode, (1240, 1754)), "TIFF"))
    picture = pages.drawn(pdf)
    assert pages.dark_corner(picture) == "upper left"
    assert picture.getpixel((picture.width // 2, 60)) == pytest.approx((255, 255, 255), abs=2)


def test_a_black_and_white_scan_is_kept_without_loss() -> None:
    scan = hostile.a_picture("1", (2480, 3508))
    result, pdf = shown(hostile.encoded(scan, "TIFF", compression="group4"))
    assert result.notes == ()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        kept = pikepdf.PdfImage(only_image(document)).as_pil_image()
        assert kept.convert("1").tobytes() == scan.tobytes()


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, "upper left"), (3, "lower right"), (6, "upper right"), (8, "lower left")],
)
def test_a_photo_is_turned_as_it_was_held(orientation: int, corner: str) -> None:
    _, pdf = shown(hostile.a_jpeg(exif=hostile.located_exif(orientation)))
    assert pages.dark_corner(pages.drawn(pdf)) == corner


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_camera_and_place_are_left_behind(form: str) -> None:
    data = hostile.encoded(hostile.a_picture(), form, exif=hostile.located_exif())
    assert b"MADE-UP-MAKER" in data
    _, pdf = shown(data)
    assert b"MADE-UP-MAKER" not in pdf
    assert b"Exif" not in pdf


def test_a_telephone_photo_in_heic_is_shown_upright() -> None:
    data = a_heic()
    assert b"MADE-UP-MAKER" in data
    result, pdf = shown(data)
    assert (result.kind, result.outcome) == (EvidenceKind.HEIC, Outcome.INLINE)
    assert b"MADE-UP-MAKER" not in pdf
    small = pages.drawn(pdf).convert("L").point(lambda value: 255 - value).getbbox()
    assert small is not None
    shown_part = pages.drawn(pdf).crop(small)
    assert pages.dark_corner(shown_part) == "upper right"
    assert middle(pdf) == pytest.approx(RED, abs=25)


def test_a_broken_heic_is_damaged() -> None:
    assert normalise("照片.heic", a_heic()[:-300]).outcome is Outcome.DAMAGED


def test_transparent_parts_are_white() -> None:
    _, pdf = shown(hostile.encoded(Image.new("RGBA", (400, 400), (9, 9, 9, 0)), "PNG"))
    assert middle(pdf) == (255, 255, 255)


def test_deep_grey_is_scaled_not_cut_off() -> None:
    grey = Image.new("I;16", (400, 400), 0x8000)
    _, pdf = shown(hostile.encoded(grey, "PNG"))
    assert middle(pdf) == pytest.approx((128, 128, 128), abs=3)


def test_a_colour_profile_is_applied_and_a_broken_one_does_no_harm() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for icc in (profile, b"made-up junk"):
        _, pdf = shown(hostile.a_jpeg(icc_profile=icc))
        assert middle(pdf) == pytest.approx(RED, abs=12)
        assert b"ICC_PROFILE" not in pdf


def test_every_page_of_a_scan_is_shown() -> None:
    scans = [Image.new("L", (600, 800), grey) for grey in (10, 120, 240)]
    data = hostile.encoded(scans[0], "TIFF", save_all=True, append_images=scans[1:])
    result, pdf = shown(data)
    assert result.page_count == 3
    greys = [
        pages.drawn(pdf, number).convert("L").crop((200, 290, 201, 291)) for number in (1, 2, 3)
    ]
    assert [grey.tobytes()[0] for grey in greys] == pytest.approx([10, 120, 240], abs=3)


def test_more_scans_than_one_file_may_have_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "PAGE_LIMIT", 2)
    scan = Image.new("L", (60, 80))
    data = hostile.encoded(scan, "TIFF", save_all=True, append_images=[scan, scan])
    assert normalise("扫描.tif", data).outcome is Outcome.TOO_MANY_PAGES


def test_of_an_animation_the_first_picture_is_shown_and_that_is_told() -> None:
    others = [hostile.a_picture("P", (60, 40)), Image.new("P", (60, 40), 3)]
    data = hostile.encoded(others[0], "GIF", save_all=True, append_images=others[1:])
    result, _ = shown(data)
    assert result.page_count == 1
    assert result.notes == (Note.FIRST_FRAME_ONLY,)


def test_a_large_photo_is_reduced_to_the_resolution_of_the_page() -> None:
    result, pdf = shown(hostile.a_jpeg(size=(6000, 4000)))
    assert result.notes == (Note.REDUCED,)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert int(only_image(document).Width) <= 277 / 25.4 * 200 + 1


def test_a_small_picture_is_not_blown_up() -> None:
    _, pdf = shown(hostile.encoded(Image.new("L", (96, 96)), "PNG"))
    dark = pages.drawn(pdf).convert("L").point(lambda value: 255 - value).getbbox()
    assert dark is not None
    assert dark[2] - dark[0] == pytest.approx(pages.DPI, abs=2)


def test_a_giant_jpeg_is_reduced_while_it_is_read() -> None:
    result, _ = shown(hostile.encoded(Image.new("L", (20_000, 20_000), 200), "JPEG"))
    assert (result.outcome, result.notes) == (Outcome.INLINE, (Note.REDUCED,))


@pytest.mark.parametrize(
    ("data", "outcome"),
    [
        (hostile.a_giant_png(), Outcome.TOO_LARGE_IMAGE),
        (b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x4e\0\x1f\x4e\0", Outcome.TOO_LARGE_IMAGE),
        (hostile.a_jpeg()[:5_000], Outcome.DAMAGED),
        (hostile.encoded(hostile.a_picture(), "PNG")[:500], Outcome.DAMAGED),
        (hostile.encoded(hostile.a_picture(), "TIFF")[:500], Outcome.DAMAGED),
        (b"\xff\xd8\xff" + bytes(99), Outcome.DAMAGED),
        (b"\0\0\0\x18ftypheic" + bytes(99), Outcome.DAMAGED),
        (b"BM" + bytes(99), Outcome.DAMAGED),
        (b"GIF89a", Outcome.DAMAGED),
    ],
    ids=lambda value: value.value if isinstance(value, Outcome) else "",
)
def test_what_cannot_be_shown_says_why(data: bytes, outcome: Outcome) -> None:
    result = normalise("照片", data)
    assert (result.outcome, result.pages_pdf, result.page_count) == (outcome, None, 0)


def test_equal_pictures_give_equal_bytes() -> None:
    assert normalise("照片", hostile.a_jpeg()) == normalise("照片", hostile.a_jpeg())
