"""Identities and certificates made once per test run: new RSA keys are slow."""

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from desktop.signing.identity import SigningIdentity, make_identity

MADE_AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
SIGNED_AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SIGNER = "重庆示例精密机械有限公司"


@cache
def identity() -> SigningIdentity:
    """The identity of a made-up company, valid from MADE_AT for three years."""
    return make_identity(SIGNER, SIGNER, MADE_AT)


@cache
def other_identity() -> SigningIdentity:
    """Somebody else's identity under the same name."""
    return make_identity(SIGNER, SIGNER, MADE_AT)


@cache
def issued_identity(rsa_bits: int) -> SigningIdentity:
    """An identity whose certificate another key has issued."""
    issuer = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    key = rsa.generate_private_key(public_exponent=65537, key_size=rsa_bits)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "示例证书机构")]))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(MADE_AT)
        .not_valid_after(MADE_AT + timedelta(days=365))
        .sign(issuer, hashes.SHA256())
    )
    return SigningIdentity(
        private_key_pkcs8=key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        certificate_der=certificate.public_bytes(serialization.Encoding.DER),
    )
