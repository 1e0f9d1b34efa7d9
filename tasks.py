"""Set the project up and run it: `python3 tasks.py TASK`. Standard library only.

Every task first brings `.venv/` up to date from the lock files; where nothing changed that takes
no time. Nothing here is part of the program itself.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)
WINDOWS = os.name == "nt"

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
LOCKS = ROOT / "installers" / "locks"
STAMP = VENV / "miping-setup.json"
DEMO_FOLDER = ROOT / "out" / "demo"
SCREENS_FOLDER = ROOT / "out" / "screens"

RUNTIME_LOCKS = ("build.txt", "runtime.txt")
DEV_LOCKS = ("dev.txt",)  # everything of the other two, and the tools of the tests
TEST_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen"}

# What Qt loads at run time, by Debian package; a second name is the one in later releases.
WINDOW_LIBRARIES = (
    ("libegl1",),
    ("libgl1",),
    ("libxkbcommon0",),
    ("libfontconfig1",),
    ("libfreetype6",),
    ("libglib2.0-0", "libglib2.0-0t64"),
    ("libdbus-1-3",),
    ("libxkbcommon-x11-0",),
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-image0",),
    ("libxcb-render-util0",),
    ("libxcb-randr0",),
    ("libxcb-shape0",),
    ("libxcb-sync1",),
    ("libxcb-xfixes0",),
    ("libxcb-xkb1",),
    ("libx11-xcb1",),
)
TEST_PROGRAMS = (("poppler-utils",), ("qpdf",), ("git",))


class TaskError(Exception):
    """A task cannot go on; the text is a Chinese sentence for the person at the terminal."""


@dataclass(frozen=True)
class Environment:
    """What a task needs inside `.venv`."""

    name: str
    locks: tuple[str, ...]
    contains: tuple[str, ...]
    """Names of the environments that are complete once this one is installed."""
    system_packages: tuple[tuple[str, ...], ...]

    def fingerprint(self) -> str:
        """Digest of everything that decides what is installed."""
        digest = hashlib.sha256(str(ROOT).encode())
        for file in (*(LOCKS / name for name in self.locks), ROOT / "pyproject.toml"):
            digest.update(file.read_bytes())
        return digest.hexdigest()


RUNTIME = Environment("runtime", RUNTIME_LOCKS, ("runtime",), WINDOW_LIBRARIES)
DEV = Environment("dev", DEV_LOCKS, ("runtime", "dev"), WINDOW_LIBRARIES + TEST_PROGRAMS)
ENVIRONMENTS = {environment.name: environment for environment in (RUNTIME, DEV)}


def say(text: str) -> None:
    """Print one line at once, before the output of any program that follows."""
    print(text, flush=True)


def run(command: Sequence[str | Path], extra: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's folder and return its exit code."""
    environment = {**os.environ, **(extra or {})}
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode


def succeeds(command: Sequence[str | Path]) -> bool:
    """Tell whether a program can be started and ends with 0; its output is not shown."""
    try:
        words = [str(word) for word in command]
        return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# --- the machine -----------------------------------------------------------------------------


def administrator_prefix() -> list[str] | None:
    """Give the words before a command of the administrator, or None without the rights."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def is_installed(names: tuple[str, ...]) -> bool:
    """Tell whether Debian has a package under one of its names."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return "installed" in answer.stdout.split()


