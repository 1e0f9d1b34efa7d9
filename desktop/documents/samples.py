"""Made-up documents for the demonstration project; nothing in them is real."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from desktop.documents.evidence.preview import preview_page
from desktop.documents.layout.font_files import font_folder
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.page_frame import PageFrame
from desktop.documents.layout.page_writer import PageWriter

_SCAN_WIDTH = 1654
"""Pixels of an A4 page at 200 dpi."""


def sample_paper(title: str, paragraphs: tuple[str, ...]) -> bytes:
    """A company paper as PDF, marked as a sample on every page."""
    writer = PageWriter(
        FontSet.load(), PageFrame(header_left="示例文件，内容纯属虚构"), title=title
    )
    writer.title(title)
    for text in paragraphs:
        writer.paragraph(text, space_after_mm=1.5)
    return writer.finish().pdf


def sample_photo(caption: str) -> bytes:
    """A drawn stand-in for a photo, as JPEG, with its caption."""
    picture = Image.new("RGB", (1600, 1200), (214, 224, 218))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((500, 180, 1100, 1100), fill=(160, 138, 110), outline=(90, 76, 60), width=8)
    draw.rectangle((600, 330, 1000, 450), fill=(245, 245, 240), outline=(60, 60, 60), width=4)
    face = ImageFont.truetype(str(font_folder() / "NotoSansSC-Medium.ttf"), 64)
    draw.text((800, 390), caption, font=face, fill=(30, 30, 30), anchor="mm")
    draw.text((60, 1110), "示例图片，非实拍", font=face, fill=(90, 90, 90))
    return _jpeg(picture)


def sample_scan(paper_pdf: bytes) -> bytes:
    """A picture of a printed paper in the place of a scan; it bears no seal and says so."""
    shown = preview_page("paper.pdf", paper_pdf, 0, _SCAN_WIDTH)
    if shown.png is None:
        raise ValueError("the sample paper has no page")
    picture = Image.open(BytesIO(shown.png)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    face = ImageFont.truetype(str(font_folder() / "NotoSansSC-Medium.ttf"), 40)
    draw.text(
        (picture.width // 2, 120),
        "演示用扫描件，未签字、未盖章",
        font=face,
        fill=(110,) * 3,
        anchor="mm",
    )
    return _jpeg(picture)


def _jpeg(picture: Image.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", quality=82)
    return target.getvalue()
