"""Writing the PDF of one evidence file: plain pages with one thing on each, nothing else."""

import io
import zlib
from decimal import Decimal

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

from desktop.documents.evidence.frame import Placement

Matrix = tuple[float, float, float, float, float, float]


def add_page(document: Pdf, placement: Placement, shown: Object, matrix: Matrix) -> None:
    """Add an A4 page that shows one XObject through a matrix."""
    numbers = " ".join(f"{number:.5f}" for number in matrix)
    page = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, _rounded(placement.page_width), _rounded(placement.page_height)],
        Resources=Dictionary(XObject=Dictionary(E=document.make_indirect(shown))),
        Contents=Stream(document, f"q {numbers} cm /E Do Q\n".encode("ascii")),
    )
    document.pages.append(pikepdf.Page(document.make_indirect(page)))


def packed(data: bytes) -> bytes:
    """Compress content the same way everywhere, so that equal pages have equal bytes."""
    return zlib.compress(data, 6)


def saved(document: Pdf) -> bytes:
    """The document's bytes, without decoding or encoding any stream again."""
    stream = io.BytesIO()
    document.save(
        stream,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return stream.getvalue()


def _rounded(length: float) -> Decimal:
    return Decimal(f"{length:.3f}")