def install_with_apt(packages: Sequence[str]) -> bool:
    """Install Debian packages where the rights allow it; tell whether that was done."""
    prefix = administrator_prefix()
    if prefix is None:
        return False
    say(f"安装系统软件包：{' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    # A failing update is no failure yet: the lists on the machine may be good enough.
    run([*apt, "update"])
    return run([*apt, "install", "-y", "--no-install-recommends", *packages]) == 0


def install_system_packages(wanted: tuple[tuple[str, ...], ...]) -> None:
    """Bring the system's libraries on Debian and its kin; elsewhere there is nothing to do."""
    if WINDOWS or not shutil.which("dpkg-query"):
        return
    missing = [names[0] for names in wanted if not is_installed(names)]
    if missing and not install_with_apt(missing):
        say("注意：缺少下列系统软件包，而当前用户没有安装权限或安装失败。命令行可以使用，")
        say("窗口或测试可能无法启动。请管理员执行下面的命令，然后重新运行本任务：")
        say(f"  sudo apt-get install {' '.join(missing)}")


def require_venv_module() -> None:
    """Make sure that this Python can make virtual environments with pip in them."""
    if _has_venv():
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if shutil.which("apt-get") and install_with_apt([package]):
        importlib.invalidate_caches()
        if _has_venv():
            return
    raise TaskError(
        f"这个 Python（{sys.executable}）缺少 venv 或 ensurepip，无法建立 .venv，"
        "当前用户也没有权限代为安装。\n"
        f"请管理员执行下面的命令，然后重新运行本任务：\n  sudo apt-get install {package}"
    )


def _has_venv() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


# --- the virtual environment -----------------------------------------------------------------


def setup(environment: Environment) -> None:
    """Bring `.venv` and the system's libraries up to what the lock files say.

    Raises:
        TaskError: Python is too old or incomplete, or a dependency could not be installed.
    """
    if sys.version_info[:2] < OLDEST_PYTHON:
        raise TaskError(
            f"需要 Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} 或更新的版本，"
            f"现在是 {sys.version.split()[0]}。请安装新版本后重新运行。"
        )
    install_system_packages(environment.system_packages)
    if is_current(environment):
        return
    if not has_working_pip():
        make_venv()
    install_locked(environment)
    fingerprints = {name: ENVIRONMENTS[name].fingerprint() for name in environment.contains}
    STAMP.write_text(json.dumps(fingerprints), encoding="utf-8")
    say(f"运行环境已就绪：{VENV}")


def is_current(environment: Environment) -> bool:
    """Tell whether the last set-up is still what the lock files ask for, and still runs."""
    try:
        done = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    current = isinstance(done, dict) and done.get(environment.name) == environment.fingerprint()
    # Isolated, else the folder it starts in would stand in for the installed link.
    return current and succeeds([PYTHON, "-I", "-c", "import desktop, rubric"])


def has_working_pip() -> bool:
    """Tell whether `.venv` is one of this folder and has a pip that starts."""
    script = BIN / ("pip.exe" if WINDOWS else "pip")
    # A folder that was moved or copied keeps its old address in the scripts of `.venv`.
    at_home = script.is_file() and os.fsencode(VENV) in script.read_bytes()
    return at_home and succeeds([PYTHON, "-c", "import pip"])


def make_venv() -> None:
    """Make `.venv` anew; one that does not work is removed first."""
    if Path(sys.prefix).resolve() == VENV:
        raise TaskError("需要重建 .venv，请用系统的 Python 运行本任务，不要用 .venv 里的 Python。")
    require_venv_module()
    if VENV.exists():
        say("原有的 .venv 不能使用，重新建立。")
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise TaskError(
                "无法删除原有的 .venv，可能有程序正在使用它。请关闭秘评和用到它的程序后重新运行。"
            ) from error
    say(f"建立虚拟环境：{VENV}")
    if run([sys.executable, "-m", "venv", VENV]) != 0:
        raise TaskError("建立 .venv 失败，原因见上面的输出。")


def install_locked(environment: Environment) -> None:
    """Install exactly what the lock files name, then the project itself as an editable link."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    locks = [word for name in environment.locks for word in ("-r", str(LOCKS / name))]
    say("安装依赖（按锁定文件核对版本和哈希值），第一次需要几分钟……")
    if run([*pip, "-q", "--require-hashes", "--only-binary=:all:", *locks]) != 0:
        raise TaskError(
            "依赖安装失败，原因见上面的输出。请确认能够访问 Python 软件包源后重新运行；"
            "已经装好的部分不会重复下载。"
        )
    project = ["--no-deps", "--no-index", "--no-build-isolation", "-e", str(ROOT)]
    if run([*pip, "-q", *project]) != 0:
        raise TaskError("安装本项目失败，原因见上面的输出。")


def program(name: str) -> Path:
    """Give the path of a command that the set-up put into `.venv`."""
    return BIN / (f"{name}.exe" if WINDOWS else name)


# --- the tasks -------------------------------------------------------------------------------


def task_setup(arguments: list[str]) -> int:
    """Make `.venv` and install what is locked."""
    setup(DEV if "--dev" in arguments else RUNTIME)
    say(f"安装完成。命令 miping 和 miping-desktop 在 {BIN}")
    return 0


def task_demo(arguments: list[str]) -> int:
    """Run the main job on made-up data, then open the window where there is a screen."""
    setup(RUNTIME)
    say(f"演示：自评、证明材料、承诺书、申报包、验证，文件放在 {DEMO_FOLDER}")
    code = run([program("miping"), "demo", DEMO_FOLDER])
    if code != 0:
        say("演示没有完成，原因见上面的输出。")
        return code
    say("演示完成：上面列出的文件都可以打开查看。")
    if "--no-window" in arguments:
        return 0
    if not has_screen():
        say("没有检测到屏幕，不打开窗口。")
        return 0
    projects = sorted(DEMO_FOLDER.glob("*.miping"))
    say("打开窗口，关闭窗口后本任务结束。")
    return run([program("miping-desktop"), *projects[:1]])


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return WINDOWS or sys.platform == "darwin" or named


def task_app(arguments: list[str]) -> int:
    """Open the window."""
    setup(RUNTIME)
    return run([program("miping-desktop"), *arguments])


def task_test(arguments: list[str]) -> int:
    """Run every check and every test."""
    setup(DEV)
    return run_all([*static_checks(), pytest_command(arguments)])


def task_check(arguments: list[str]) -> int:
    """Run the checks and the tests that need no window."""
    setup(DEV)
    without_window = ["--ignore=tests/desktop/ui", "--ignore=tests/journeys", "-m", "not slow"]
    return run_all([*static_checks(), pytest_command([*without_window, *arguments])])


def task_screens(arguments: list[str]) -> int:
    """Draw every screen into a picture."""
    setup(DEV)
    code = run(
        pytest_command(["-n", "0", "-m", "screens", *arguments]),
        {**TEST_ENVIRONMENT, "MIPING_SCREENS": str(SCREENS_FOLDER)},
    )
    if code == 0:
        say(f"图片在：{SCREENS_FOLDER}")
    return code


def static_checks() -> list[list[str | Path]]:
    """Give the commands that read the sources without running them."""
    return [
        [program("ruff"), "check", "."],
        [program("ruff"), "format", "--check", "."],
        [program("mypy")],
        [program("lint-imports"), "--no-cache"],
        [PYTHON, "-m", "rubric", "check"],
    ]


def pytest_command(arguments: list[str]) -> list[str | Path]:
    """Give the command that runs the tests, in several processes; `-n 0` after it takes one."""
    return [PYTHON, "-m", "pytest", "-n", "auto", "--maxprocesses=4", *arguments]


def run_all(commands: Sequence[Sequence[str | Path]]) -> int:
    """Run every command even when one fails, and name those that did.

    Returns:
        The exit code of the first that failed, 0 when none did.
    """
    failed: list[tuple[str, int]] = []
    for command in commands:
        title = " ".join(str(word) for word in command).replace(f"{BIN}{os.sep}", "")
        say(f"== {title}")
        code = run(command, TEST_ENVIRONMENT)
        if code != 0:
            failed.append((title, code))
    for title, code in failed:
        say(f"未通过（退出码 {code}）：{title}")
    return failed[0][1] if failed else 0


def task_lock(arguments: list[str]) -> int:
    """Write the lock files anew from `pyproject.toml`."""
    setup(DEV)
    uv = program("uv") if program("uv").exists() else shutil.which("uv")
    if uv is None:
        raise TaskError(f"没有找到 uv。请先执行：{PYTHON} -m pip install uv")
    compiling = [str(uv), "pip", "compile", "-q", "--universal", "--python-version", "3.11"]
    compiling += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
    dev, runtime, build = (str(LOCKS / f"{name}.txt") for name in ("dev", "runtime", "build"))
    return run_all(
        [
            [*compiling, "pyproject.toml", "--group", "dev", *arguments, "-o", dev],
            [*compiling, "pyproject.toml", "-c", dev, "-o", runtime],
            [*compiling, "--group", "build", "-c", dev, "-o", build],
        ]
    )


TASKS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "setup": (task_setup, "建立 .venv 并安装锁定的依赖（加 --dev 连同测试工具）"),
    "demo": (task_demo, "用虚构单位走完整个流程，有屏幕时打开窗口（加 --no-window 不打开）"),
    "app": (task_app, "打开窗口程序（后面可以跟项目文件）"),
    "test": (task_test, "全部检查和测试（后面可以跟 pytest 的参数）"),
    "check": (task_check, "不开窗口的快速检查和测试"),
    "screens": (task_screens, "把每个界面画成图片"),
    "lock": (task_lock, "按 pyproject.toml 重写锁定文件（需要 uv；加 --upgrade 取新版本）"),
}


def main(arguments: list[str]) -> int:
    """Run one task and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if not arguments or arguments[0] not in TASKS:
        say("用法：python3 tasks.py 任务 [参数]\n")
        for name, (_, purpose) in TASKS.items():
            say(f"  {name:<8} {purpose}")
        return 2
    try:
        task, _ = TASKS[arguments[0]]
        return task(arguments[1:])
    except TaskError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("已中断。")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
