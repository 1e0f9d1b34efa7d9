"""Which exceptions mean that a file is at fault and not the program."""

import errno
import zlib
from struct import error as StructError  # noqa: N812  (an exception class in lower case)

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError

DAMAGED_CONTENT = (
    PdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    EOFError,
    MemoryError,
    StructError,
    zlib.error,
    x509.InvalidVersion,
    UnsupportedAlgorithm,
)
"""All that pyHanko, asn1crypto and cryptography raise for malformed content.

pyHanko parses leniently typed objects and fails with whatever the wrong type brings (seen: each of
the first nine); the list is wide so that no file, however hostile, gets past it as a crash.
"""

_IMPOSSIBLE_OFFSET = (errno.EINVAL, errno.EOVERFLOW)


def is_damage(error: OSError) -> bool:
    """Whether the system refused an offset that the file itself named, not the reading as such."""
    return isinstance(error, ValueError) or error.errno in _IMPOSSIBLE_OFFSET
