"""A key and its self-signed certificate: who vouches that a package was not changed."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from desktop.signing.certificate import (
    DESCRIPTION,
    ELLIPSIS,
    UNREADABLE_CERTIFICATE,
    CertificateFacts,
    read_certificate,
)
from desktop.signing.errors import (
    DamagedIdentityError,
    IdentityExpiredError,
    IdentityNameError,
    IdentityNotYetValidError,
)

RSA_BITS = 3072
COMMON_NAME_BYTES = 64
"""X.509 allows 64 characters; common readers count them as UTF-8 bytes, 21 Chinese characters."""
ORGANISATION_CHARACTERS = 64
DESCRIPTION_CHARACTERS = 1024


@dataclass(frozen=True)
class SigningIdentity:
    """The private key (PKCS#8, DER, not encrypted) and the certificate (DER) that belongs to it.

    Lives inside the encrypted project only. Every property raises DamagedIdentityError when the
    certificate cannot be read.
    """

    private_key_pkcs8: bytes = field(repr=False)
    certificate_der: bytes

    @cached_property
    def _facts(self) -> CertificateFacts:
        try:
            return read_certificate(self.certificate_der)
        except UNREADABLE_CERTIFICATE:
            raise DamagedIdentityError from None

    @property
    def fingerprint_sha256(self) -> str:
        """64 lower-case hexadecimal digits over the certificate."""
        return self._facts.fingerprint_sha256

    @property
    def subject_name(self) -> str:
        """The name the identity was made for, in full length."""
        return self._facts.subject_name

    @property
    def not_before(self) -> datetime:
        """First valid instant, UTC."""
        return self._facts.not_before

    @property
    def not_after(self) -> datetime:
        """Last valid instant, UTC."""
        return self._facts.not_after

    def check_usable_at(self, signed_at: datetime) -> None:
        """Refuse to sign outside the certificate's time or with a key that is not its own.

        Raises:
            DamagedIdentityError: key or certificate unreadable, or not a pair.
            IdentityNotYetValidError, IdentityExpiredError: wrong time.
        """
        self._check_pair()
        if signed_at < self.not_before:
            raise IdentityNotYetValidError(not_before=self.not_before, signed_at=signed_at)
        if signed_at > self.not_after:
            raise IdentityExpiredError(not_after=self.not_after, signed_at=signed_at)

    def _check_pair(self) -> None:
        try:
            key = serialization.load_der_private_key(self.private_key_pkcs8, password=None)
            certificate = x509.load_der_x509_certificate(self.certificate_der)
            belongs = key.public_key() == certificate.public_key()
        except UNREADABLE_CERTIFICATE:
            raise DamagedIdentityError from None
        if not (belongs and isinstance(key, rsa.RSAPrivateKey)):
            raise DamagedIdentityError


def make_identity(
    common_name: str, organisation: str, now: datetime, years: int = 3
) -> SigningIdentity:
    """A new RSA key with a self-signed certificate, valid from `now` for some years.

    The certificate serves nothing but signatures (digitalSignature, contentCommitment). A name too
    long for its field is cut with an ellipsis; the common name then stands in full in the
    subject's description, up to 1024 characters. An empty organisation is left out.

    Raises:
        IdentityNameError: a name is empty or not printable.
    """
    common_name, organisation = common_name.strip(), organisation.strip()
    if not common_name or not common_name.isprintable():
        raise IdentityNameError(field_name="common_name")
    if not organisation.isprintable():
        raise IdentityNameError(field_name="organisation")
    start = now.astimezone(UTC).replace(microsecond=0)
    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    builder = _certificate(_subject(common_name, organisation), key.public_key())
    certificate = (
        builder.not_valid_before(start)
        .not_valid_after(_years_later(start, years))
        .sign(key, hashes.SHA256())
    )
    return SigningIdentity(
        private_key_pkcs8=key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        certificate_der=certificate.public_bytes(serialization.Encoding.DER),
    )


def _certificate(subject: x509.Name, public_key: rsa.RSAPublicKey) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signatures_only(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _signatures_only() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _subject(common_name: str, organisation: str) -> x509.Name:
    short = _cut_to_bytes(common_name, COMMON_NAME_BYTES)
    attributes = [x509.NameAttribute(NameOID.COMMON_NAME, short)]
    if organisation:
        organisation = _cut_to_characters(organisation, ORGANISATION_CHARACTERS)
        attributes.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    if short != common_name:
        in_full = _cut_to_characters(common_name, DESCRIPTION_CHARACTERS)
        attributes.append(x509.NameAttribute(DESCRIPTION, in_full))
    return x509.Name(attributes)


def _cut_to_characters(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + ELLIPSIS


def _cut_to_bytes(text: str, limit: int) -> str:
    encoded = text.encode("utf-8")
    if len(encoded) <= limit:
        return text
    room = limit - len(ELLIPSIS.encode("utf-8"))
    return encoded[:room].decode("utf-8", errors="ignore") + ELLIPSIS


def _years_later(start: datetime, years: int) -> datetime:
    """The same day some years on; 29 February becomes 28 February where there is none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)
