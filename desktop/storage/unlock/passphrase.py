"""Passwords: Argon2id with its cost stored beside the salt."""

import secrets
import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from typing_extensions import override

from desktop.storage.errors import DamagedPart, DamagedProjectError, KdfCostError
from desktop.storage.unlock.base import Enrolment, Secret

SALT_BYTES: Final = 16
_KEY_BYTES: Final = 32
_ARGON2ID: Final = 1
# algorithm, memory in KiB, passes, lanes, salt
_META: Final = struct.Struct(">BIIB16s")

_KIB_PER_LANE: Final = 8
_MAX_MEMORY_KIB: Final = 1024 * 1024
_MAX_PASSES: Final = 64
_MAX_LANES: Final = 16
# Bounds the time too: 8 GiB of memory written, some 20 seconds on a slow computer.
_MAX_WORK_KIB: Final = 8 * 1024 * 1024


@dataclass(frozen=True)
class KdfCost:
    """What deriving a key from a password costs.

    Attributes:
        memory_kib: At least 8 KiB for each lane, at most 1 GiB.
        passes: Times that the memory is gone through, 1 to 64; memory times passes at most 8 GiB.
        lanes: Threads, 1 to 16.

    Raises:
        KdfCostError: Out of these bounds.
    """

    memory_kib: int = 128 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        within = (
            1 <= self.lanes <= _MAX_LANES
            and 1 <= self.passes <= _MAX_PASSES
            and _KIB_PER_LANE * self.lanes <= self.memory_kib <= _MAX_MEMORY_KIB
            and self.memory_kib * self.passes <= _MAX_WORK_KIB
        )
        if not within:
            raise KdfCostError


@dataclass(frozen=True)
class Passphrase(Secret):
    """A password as typed.

    It is used in Unicode form NFKC, so that full-width letters of an input method, and the same
    character typed on different systems, open the same file.
    """

    kind: ClassVar[str] = "password"
    text: str = field(repr=False)

    def enrol(self, cost: KdfCost) -> Enrolment:
        """Choose a salt and derive the wrapping key of a new slot."""
        salt = secrets.token_bytes(SALT_BYTES)
        meta = _META.pack(_ARGON2ID, cost.memory_kib, cost.passes, cost.lanes, salt)
        return Enrolment(self.kind, meta, self._derive(cost, salt))

    @override
    def wrapping_key(self, meta: bytes) -> bytes:
        if len(meta) != _META.size:
            raise DamagedProjectError(DamagedPart.SLOTS)
        algorithm, memory_kib, passes, lanes, salt = _META.unpack(meta)
        if algorithm != _ARGON2ID:
            raise DamagedProjectError(DamagedPart.SLOTS)
        return self._derive(KdfCost(memory_kib, passes, lanes), salt)

    def _derive(self, cost: KdfCost, salt: bytes) -> bytes:
        # surrogatepass: an undecodable byte on a command line is a wrong password, not a crash
        typed = unicodedata.normalize("NFKC", self.text).encode("utf-8", "surrogatepass")
        return Argon2id(
            salt=salt,
            length=_KEY_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(typed)


def calibrate(seconds: float, timer: Callable[[], float], least: KdfCost | None = None) -> KdfCost:
    """Measure this computer and find the cost that takes about so long, never below `least`.

    Only passes are added: the memory of `least` is what every computer that shall open the file
    must have.

    Args:
        seconds: Wanted time for one derivation.
        timer: A monotonic clock in seconds.
        least: The cost to start from; the default cost if none is given.
    """
    least = least or KdfCost()
    begun = timer()
    Passphrase("").enrol(least)
    per_pass = (timer() - begun) / least.passes
    most = min(_MAX_PASSES, _MAX_WORK_KIB // least.memory_kib)
    wanted = int(seconds / per_pass) if per_pass > 0 else most
    return replace(least, passes=max(least.passes, min(wanted, most)))
