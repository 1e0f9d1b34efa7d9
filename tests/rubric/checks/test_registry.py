import pkgutil

from rubric import checks
from rubric.checks.registry import CHECKS


def test_every_module_of_checks_is_registered() -> None:
    modules = {f"rubric.checks.{info.name}" for info in pkgutil.iter_modules(checks.__path__)}
    assert {check.__module__ for check in CHECKS} == modules - {"rubric.checks.registry"}
