from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.storage.errors import (
    DamagedPart,
    DamagedProjectError,
    KdfCostError,
    WrongSecretError,
)
from desktop.storage.key_slots import (
    WRAP_BYTES,
    KeySlot,
    _checksum,
    _context,
    slots_digest,
    unwrap_key,
    wrap_key,
)
from desktop.storage.unlock.base import Enrolment
from desktop.storage.unlock.passphrase import _META, Passphrase
from tests.support.project_files import CHEAP, SECRET, content

KEY = content(32, "key")
PROJECT = content(16, "project")
OTHER = Passphrase("other")


@pytest.fixture
def slot() -> KeySlot:
    return wrap_key(KEY, PROJECT, SECRET.enrol(CHEAP))


def resealed(slot: KeySlot) -> KeySlot:
    """The slot with a checksum that fits again, as somebody on purpose would leave it."""
    sealed = slot.wrap[:-8]
    return replace(slot, wrap=sealed + _checksum(_context(PROJECT, slot.kind, slot.meta), sealed))


def flipped(data: bytes) -> Iterator[bytes]:
    """The data with one bit of each byte turned in its turn."""
    for place, value in enumerate(data):
        yield data[:place] + bytes([value ^ 4]) + data[place + 1 :]


def test_a_slot_gives_the_key_to_its_secret_alone(slot: KeySlot) -> None:
    assert unwrap_key([slot], PROJECT, SECRET) == (slot, KEY)
    assert len(slot.wrap) == WRAP_BYTES
    with pytest.raises(WrongSecretError):
        unwrap_key([slot], PROJECT, OTHER)


def test_each_of_several_slots_opens_for_its_secret(slot: KeySlot) -> None:
    second = wrap_key(KEY, PROJECT, OTHER.enrol(CHEAP), 2)
    stranger = KeySlot(3, "recovery", b"", content(WRAP_BYTES))
    slots = (stranger, slot, second)
    assert unwrap_key(slots, PROJECT, SECRET)[0] == slot
    assert unwrap_key(slots, PROJECT, OTHER)[0] == second


def test_a_slot_of_another_kind_may_stand_beside(slot: KeySlot) -> None:
    recovery = wrap_key(KEY, PROJECT, Enrolment("recovery", b"meta", content(32)), 2)
    assert unwrap_key([recovery, slot], PROJECT, SECRET)[1] == KEY
    with pytest.raises(WrongSecretError):
        unwrap_key([recovery], PROJECT, SECRET)


def test_damage_by_accident_is_told_from_a_wrong_secret(slot: KeySlot) -> None:
    damaged = [replace(slot, meta=altered) for altered in flipped(slot.meta)]
    damaged += [replace(slot, wrap=altered) for altered in flipped(slot.wrap)]
    damaged.append(replace(slot, kind="parsword"))
    for bad in damaged:
        with pytest.raises(DamagedProjectError) as caught:
            unwrap_key([bad], PROJECT, SECRET)
        assert caught.value.part is DamagedPart.SLOTS


def test_a_damaged_slot_does_not_keep_others_from_opening(slot: KeySlot) -> None:
    bad = replace(slot, number=2, wrap=bytes(WRAP_BYTES))
    assert unwrap_key([bad, slot], PROJECT, SECRET)[1] == KEY
    with pytest.raises(DamagedProjectError):
        unwrap_key([bad, slot], PROJECT, OTHER)


@pytest.mark.parametrize("wrap", [b"", bytes(7), bytes(WRAP_BYTES - 1), bytes(WRAP_BYTES + 1)])
def test_a_wrap_of_another_length_is_damaged(slot: KeySlot, wrap: bytes) -> None:
    with pytest.raises(DamagedProjectError):
        unwrap_key([replace(slot, wrap=wrap)], PROJECT, SECRET)


def test_a_slot_altered_on_purpose_opens_nothing(slot: KeySlot) -> None:
    turned = resealed(replace(slot, wrap=bytes([slot.wrap[0] ^ 1]) + slot.wrap[1:]))
    salted = resealed(replace(slot, meta=slot.meta[:-1] + bytes([slot.meta[-1] ^ 1])))
    for bad in (turned, salted):
        with pytest.raises(WrongSecretError):
            unwrap_key([bad], PROJECT, SECRET)
    with pytest.raises(DamagedProjectError):
        unwrap_key([slot], content(16, "other project"), SECRET)


@pytest.mark.parametrize(
    "cost", [(2**32 - 1, 1, 1), (64, 2**32 - 1, 1), (1024, 1, 255), (1, 1, 1), (0, 0, 0)]
)
def test_an_absurd_cost_is_refused_before_anything_is_derived(
    slot: KeySlot, cost: tuple[int, int, int]
) -> None:
    bad = resealed(replace(slot, meta=_META.pack(1, *cost, bytes(16))))
    with pytest.raises(KdfCostError):
        unwrap_key([bad], PROJECT, SECRET)


@pytest.mark.parametrize("meta", [b"", bytes(25), bytes(27), b"\x02" + bytes(25)])
def test_an_unknown_meta_field_is_damaged(slot: KeySlot, meta: bytes) -> None:
    with pytest.raises(DamagedProjectError):
        unwrap_key([resealed(replace(slot, meta=meta))], PROJECT, SECRET)


def test_the_digest_covers_every_slot_and_field(slot: KeySlot) -> None:
    second = replace(slot, number=2)
    digests = {
        slots_digest(slots)
        for slots in (
            [],
            [slot],
            [slot, second],
            [second],
            [replace(slot, kind="passwor", meta=b"d" + slot.meta)],
            [replace(slot, meta=slot.meta + slot.wrap[:1], wrap=slot.wrap[1:])],
        )
    }
    assert len(digests) == 6
    assert slots_digest([second, slot]) == slots_digest([slot, second])
