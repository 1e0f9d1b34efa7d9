from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from desktop.signing.certificate import DESCRIPTION, UNREADABLE_CERTIFICATE, read_certificate
from tests.support.test_pki import MADE_AT, identity, issued_identity


def certificate_for(*attributes: tuple[x509.ObjectIdentifier, str]) -> bytes:
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(oid, text) for oid, text in attributes])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(MADE_AT)
        .not_valid_after(MADE_AT + timedelta(days=1))
        .sign(key, None)
    )
    return certificate.public_bytes(Encoding.DER)


def test_the_full_name_is_believed_only_where_the_short_one_begins_it() -> None:
    short = (NameOID.COMMON_NAME, "示例甲公司…")
    assert read_certificate(
        certificate_for(short, (DESCRIPTION, "示例甲公司重庆分公司"))
    ).subject_name == ("示例甲公司重庆分公司")
    assert (
        read_certificate(certificate_for(short, (DESCRIPTION, "示例乙公司"))).subject_name
        == "示例甲公司…"
    )
    whole = (NameOID.COMMON_NAME, "示例甲公司")
    assert (
        read_certificate(certificate_for(whole, (DESCRIPTION, "示例甲公司的对手"))).subject_name
        == "示例甲公司"
    )


def test_a_certificate_without_a_name_names_nobody() -> None:
    facts = read_certificate(certificate_for((NameOID.COUNTRY_NAME, "CN")))
    assert facts.subject_name == ""
    assert facts.rsa_bits == 0


def test_self_signed_means_proven_by_its_own_key() -> None:
    assert read_certificate(identity().certificate_der).self_signed
    assert not read_certificate(issued_identity(2048).certificate_der).self_signed
    forged = bytearray(identity().certificate_der)
    forged[-1] ^= 1
    assert not read_certificate(bytes(forged)).self_signed


@pytest.mark.parametrize("rubbish", [b"", b"\x30\x00", b"text"])
def test_rubbish_is_no_certificate(rubbish: bytes) -> None:
    with pytest.raises(UNREADABLE_CERTIFICATE):
        read_certificate(rubbish)
