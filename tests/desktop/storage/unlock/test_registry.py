from desktop.storage.unlock.base import Secret
from desktop.storage.unlock.passphrase import Passphrase
from desktop.storage.unlock.registry import SECRETS, known_kinds


def test_every_unlock_method_is_registered_under_its_own_kind() -> None:
    assert set(SECRETS) == set(Secret.__subclasses__())
    assert len(set(known_kinds())) == len(SECRETS)
    assert Passphrase.kind in known_kinds()


def test_kinds_fit_into_a_slot() -> None:
    assert all(kind.isascii() and 1 <= len(kind) <= 32 for kind in known_kinds())
