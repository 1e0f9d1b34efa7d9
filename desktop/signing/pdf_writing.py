"""The signature as PDF objects, appended by pyHanko without touching anything else."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers.cms_embedder import (
    PdfCMSEmbedder,
    SigIOSetup,
    SigMDPSetup,
    SigObjSetup,
)
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from typing_extensions import override

from desktop.signing.cms_container import DIGEST, assemble, signed_attributes
from desktop.signing.errors import (
    AlreadySignedError,
    DamagedIdentityError,
    EncryptedPdfError,
    UnsignablePdfError,
    UnwritableFileError,
)
from desktop.signing.hostile_input import DAMAGED_CONTENT, is_damage
from desktop.signing.identity import SigningIdentity
from desktop.signing.quiet_logging import silence_pdf_library

FIELD_NAME = "完整性签名"
CONTAINER_HEX_DIGITS = 2 * 16 * 1024
"""Room for 16 KiB of container; one RSA-3072 certificate needs about 2 KiB."""
HASH_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class SignatureText:
    """What readers show beside the signature."""

    signed_at: datetime
    reason: str
    location: str


class _OnlyTheSignature(IncrementalPdfFileWriter):
    """Appends objects and leaves the document's details alone.

    pyHanko's own writer stamps ModDate from the computer's clock and its name into Producer, which
    would also part Info from XMP.
    """

    @override
    def _update_meta(self) -> None:
        """Keep Info and XMP as they are."""


def append_signature(target: BinaryIO, identity: SigningIdentity, text: SignatureText) -> None:
    """Certify the PDF in `target` in place; the signature is the last object of the file.

    Raises:
        EncryptedPdfError, AlreadySignedError, UnsignablePdfError: what lies in `target`.
        UnwritableFileError: the system failed.
    """
    silence_pdf_library()
    try:
        writer = _open(target)
        embedding = _prepare(writer, text)
        prepared, _ = embedding.send(
            SigIOSetup(md_algorithm=DIGEST, in_place=True, chunk_size=HASH_CHUNK)
        )
        embedding.send(_container(prepared.document_digest, identity))
        target.flush()
    except OSError as error:
        if is_damage(error):
            raise UnsignablePdfError from None
        raise UnwritableFileError(os_code=error.errno or 0) from None
    except DAMAGED_CONTENT:
        raise UnsignablePdfError from None


def _open(target: BinaryIO) -> _OnlyTheSignature:
    reader = PdfFileReader(target, strict=True)
    if reader.encrypted:
        raise EncryptedPdfError
    if reader.xrefs.hybrid_xrefs_present:
        raise UnsignablePdfError
    signatures = sum(1 for _ in enumerate_sig_fields(reader, filled_status=True))
    if signatures:
        raise AlreadySignedError(signature_count=signatures)
    return _OnlyTheSignature(target, prev=reader)


def _prepare(writer: IncrementalPdfFileWriter, text: SignatureText) -> Generator[Any, Any, None]:
    """Field, signature dictionary and certification in place; awaits the request to hash."""
    embedding: Generator[Any, Any, None]
    embedding = PdfCMSEmbedder(SigFieldSpec(FIELD_NAME)).write_cms(FIELD_NAME, writer)
    next(embedding)
    placeholder = SignatureObject(
        timestamp=text.signed_at,
        subfilter=SigSeedSubFilter.PADES,
        location=text.location or None,
        reason=text.reason or None,
        bytes_reserved=CONTAINER_HEX_DIGITS,
    )
    certify = SigMDPSetup(md_algorithm=DIGEST, certify=True, docmdp_perms=MDPPerm.NO_CHANGES)
    embedding.send(SigObjSetup(sig_placeholder=placeholder, mdp_setup=certify))
    return embedding


def _container(document_digest: bytes, identity: SigningIdentity) -> bytes:
    """Signed here and not by pyHanko's signer, whose event loop would open a pair of sockets."""
    key = serialization.load_der_private_key(identity.private_key_pkcs8, password=None)
    if not isinstance(key, RSAPrivateKey):
        raise DamagedIdentityError
    attributes = signed_attributes(document_digest, identity.certificate_der)
    signature = key.sign(attributes, PKCS1v15(), hashes.SHA256())
    return assemble(identity.certificate_der, attributes, signature)
