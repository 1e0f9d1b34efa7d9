"""What a certificate says, read without trusting it."""

import warnings
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import NameOID

DESCRIPTION = x509.ObjectIdentifier("2.5.4.13")
"""Where a name too long for the common name stands in full (X.520 description, 1024 characters)."""
ELLIPSIS = "…"
UNREADABLE_CERTIFICATE = (ValueError, TypeError, x509.InvalidVersion, UnsupportedAlgorithm)
"""All that `cryptography` raises for bytes that are no usable certificate."""


@dataclass(frozen=True)
class CertificateFacts:
    """The statements of one X.509 certificate."""

    fingerprint_sha256: str
    """64 lower-case hexadecimal digits over the DER bytes."""
    subject_name: str
    """The common name in full length; empty when the certificate names nobody."""
    not_before: datetime
    not_after: datetime
    self_signed: bool
    """Issued to itself, and its own key verifies it."""
    rsa_bits: int
    """Size of the RSA key; 0 for any other kind of key."""


def read_certificate(der: bytes) -> CertificateFacts:
    """The facts of a certificate, which may be hostile.

    Raises:
        ValueError, TypeError, InvalidVersion, UnsupportedAlgorithm: see UNREADABLE_CERTIFICATE.
    """
    with warnings.catch_warnings():
        # cryptography warns of oddities in foreign certificates; they are facts here, not faults
        warnings.simplefilter("ignore")
        certificate = x509.load_der_x509_certificate(der)
        key = certificate.public_key()
        return CertificateFacts(
            fingerprint_sha256=certificate.fingerprint(hashes.SHA256()).hex(),
            subject_name=_subject_name(certificate.subject),
            not_before=certificate.not_valid_before_utc,
            not_after=certificate.not_valid_after_utc,
            self_signed=_is_self_signed(certificate),
            rsa_bits=key.key_size if isinstance(key, RSAPublicKey) else 0,
        )


def _subject_name(subject: x509.Name) -> str:
    """The common name; its full form is believed only where the short one is its beginning."""
    common_name = _first(subject, NameOID.COMMON_NAME)
    in_full = _first(subject, DESCRIPTION)
    stem = common_name.removesuffix(ELLIPSIS)
    if stem != common_name and in_full.startswith(stem):
        return in_full
    return common_name


def _first(subject: x509.Name, oid: x509.ObjectIdentifier) -> str:
    for attribute in subject.get_attributes_for_oid(oid):
        if isinstance(attribute.value, str):
            return attribute.value
    return ""


def _is_self_signed(certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(certificate)
    except (InvalidSignature, ValueError, TypeError, UnsupportedAlgorithm):
        return False
    return True
