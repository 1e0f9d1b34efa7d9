"""The real services with a cheap key derivation and a clock that stands still."""

from desktop.bootstrap import build_services
from desktop.clock import Clock
from desktop.services.services import Services
from tests.support.quick_kdf import QUICK_KDF

PASSWORD = "示例 密码 2026"


def quick_services(clock: Clock) -> Services:
    return build_services("测试", clock, QUICK_KDF)
