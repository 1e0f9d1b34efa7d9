import warnings
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import NameOID

from desktop.signing.errors import (
    DamagedIdentityError,
    IdentityExpiredError,
    IdentityNameError,
    IdentityNotYetValidError,
)
from desktop.signing.identity import SigningIdentity, make_identity
from tests.support.test_pki import MADE_AT, SIGNER, identity, issued_identity, other_identity


def certificate_of(made: SigningIdentity) -> x509.Certificate:
    return x509.load_der_x509_certificate(made.certificate_der)


def text_of(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    value = certificate.subject.get_attributes_for_oid(oid)[0].value
    assert isinstance(value, str)
    return value


def test_a_new_identity_is_an_rsa_3072_key_for_signatures_only() -> None:
    certificate = certificate_of(identity())
    key = certificate.public_key()
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert isinstance(key, RSAPublicKey)
    assert key.key_size == 3072
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert not usage.value.key_encipherment


def test_the_certificate_is_issued_to_itself_and_proves_it() -> None:
    certificate = certificate_of(identity())
    certificate.verify_directly_issued_by(certificate)
    assert certificate.signature_hash_algorithm is not None
    assert certificate.signature_hash_algorithm.name == "sha256"


def test_two_identities_of_one_name_differ_in_serial_number_and_fingerprint() -> None:
    first, second = identity(), other_identity()
    assert certificate_of(first).serial_number != certificate_of(second).serial_number
    assert first.fingerprint_sha256 != second.fingerprint_sha256


def test_the_validity_starts_at_the_given_instant_and_lasts_three_years() -> None:
    assert identity().not_before == MADE_AT
    assert identity().not_after == datetime(2029, 3, 1, 8, 0, tzinfo=UTC)


def test_an_identity_made_on_a_leap_day_ends_on_the_28th() -> None:
    made = make_identity(SIGNER, "", datetime(2028, 2, 29, 1, 2, 3, 999_999, tzinfo=UTC))
    assert made.not_before == datetime(2028, 2, 29, 1, 2, 3, tzinfo=UTC)
    assert made.not_after == datetime(2031, 2, 28, 1, 2, 3, tzinfo=UTC)


def test_local_time_becomes_utc() -> None:
    here = datetime(2026, 3, 1, 16, 0, tzinfo=timezone(timedelta(hours=8)))
    assert make_identity(SIGNER, "", here, years=1).not_before == MADE_AT


def test_the_private_key_is_not_shown() -> None:
    assert "private_key" not in repr(identity())


@pytest.mark.parametrize("length", [200, 1024])
def test_a_long_name_is_kept_in_full_although_its_field_is_cut(length: int) -> None:
    name = ("重庆市示例技术集团" * 120)[:length]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        made = make_identity(name, name, MADE_AT)
        certificate = certificate_of(made)
        common_name = text_of(certificate, NameOID.COMMON_NAME)
    organisation = text_of(certificate, NameOID.ORGANIZATION_NAME)
    assert made.subject_name == name
    assert len(common_name.encode("utf-8")) <= 64
    assert common_name.endswith("…")
    assert name.startswith(common_name[:-1])
    assert organisation == name[:63] + "…"


def test_a_name_of_exactly_64_bytes_is_not_cut() -> None:
    name = "示例" * 10 + "ABCD"
    made = make_identity(name, "", MADE_AT)
    assert text_of(certificate_of(made), NameOID.COMMON_NAME) == name == made.subject_name


def test_an_empty_organisation_is_left_out() -> None:
    subject = certificate_of(make_identity("示例甲", " ", MADE_AT)).subject
    assert not subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)


@pytest.mark.parametrize(
    ("common_name", "organisation", "at_fault"),
    [
        ("", "示例", "common_name"),
        (" \t", "示例", "common_name"),
        ("示\x00例", "", "common_name"),
        ("示例", "甲\n乙", "organisation"),
    ],
)
def test_a_name_that_no_certificate_can_hold_is_refused(
    common_name: str, organisation: str, at_fault: str
) -> None:
    with pytest.raises(IdentityNameError) as refused:
        make_identity(common_name, organisation, MADE_AT)
    assert refused.value.field_name == at_fault


def test_an_identity_is_usable_from_its_first_to_its_last_instant() -> None:
    identity().check_usable_at(identity().not_before)
    identity().check_usable_at(identity().not_after)


def test_an_identity_is_refused_before_and_after_its_time() -> None:
    second = timedelta(seconds=1)
    with pytest.raises(IdentityNotYetValidError):
        identity().check_usable_at(identity().not_before - second)
    with pytest.raises(IdentityExpiredError) as expired:
        identity().check_usable_at(identity().not_after + second)
    assert expired.value.not_after == identity().not_after


@pytest.mark.parametrize(
    "damaged",
    [
        replace(identity(), private_key_pkcs8=b""),
        replace(identity(), certificate_der=b"no certificate"),
        replace(identity(), certificate_der=other_identity().certificate_der),
        replace(identity(), certificate_der=issued_identity(2048).certificate_der),
    ],
    ids=["no key", "no certificate", "another's certificate", "an issued certificate"],
)
def test_a_key_without_its_own_certificate_is_refused(damaged: SigningIdentity) -> None:
    with pytest.raises(DamagedIdentityError):
        damaged.check_usable_at(MADE_AT)


def test_the_name_of_an_unreadable_certificate_is_an_error_of_its_own() -> None:
    with pytest.raises(DamagedIdentityError):
        _ = replace(identity(), certificate_der=b"\x30\x00").subject_name
