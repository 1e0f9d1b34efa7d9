import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from desktop.storage.errors import DamagedPart, DamagedProjectError, StorageCancelledError
from desktop.storage.stream import (
    HEADER_BYTES,
    SEGMENT_BYTES,
    StreamFacts,
    new_header,
    open_stream,
    plain_bytes,
    seal_stream,
    segment_count,
)
from tests.support.project_files import content

KEY = content(32, "key")
FIRST = plain_bytes(0)
NEXT = plain_bytes(1)


class Trickle(io.BytesIO):
    """A source that gives less than it is asked for."""

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size if size and size > 0 else 7777, 7777))


def sealed(
    source: io.BytesIO, progress: list[int] | None = None
) -> tuple[dict[int, bytes], StreamFacts]:
    rows: dict[int, bytes] = {}
    seen: list[int] = [] if progress is None else progress
    facts = seal_stream(source, KEY, rows.__setitem__, seen.append, lambda: False)
    return rows, facts


def opened(rows: dict[int, bytes], facts: StreamFacts) -> bytes:
    return b"".join(open_stream(KEY, facts, lambda index: rows[index]))


@pytest.mark.parametrize(
    "size", [0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + NEXT - 1, FIRST + NEXT, FIRST + NEXT + 1]
)
def test_a_stream_comes_back_at_every_border(size: int) -> None:
    data = content(size)
    rows, facts = sealed(io.BytesIO(data))
    assert opened(rows, facts) == data
    assert facts.size == size
    assert facts.segments == segment_count(size) == len(rows)
    assert all(len(row) == SEGMENT_BYTES for row in list(rows.values())[:-1])


@given(st.integers(min_value=0, max_value=1 << 44))
def test_the_number_of_segments_is_that_of_the_layout(size: int) -> None:
    expected = 1
    if size > FIRST:
        expected += -(-(size - FIRST) // NEXT)
    assert segment_count(size) == expected


def test_short_reads_make_the_same_segments() -> None:
    data = content(2 * NEXT + 5)
    rows, facts = sealed(Trickle(data))
    assert opened(rows, facts) == data
    assert [len(row) for row in rows.values()][:2] == [SEGMENT_BYTES, SEGMENT_BYTES]


def test_progress_counts_the_bytes_of_the_source() -> None:
    seen: list[int] = []
    sealed(io.BytesIO(content(FIRST + NEXT + 9)), seen)
    assert seen == [FIRST, FIRST + NEXT, FIRST + NEXT + 9]


def test_cancelling_stops_between_two_segments() -> None:
    answers = iter([False, True])
    rows: dict[int, bytes] = {}
    with pytest.raises(StorageCancelledError):
        seal_stream(
            io.BytesIO(content(4 * NEXT)),
            KEY,
            rows.__setitem__,
            lambda _: None,
            lambda: next(answers),
        )
    assert list(rows) == [0]


def test_the_same_bytes_are_never_sealed_alike() -> None:
    first, _ = sealed(io.BytesIO(b"same"))
    second, _ = sealed(io.BytesIO(b"same"))
    assert first[0][HEADER_BYTES:] != second[0][HEADER_BYTES:]
    assert len({new_header() for _ in range(100)}) == 100


def _tampered(rows: dict[int, bytes]) -> Iterator[dict[int, bytes]]:
    yield {**rows, 0: rows[1], 1: rows[0]}
    yield {**rows, 1: rows[2], 2: rows[1]}
    yield {**rows, 1: rows[2]}
    yield {**rows, 2: rows[2][:-1]}
    yield {**rows, 0: rows[0][:20]}
    yield {**rows, 0: b""}
    yield {**rows, 2: b""}
    for row, data in rows.items():
        for place in (0, 1, 35, 40, 41, len(data) - 1):
            flipped = bytearray(data)
            flipped[place] ^= 1
            yield {**rows, row: bytes(flipped)}


def test_nothing_altered_comes_out() -> None:
    data = content(FIRST + NEXT + 1000)
    rows, facts = sealed(io.BytesIO(data))
    for bad in _tampered(rows):
        pieces: list[bytes] = []
        with pytest.raises(DamagedProjectError) as caught:
            pieces.extend(open_stream(KEY, facts, bad.__getitem__))
        assert caught.value.part is DamagedPart.OBJECT
        assert data.startswith(b"".join(pieces))


def test_a_stream_cut_at_a_segment_is_noticed() -> None:
    rows, facts = sealed(io.BytesIO(content(FIRST + NEXT + 1000)))
    for segments in (1, 2):
        with pytest.raises(DamagedProjectError):
            opened(rows, StreamFacts(facts.size, segments, facts.sha256))


@pytest.mark.parametrize(
    "claim",
    [
        StreamFacts(5, 1, content(32, "other digest")),
        StreamFacts(4, 1, b""),
    ],
)
def test_size_and_digest_must_be_those_on_record(claim: StreamFacts) -> None:
    rows, _ = sealed(io.BytesIO(b"12345"))
    with pytest.raises(DamagedProjectError):
        opened(rows, claim)
