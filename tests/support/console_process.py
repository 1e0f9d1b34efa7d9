"""Commands in a process of their own: on a small or protected disk, or waiting.

Run as `python -m tests.support.console_process PLAN`, a JSON object of these keys, all optional:

- `mount`: a folder that gets a disk of its own; needs a mount namespace of this process's own.
- `size`: bytes of that disk.
- `copy`: files to copy onto it.
- `protect`: remount it for reading only once they are there.
- `limit`: the largest file that may be written, in bytes.
- `hold`: a project to keep open until standard input ends.
- `commands`: lists of arguments, run one after the other; `["fill", FILE]` fills the disk.
- `watch`: a folder whose files are told after each command.

Says one JSON object for each command: its exit code, what it said, and the files with digests.
"""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.cli.main import main
from tests.support.command_line import folder_content
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD, quick_services

_PIECE = 4096

Plan = Mapping[str, Any]


def say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def mount(plan: Plan) -> None:
    place = plan["mount"]
    options = f"size={plan['size']},mode=0777"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True)
    for file in plan.get("copy", ()):
        shutil.copy(file, place)
    if plan.get("protect"):
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)


def restrict(plan: Plan) -> None:
    if "limit" in plan:
        import resource  # noqa: PLC0415  not on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (plan["limit"], hard))


def fill(path: Path) -> int:
    """Write until there is no room for another byte."""
    with path.open("wb", buffering=0) as stream, contextlib.suppress(OSError):
        while stream.write(b"\0" * _PIECE):
            pass
    return 0


def run(plan: Plan) -> None:
    services = quick_services(FakeClock())
    for arguments in plan.get("commands", ()):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            filling = arguments[0] == "fill"
            code = fill(Path(arguments[1])) if filling else main(services, arguments)
        files = folder_content(Path(plan["watch"])) if "watch" in plan else {}
        say({"code": code, "out": out.getvalue(), "err": err.getvalue(), "files": files})


def hold(path: Path) -> None:
    project = quick_services(FakeClock()).projects.open(path, PASSWORD)
    say("held")
    sys.stdin.read()
    project.close()


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    os.environ["MIPING_PASSWORD"] = PASSWORD
    if "mount" in given:
        mount(given)
    restrict(given)
    if "hold" in given:
        hold(Path(given["hold"]))
    run(given)
