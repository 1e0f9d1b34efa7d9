import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from desktop.signing.cms_container import assemble, signed_attributes, take_apart
from tests.support.test_pki import identity

CONTENT = "示例内容".encode()


def container() -> bytes:
    certificate = identity().certificate_der
    attributes = signed_attributes(sha256(CONTENT).digest(), certificate)
    key = serialization.load_der_private_key(identity().private_key_pkcs8, password=None)
    assert isinstance(key, RSAPrivateKey)
    signature = key.sign(attributes, PKCS1v15(), hashes.SHA256())
    return assemble(certificate, attributes, signature)


def test_a_container_taken_apart_and_assembled_is_the_same_again() -> None:
    assert assemble(*take_apart(container())) == container()


def test_openssl_verifies_the_container_against_its_content(tmp_path: Path) -> None:
    (tmp_path / "container.der").write_bytes(container())
    for content, accepted in ((CONTENT, True), (CONTENT + b"!", False)):
        (tmp_path / "content").write_bytes(content)
        command = ["openssl", "cms", "-verify", "-noverify", "-binary", "-inform", "DER"]
        command += ["-in", "container.der", "-content", "content", "-out", "out"]
        said = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert (said.returncode == 0) is accepted


@pytest.mark.parametrize("rubbish", [b"", b"\x30\x00", b"\x05\x00", bytes(100), b"text"])
def test_rubbish_is_no_container(rubbish: bytes) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        take_apart(rubbish)
