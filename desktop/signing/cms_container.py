"""The signature container (CMS) in the one form this program writes.

Parts of a CMS container are covered by no signature (version numbers, algorithm lists, unsigned
attributes). Rebuilding the container from its three signed parts and comparing byte for byte
leaves no room to change them unseen.
"""

from asn1crypto import algos, cms, core, x509  # type: ignore[import-untyped]  # has no types
from pyhanko.sign.general import as_signing_certificate_v2

DIGEST = "sha256"
SIGNATURE_ALGORITHM = "sha256_rsa"


def signed_attributes(document_digest: bytes, certificate_der: bytes) -> bytes:
    """The attributes that a PAdES baseline signature signs, as DER (SET OF).

    The signing time is absent: PAdES wants it in the signature dictionary (/M).
    """
    certificate = x509.Certificate.load(certificate_der)
    protection = cms.CMSAlgorithmProtection(
        {"digest_algorithm": _digest(), "signature_algorithm": _signature_algorithm()}
    )
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "message_digest", "values": [document_digest]},
            {
                "type": "signing_certificate_v2",
                "values": [as_signing_certificate_v2(certificate, DIGEST)],
            },
            {"type": "cms_algorithm_protection", "values": [protection]},
        ]
    )
    return bytes(attributes.dump())


def assemble(certificate_der: bytes, attributes: bytes, signature: bytes) -> bytes:
    """The container around one certificate, the signed attributes (SET OF) and their signature."""
    certificate = x509.Certificate.load(certificate_der)
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                name="issuer_and_serial_number",
                value=cms.IssuerAndSerialNumber(
                    {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                ),
            ),
            "digest_algorithm": _digest(),
            "signed_attrs": cms.CMSAttributes.load(attributes),
            "signature_algorithm": _signature_algorithm(),
            "signature": signature,
        }
    )
    signed_data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [_digest()],
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices(name="certificate", value=certificate)],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed_data}).dump())


def take_apart(container: bytes) -> tuple[bytes, bytes, bytes]:
    """Certificate, signed attributes (SET OF) and signature of a container, all as they stand.

    Raises:
        ValueError, TypeError, KeyError: there is not exactly one of each, or no container at all.
    """
    signed_data = cms.ContentInfo.load(container)["content"]
    (choice,) = signed_data["certificates"]
    (signer,) = signed_data["signer_infos"]
    attributes = signer["signed_attrs"].untag().dump()
    return bytes(choice.chosen.dump()), bytes(attributes), bytes(signer["signature"].native)


def _digest() -> algos.DigestAlgorithm:
    return algos.DigestAlgorithm({"algorithm": DIGEST})


def _signature_algorithm() -> algos.SignedDigestAlgorithm:
    return algos.SignedDigestAlgorithm(
        {"algorithm": SIGNATURE_ALGORITHM, "parameters": core.Null()}
    )
