"""Looking at finished pages with programs that are not ours."""

import io
import subprocess
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Stream
from PIL import Image

DPI = 50


def is_sound(pdf: bytes) -> bool:
    """Whether qpdf finds neither errors nor warnings."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        problems = document.check_pdf_syntax()
        return problems == [] and document.get_warnings() == []


def text_of(pdf: bytes) -> str:
    found = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return found.stdout.decode("utf-8")


def drawn(pdf: bytes, page: int = 1) -> Image.Image:
    """One page as Poppler shows it, in RGB."""
    number = str(page)
    command = ["pdftoppm", "-r", str(DPI), "-f", number, "-l", number, "-png", "-"]
    shown = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(shown.stdout)).convert("RGB")


def dark_corner(picture: Image.Image) -> str:
    """Which corner of the page's middle part holds the black square."""
    width, height = picture.size
    grey = picture.convert("L")
    darkness = {
        f"{down} {across}": _mean(grey, x, y, width // 3, height // 3)
        for across, x in (("left", 0), ("right", width - width // 3))
        for down, y in (("upper", 0), ("lower", height - height // 3))
    }
    return min(darkness, key=lambda corner: darkness[corner])


def _mean(grey: Image.Image, x: int, y: int, width: int, height: int) -> float:
    part = grey.crop((x, y, x + width, y + height)).tobytes()
    return sum(part) / len(part)


def page_sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Widths and heights of all pages in whole millimetres."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            (round(float(box[2]) * 25.4 / 72), round(float(box[3]) * 25.4 / 72))
            for box in (page.mediabox for page in document.pages)
        }


def keys_in(pdf: bytes) -> set[str]:
    """Every key of every dictionary in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {key for item in _dictionaries(document) for key, _ in item.items()}


def _dictionaries(document: pikepdf.Pdf) -> Iterator[Dictionary | Stream]:
    pending: list[object] = list(document.objects)
    while pending:
        item = pending.pop()
        if isinstance(item, Array):
            pending.extend(part for part in item if _is_inside(part))
        elif isinstance(item, (Dictionary, Stream)):
            yield item
            pending.extend(part for _, part in item.items() if _is_inside(part))


def _is_inside(part: object) -> bool:
    return isinstance(part, (Array, Dictionary)) and not part.is_indirect
