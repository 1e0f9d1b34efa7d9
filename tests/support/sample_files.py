"""Evidence files as offices have them, made on the spot."""

import zipfile
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def a_pdf(path: Path, pages: int = 1, text: str = "made-up evidence") -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(pages):
        canvas.drawString(72, 720, f"{text} {page + 1}")
        canvas.showPage()
    canvas.save()
    return path


def a_jpeg(path: Path, size: tuple[int, int] = (1200, 900)) -> Path:
    Image.new("RGB", size, (180, 200, 190)).save(path, "JPEG")
    return path


def a_docx(path: Path) -> Path:
    """Enough of an office file to be told as one by its bytes and its name."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return path
