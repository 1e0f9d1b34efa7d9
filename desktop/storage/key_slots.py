"""Key slots: the project key, wrapped once for every way into the project."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.storage.errors import DamagedPart, DamagedProjectError, WrongSecretError
from desktop.storage.sealing import KEY_BYTES, NONCE_BYTES, TAG_BYTES
from desktop.storage.unlock.base import Enrolment, Secret

MAX_KIND_BYTES: Final = 32
MAX_META_BYTES: Final = 1024
MAX_SLOTS: Final = 32
CHECKSUM_BYTES: Final = 8
WRAP_BYTES: Final = NONCE_BYTES + KEY_BYTES + TAG_BYTES + CHECKSUM_BYTES

_WRAP_LABEL: Final = b"miping 1 slot"


@dataclass(frozen=True)
class KeySlot:
    """One way in, as stored.

    Attributes:
        number: Row number, from 1.
        kind: The unlock method, ASCII.
        meta: What the method needs to derive its wrapping key again; nothing secret.
        wrap: Nonce, wrapped project key, tag, checksum.
    """

    number: int
    kind: str
    meta: bytes
    wrap: bytes


def wrap_key(
    project_key: bytes, project_id: bytes, enrolment: Enrolment, number: int = 1
) -> KeySlot:
    """Wrap the project key for a newly enrolled secret."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    context = _context(project_id, enrolment.kind, enrolment.meta)
    sealed = nonce + AESGCM(enrolment.wrapping_key).encrypt(nonce, project_key, context)
    return KeySlot(number, enrolment.kind, enrolment.meta, sealed + _checksum(context, sealed))


def unwrap_key(
    slots: Iterable[KeySlot], project_id: bytes, secret: Secret
) -> tuple[KeySlot, bytes]:
    """Find the slot that a secret opens, and the project key in it.

    A checksum over each slot tells damage from a wrong secret; it needs no key, so it says nothing
    against somebody who alters a slot on purpose.

    Raises:
        WrongSecretError: No slot opens.
        DamagedProjectError: No slot opens, and one was altered.
        KdfCostError: A slot asks for an absurd amount of work.
    """
    damaged = False
    for slot in slots:
        context = _context(project_id, slot.kind, slot.meta)
        sealed, checksum = slot.wrap[:-CHECKSUM_BYTES], slot.wrap[-CHECKSUM_BYTES:]
        if len(slot.wrap) != WRAP_BYTES or checksum != _checksum(context, sealed):
            damaged = True  # of whatever kind: the letters of the kind may be what was altered
            continue
        if slot.kind != secret.kind:
            continue
        wrapping = AESGCM(secret.wrapping_key(slot.meta))
        try:
            key = wrapping.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
        except InvalidTag:
            continue
        return slot, key
    if damaged:
        raise DamagedProjectError(DamagedPart.SLOTS)
    raise WrongSecretError


def slots_digest(slots: Iterable[KeySlot]) -> bytes:
    """SHA-256 over all slots in the order of their numbers, for the sealed root."""
    digest = hashlib.sha256(b"miping 1 slots")
    for slot in sorted(slots, key=lambda slot: slot.number):
        digest.update(slot.number.to_bytes(8, "big"))
        for field in (slot.kind.encode("ascii"), slot.meta, slot.wrap):
            digest.update(len(field).to_bytes(4, "big") + field)
    return digest.digest()


def _context(project_id: bytes, kind: str, meta: bytes) -> bytes:
    name = kind.encode("ascii")
    return _WRAP_LABEL + project_id + len(name).to_bytes(1, "big") + name + meta


def _checksum(context: bytes, sealed: bytes) -> bytes:
    return hashlib.sha256(context + sealed).digest()[:CHECKSUM_BYTES]
