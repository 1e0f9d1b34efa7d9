"""The sealed streams are Tink's: each opens what the other wrote, at every segment border."""

import hashlib
import io
import sys
from importlib import import_module
from typing import Any, TypeAlias

import pytest
from typing_extensions import override

from desktop.storage.errors import DamagedProjectError
from desktop.storage.stream import (
    SEGMENT_BYTES,
    StreamFacts,
    open_stream,
    plain_bytes,
    seal_stream,
    segment_count,
)
from tests.support.project_files import content

if sys.platform == "win32":
    pytest.skip("Tink is not published for Windows", allow_module_level=True)

keyset_format = import_module("tink").proto_keyset_format
secret_key_access = import_module("tink.secret_key_access")
streaming_aead = import_module("tink.streaming_aead")
stream_pb = import_module("tink.proto.aes_gcm_hkdf_streaming_pb2")
tink_pb = import_module("tink.proto.tink_pb2")
common_pb = import_module("tink.proto.common_pb2")

Primitive: TypeAlias = Any  # Tink has no types

KEY = content(32, "key")
FIRST, NEXT = plain_bytes(0), plain_bytes(1)
BORDERS = sorted(
    size
    for border in (0, FIRST, FIRST + NEXT, FIRST + 2 * NEXT)
    for size in (border - 1, border, border + 1)
    if size >= 0
)


class Kept(io.BytesIO):
    """A stream whose bytes outlive its closing."""

    data = b""

    @override
    def close(self) -> None:
        if not self.closed:
            self.data = self.getvalue()
        super().close()


@pytest.fixture(scope="module")
def primitive() -> Primitive:
    """Tink's own implementation over the same key."""
    streaming_aead.register()
    parameters = stream_pb.AesGcmHkdfStreamingParams(
        ciphertext_segment_size=SEGMENT_BYTES,
        derived_key_size=32,
        hkdf_hash_type=common_pb.SHA256,
    )
    value = stream_pb.AesGcmHkdfStreamingKey(version=0, key_value=KEY, params=parameters)
    keyset = tink_pb.Keyset(primary_key_id=1)
    entry = keyset.key.add()
    entry.key_id = 1
    entry.status = tink_pb.ENABLED
    entry.output_prefix_type = tink_pb.RAW
    entry.key_data.type_url = "type.googleapis.com/google.crypto.tink.AesGcmHkdfStreamingKey"
    entry.key_data.value = value.SerializeToString()
    entry.key_data.key_material_type = tink_pb.KeyData.SYMMETRIC
    handle = keyset_format.parse(keyset.SerializeToString(), secret_key_access.TOKEN)
    return handle.primitive(streaming_aead.StreamingAead)


@pytest.mark.parametrize("size", BORDERS)
def test_tink_opens_what_the_program_seals(primitive: Primitive, size: int) -> None:
    data = content(size)
    rows: list[bytes] = []
    seal_stream(
        io.BytesIO(data), KEY, lambda _, row: rows.append(row), lambda _: None, lambda: False
    )
    decrypting = primitive.new_decrypting_stream(io.BytesIO(b"".join(rows)), b"")
    with decrypting as stream:
        assert stream.read() == data


@pytest.mark.parametrize("size", BORDERS)
def test_the_program_opens_what_tink_seals(primitive: Primitive, size: int) -> None:
    data = content(size)
    target = Kept()
    with primitive.new_encrypting_stream(target, b"") as stream:
        stream.write(data)
    rows = [
        target.data[start : start + SEGMENT_BYTES]
        for start in range(0, len(target.data), SEGMENT_BYTES)
    ]
    assert len(rows) == segment_count(size)
    facts = StreamFacts(size, len(rows), hashlib.sha256(data).digest())
    assert b"".join(open_stream(KEY, facts, rows.__getitem__)) == data
    with pytest.raises(DamagedProjectError):
        list(open_stream(content(32, "other key"), facts, rows.__getitem__))
