"""The first look at a file: is it a PDF at all, and how long."""

from os import SEEK_END
from typing import BinaryIO

from desktop.signing.errors import NotAPdfError, UnreadableFileError

HEADER_WINDOW = 1024
"""The bytes at the beginning of a file within which %PDF- must stand."""


def size_of_pdf(source: BinaryIO) -> int:
    """The size in bytes of a file that begins like a PDF; leaves the position at its start.

    Raises:
        NotAPdfError: it does not begin so.
        UnreadableFileError: the system failed to read it.
    """
    try:
        source.seek(0)
        head = source.read(HEADER_WINDOW)
        size = source.seek(0, SEEK_END)
        source.seek(0)
    except OSError as error:
        raise UnreadableFileError(os_code=error.errno or 0) from None
    if b"%PDF-" not in head:
        raise NotAPdfError
    return size
