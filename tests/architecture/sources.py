"""The project's own files, as git knows them."""

import importlib
import pkgutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import desktop
import rubric

ROOT = Path(__file__).resolve().parents[2]


def project_files(*patterns: str) -> list[Path]:
    """Every file that is tracked or about to be, that still exists; optionally by git pattern."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    files = {ROOT / name for name in listing.stdout.split("\0") if name}
    return sorted(file for file in files if file.is_file())


def named(file: Path) -> str:
    """The path of a file below the project's folder."""
    return file.relative_to(ROOT).as_posix()


def modules_without_window() -> Iterator[ModuleType]:
    """Import every module of ours but those of the window."""
    for package in (desktop, rubric):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.startswith("desktop.ui") and not info.name.endswith("__main__"):
                yield importlib.import_module(info.name)
