"""Tells whether a package is, byte for byte, what was signed."""

from typing import BinaryIO

from desktop.signing.pdf_file import size_of_pdf
from desktop.signing.report import SignatureReport


def verify(source: BinaryIO) -> SignatureReport:
    """Examine the signature of a file that may be hostile.

    Stricter than PDF readers: they call a signature valid although pages were replaced behind it.
    No network, no clock, no trust list; memory stays flat.

    Args:
        source: seekable, opened for reading.

    Raises:
        NotAPdfError: the file does not begin like a PDF.
        UnreadableFileError: the system failed to read it.
    """
    size = size_of_pdf(source)
    # pyHanko costs some 0.4 s to import; a window that verifies nothing shall not wait for it
    from desktop.signing.pdf_reading import examine  # noqa: PLC0415

    return examine(source, size)
