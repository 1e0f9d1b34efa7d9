"""The directions of imports, as written in `pyproject.toml`."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT, modules_without_window


def test_every_import_follows_the_contracts() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [linter, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_nothing_below_the_window_loads_qt() -> None:
    names = sorted(module.__name__ for module in modules_without_window())
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "print(*[name for name in sys.modules if name.partition('.')[0] in "
        "{'PySide6', 'shiboken6'}])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == ""
