"""Every way into a project that this version knows, in the order in which they are offered."""

from typing import Final

from desktop.storage.unlock.base import Secret
from desktop.storage.unlock.passphrase import Passphrase

SECRETS: Final[tuple[type[Secret], ...]] = (Passphrase,)


def known_kinds() -> tuple[str, ...]:
    """The kinds of key slots that can be used; slots of other kinds are kept untouched."""
    return tuple(secret.kind for secret in SECRETS)
