"""Starting `console_process` and reading what it says."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Told:
    """What one command of the other process came to."""

    code: int
    out: str
    err: str
    files: Mapping[str, str]


def run_elsewhere(folder: Path, *, powerless: bool = False, **plan: object) -> list[Told]:
    """Run a plan in a folder.

    Args:
        folder: Where its relative paths begin.
        powerless: What forbids reading or writing a file holds for the process even if it belongs
            to the system's keeper.
        plan: As `console_process` tells; one that mounts a disk is skipped where the system
            forbids that.
    """
    prefix = [*(_own_mounts() if "mount" in plan else ()), *(_no_power() if powerless else ())]
    finished = subprocess.run(
        [*prefix, *_command(plan)],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    return [Told(**json.loads(line)) for line in finished.stdout.splitlines()]


@contextmanager
def held_elsewhere(project: Path) -> Iterator[None]:
    """Another process has the project open for as long as the block runs."""
    process = subprocess.Popen(
        _command({"hold": str(project)}),
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == '"held"\n'
        yield
        process.stdin.close()
        assert process.wait(60) == 0


def _command(plan: Mapping[str, object]) -> list[str]:
    return [sys.executable, "-m", "tests.support.console_process", json.dumps(plan)]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _no_power() -> list[str]:
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("this system cannot take rights away from its keeper")
    rights = "-dac_override,-dac_read_search"
    return ["setpriv", f"--inh-caps={rights}", f"--bounding-set={rights}"]


def _own_mounts() -> list[str]:
    """A prefix that gives a command mounts of its own, which end with it."""
    for prefix in (["unshare", "-m"], ["unshare", "-r", "-m"]):
        probe = [*prefix, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        try:
            done = subprocess.run(probe, capture_output=True, check=False)
        except FileNotFoundError:
            break
        if done.returncode == 0:
            return prefix
    pytest.skip("this system lets nobody mount a disk of his own")
