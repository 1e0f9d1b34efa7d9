"""Seals a finished PDF with an integrity signature, as the last thing ever written to it."""

from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from desktop.signing.errors import (
    SigningCancelledError,
    UnreadableFileError,
    UnwritableFileError,
)
from desktop.signing.identity import SigningIdentity
from desktop.signing.pdf_file import size_of_pdf

INTEGRITY_REASON = "完整性签名(防篡改)"
CHUNK = 1024 * 1024


def _unwatched(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def _never() -> bool:
    """A wish to cancel that nobody has."""
    return False


def sign(
    source: BinaryIO,
    target: BinaryIO,
    identity: SigningIdentity,
    signed_at: datetime,
    *,
    reason: str = INTEGRITY_REASON,
    location: str = "",
    progress: Callable[[int, int], None] = _unwatched,
    cancelled: Callable[[], bool] = _never,
) -> None:
    """Copy a PDF and certify the copy (PAdES B-B, DocMDP: no changes, invisible).

    Memory stays flat whatever the size. Nothing of the document's own details (Info, XMP) changes.

    Args:
        source: the finished PDF, seekable.
        target: empty, opened for reading and writing, seekable ("w+b"). After a failure it holds
            rubbish and must be thrown away; after success nobody may write to it again.
        identity: key and certificate.
        signed_at: the claimed time, aware; whole seconds are kept.
        reason: words that readers show beside the signature.
        location: words that readers show as the place; empty leaves it out.
        progress: told of bytes done and in total; copying and hashing count once each.
        cancelled: asked between pieces of the copy and before the hash.

    Raises:
        DamagedIdentityError, IdentityNotYetValidError, IdentityExpiredError: nothing written.
        NotAPdfError, EncryptedPdfError, AlreadySignedError, UnsignablePdfError: the source.
        UnreadableFileError, UnwritableFileError: the system failed.
        SigningCancelledError: the user wished so.
    """
    if signed_at.utcoffset() is None:
        raise ValueError("signed_at must be aware")
    signed_at = signed_at.replace(microsecond=0)
    identity.check_usable_at(signed_at)
    size = _copy(source, target, progress, cancelled)
    if cancelled():
        raise SigningCancelledError
    # pyHanko costs some 0.4 s to import; a window that signs nothing shall not wait for it
    from desktop.signing.pdf_writing import SignatureText, append_signature  # noqa: PLC0415

    append_signature(target, identity, SignatureText(signed_at, reason, location))
    progress(2 * size, 2 * size)


def _copy(
    source: BinaryIO,
    target: BinaryIO,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Copy the whole file; gives its size in bytes."""
    size = size_of_pdf(source)
    done = 0
    while chunk := _read(source):
        if cancelled():
            raise SigningCancelledError
        try:
            target.write(chunk)
        except OSError as error:
            raise UnwritableFileError(os_code=error.errno or 0) from None
        done += len(chunk)
        progress(done, 2 * size)
    return size


def _read(source: BinaryIO) -> bytes:
    try:
        return source.read(CHUNK)
    except OSError as error:
        raise UnreadableFileError(os_code=error.errno or 0) from None
