import struct

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.errors import DamagedPart, DamagedProjectError
from desktop.storage.sealing import (
    MARK_BYTES,
    Root,
    Sealer,
    _derive,
    block_count,
    block_mark,
    decode_root,
    root_versions,
)
from tests.support.project_files import content

PROJECT = content(16, "project")
SEALER = Sealer(content(32, "key"), PROJECT)
ROOT = Root(1, 1, 7, 70_000, content(32, "slots"), (content(28, "a"), content(28, "b")))


def test_aes_gcm_gives_the_published_ciphertext() -> None:
    """Test case 16 of McGrew and Viega's specification of GCM."""
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    plain = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    context = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    expected = bytes.fromhex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    assert (
        AESGCM(key).encrypt(bytes.fromhex("cafebabefacedbaddecaf888"), plain, context) == expected
    )


def test_derived_keys_are_the_published_hkdf() -> None:
    """Test case 1 of RFC 5869, its first 32 bytes."""
    derived = _derive(b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA)))
    assert derived.hex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"


@pytest.mark.parametrize("size", [1, 65536])
def test_a_block_opens_at_its_own_number_only(size: int) -> None:
    plain = content(size)
    sealed = SEALER.seal_block(3, plain)
    assert SEALER.open_block(3, sealed, block_mark(sealed)) == plain
    with pytest.raises(DamagedProjectError) as caught:
        SEALER.open_block(4, sealed, block_mark(sealed))
    assert caught.value.part is DamagedPart.RECORDS


def test_an_older_state_of_a_block_is_refused() -> None:
    old, new = SEALER.seal_block(0, b"state"), SEALER.seal_block(0, b"state")
    assert old != new
    with pytest.raises(DamagedProjectError):
        SEALER.open_block(0, old, block_mark(new))


@pytest.mark.parametrize("length", [0, 11, 27, 28])
def test_a_block_that_is_too_short_is_damaged(length: int) -> None:
    sealed = SEALER.seal_block(0, b"block")[:length]
    with pytest.raises(DamagedProjectError):
        SEALER.open_block(0, sealed, block_mark(sealed))


def test_a_root_comes_back() -> None:
    opened = SEALER.open_root(SEALER.seal_root(ROOT))
    assert root_versions(opened) == (1, 1)
    assert decode_root(opened) == ROOT


@pytest.mark.parametrize(
    "other", [Sealer(content(32, "other"), PROJECT), Sealer(content(32, "key"), content(16, "q"))]
)
def test_a_root_of_another_project_is_damaged(other: Sealer) -> None:
    sealed = SEALER.seal_root(ROOT)
    with pytest.raises(DamagedProjectError) as caught:
        other.open_root(sealed)
    assert caught.value.part is DamagedPart.ROOT


def test_a_block_is_never_taken_for_a_root() -> None:
    with pytest.raises(DamagedProjectError):
        SEALER.open_root(SEALER.seal_block(0, ROOT.encode()))


@given(st.integers(0, 8 * (64 + len(ROOT.encode())) - 1))
def test_every_bit_of_a_sealed_root_counts(bit: int) -> None:
    sealed = bytearray(SEALER.seal_root(ROOT))
    bit %= 8 * len(sealed)
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(DamagedProjectError):
        SEALER.open_root(bytes(sealed))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_root_or_damaged(data: bytes) -> None:
    try:
        root = decode_root(data)
    except DamagedProjectError:
        return
    assert root.encode() == data


@pytest.mark.parametrize("length", range(4))
def test_a_root_without_versions_is_damaged(length: int) -> None:
    with pytest.raises(DamagedProjectError):
        root_versions(bytes(length))


def test_a_root_must_have_a_mark_for_every_block() -> None:
    encoded = ROOT.encode()
    for wrong in (
        encoded[:-1],
        encoded[:-MARK_BYTES],
        encoded + bytes(MARK_BYTES),
        encoded[:12] + struct.pack(">Q", 1 << 63) + encoded[20:],
        encoded[:12] + struct.pack(">Q", 65536) + encoded[20:],
    ):
        with pytest.raises(DamagedProjectError):
            decode_root(wrong)


@pytest.mark.parametrize(("length", "blocks"), [(0, 0), (1, 1), (65536, 1), (65537, 2)])
def test_blocks_are_counted_up(length: int, blocks: int) -> None:
    assert block_count(length) == blocks
