"""What every way into a project has in common."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Enrolment:
    """A secret made ready for a new key slot.

    Attributes:
        kind: The unlock method, ASCII.
        meta: What the method needs to derive the wrapping key again; stored in the clear.
        wrapping_key: 32 bytes, never stored.
    """

    kind: str
    meta: bytes
    wrapping_key: bytes = field(repr=False)


class Secret(ABC):
    """Something that a person or a computer holds and that opens key slots of one kind.

    Implementations are values; how a new slot of their kind is enrolled is their own affair.
    """

    kind: ClassVar[str]

    @abstractmethod
    def wrapping_key(self, meta: bytes) -> bytes:
        """Derive the 32 bytes that wrap the project key, from a slot's meta field.

        Raises:
            DamagedProjectError: The field cannot be read.
            KdfCostError: It asks for an absurd amount of work; nothing was derived.
        """
