"""What the PDF library logs goes nowhere: its sentences quote the contents of documents."""

import logging

_LIBRARIES = ("pyhanko", "pyhanko_certvalidator")


def silence_pdf_library() -> None:
    """Keep the library's log from standard error and from the program's own log; idempotent."""
    for name in _LIBRARIES:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
