import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop.storage.errors import KdfCostError
from desktop.storage.unlock.passphrase import KdfCost, Passphrase, calibrate
from tests.support.project_files import CHEAP


def test_argon2id_gives_the_published_tag() -> None:
    """Section 5.3 of RFC 9106."""
    derived = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)
    assert derived.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


@pytest.mark.parametrize(
    ("cost", "tag"),
    [
        (KdfCost(256, 2, 1), "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (KdfCost(256, 2, 2), "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"),
        (KdfCost(65536, 2, 1), "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
    ],
)
def test_a_password_gives_the_tags_of_the_reference_implementation(cost: KdfCost, tag: str) -> None:
    assert Passphrase("password")._derive(cost, b"somesalt").hex() == tag


def test_a_password_gives_its_wrapping_key_again() -> None:
    enrolment = Passphrase("示例").enrol(CHEAP)
    assert Passphrase("示例").wrapping_key(enrolment.meta) == enrolment.wrapping_key
    assert Passphrase("示 例").wrapping_key(enrolment.meta) != enrolment.wrapping_key


def test_every_enrolment_has_its_own_salt() -> None:
    secret = Passphrase("示例")
    assert secret.enrol(CHEAP).wrapping_key != secret.enrol(CHEAP).wrapping_key


def test_a_password_with_a_lone_surrogate_is_only_another_password() -> None:
    meta = Passphrase("示例").enrol(CHEAP).meta
    assert len(Passphrase("\udc80").wrapping_key(meta)) == 32


def test_no_secret_is_shown() -> None:
    enrolment = Passphrase("示例口令").enrol(CHEAP)
    assert "示例口令" not in repr(Passphrase("示例口令"))
    assert repr(enrolment.wrapping_key) not in repr(enrolment)


def test_the_default_is_never_below_the_agreed_floor() -> None:
    assert KdfCost().memory_kib >= 64 * 1024
    assert KdfCost().passes >= 3


@pytest.mark.parametrize(
    "cost",
    [
        (7, 1, 1),
        (8, 0, 1),
        (8, 1, 0),
        (8, 1, 2),
        (136, 1, 17),
        (8, 65, 1),
        (1024 * 1024 + 1, 1, 1),
        (1024 * 1024, 9, 1),
        (-8, 1, 1),
    ],
)
def test_a_cost_out_of_bounds_cannot_be_made(cost: tuple[int, int, int]) -> None:
    with pytest.raises(KdfCostError):
        KdfCost(*cost)


@pytest.mark.parametrize("cost", [(8, 1, 1), (8, 64, 1), (1024 * 1024, 8, 16), (16, 1, 2)])
def test_a_cost_within_bounds_can(cost: tuple[int, int, int]) -> None:
    assert KdfCost(*cost).memory_kib == cost[0]


@pytest.mark.parametrize(
    ("took", "passes"), [(0.5, 3), (0.1, 15), (0.0001, 64), (0.0, 64), (60.0, 2)]
)
def test_calibration_adds_passes_and_never_takes_any(took: float, passes: int) -> None:
    times = iter([100.0, 100.0 + took])
    found = calibrate(0.75, lambda: next(times), KdfCost(8, 2, 1))
    assert (found.memory_kib, found.lanes) == (8, 1)
    assert abs(found.passes - passes) <= 1
    assert found.passes >= 2


@pytest.mark.slow
def test_the_default_cost_can_be_paid() -> None:
    enrolment = Passphrase("示例").enrol(KdfCost())
    assert Passphrase("示例").wrapping_key(enrolment.meta) == enrolment.wrapping_key
