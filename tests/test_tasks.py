"""The set-up script, without installing anything."""

import importlib
import json
import sys
from pathlib import Path

import pytest

tasks = importlib.import_module("tasks")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A project folder of its own with lock files, in place of the real one."""
    root = tmp_path / "秘评 项目"
    locks = root / "installers" / "locks"
    locks.mkdir(parents=True)
    for name in ("build.txt", "runtime.txt", "dev.txt"):
        (locks / name).write_text(f"{name}==1\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    venv = root / ".venv"
    venv.mkdir()
    replaced = {
        "ROOT": root,
        "VENV": venv,
        "BIN": venv / "bin",
        "PYTHON": Path(sys.executable),
        "LOCKS": locks,
        "STAMP": venv / "miping-setup.json",
        "DEMO_FOLDER": root / "out" / "demo",
    }
    for name, value in replaced.items():
        monkeypatch.setattr(tasks, name, value)
    return root


def _stamp_as_done(*names: str) -> None:
    done = {name: tasks.ENVIRONMENTS[name].fingerprint() for name in names}
    tasks.STAMP.write_text(json.dumps(done), encoding="utf-8")


class Recorder:
    """Stands in for `run`: notes the commands and answers with set exit codes."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str | Path], _extra: object = None) -> int:
        self.commands.append([str(word) for word in command])
        return self.codes.pop(0) if self.codes else 0


@pytest.fixture
def recorder(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """No program is started; each ends with 0."""
    recorder = Recorder()
    monkeypatch.setattr(tasks, "run", recorder)
    return recorder


def test_without_a_task_the_tasks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main([]) == 2
    listing = capsys.readouterr().out
    assert [name for name in tasks.TASKS if name not in listing] == []


def test_an_unknown_task_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert tasks.main(["fly"]) == 2
    assert "用法" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_a_finished_set_up_is_current() -> None:
    _stamp_as_done("runtime")
    assert tasks.is_current(tasks.RUNTIME)
    assert not tasks.is_current(tasks.DEV)


@pytest.mark.parametrize("changed", ["installers/locks/runtime.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_asks_for_a_new_set_up(folder: Path, changed: str) -> None:
    _stamp_as_done("runtime")
    (folder / changed).write_text("other", encoding="utf-8")
    assert not tasks.is_current(tasks.RUNTIME)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"runtime": 1}'])
def test_a_damaged_stamp_asks_for_a_new_set_up(content: bytes) -> None:
    tasks.STAMP.write_bytes(content)
    assert not tasks.is_current(tasks.RUNTIME)


@pytest.mark.usefixtures("folder")
def test_a_python_that_does_not_start_asks_for_a_new_set_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _stamp_as_done("runtime")
    monkeypatch.setattr(tasks, "PYTHON", tmp_path / "gone")
    assert not tasks.is_current(tasks.RUNTIME)


def test_a_folder_that_was_moved_has_no_working_pip(folder: Path) -> None:
    script = folder / ".venv" / "bin" / "pip"
    script.parent.mkdir()
    script.write_text("#!/elsewhere/.venv/bin/python\n", encoding="utf-8")
    assert not tasks.has_working_pip()
    script.write_text(f"#!{folder}/.venv/bin/python\n", encoding="utf-8")
    assert tasks.has_working_pip()


def test_a_broken_environment_is_removed_and_made_anew(folder: Path, recorder: Recorder) -> None:
    remains = folder / ".venv" / "remains"
    remains.write_text("", encoding="utf-8")
    tasks.make_venv()
    assert not remains.exists()
    assert recorder.commands == [[sys.executable, "-m", "venv", str(folder / ".venv")]]


@pytest.mark.usefixtures("folder", "recorder")
def test_an_environment_in_use_is_named_as_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(tasks.shutil, "rmtree", refuse)
    with pytest.raises(tasks.TaskError, match="正在使用"):
        tasks.make_venv()


def test_the_environment_that_runs_the_script_is_not_removed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(folder / ".venv"))
    with pytest.raises(tasks.TaskError, match="系统的 Python"):
        tasks.make_venv()
    assert (folder / ".venv").is_dir()


@pytest.mark.usefixtures("folder")
def test_every_dependency_is_installed_by_hash_and_the_project_without_any(
    recorder: Recorder,
) -> None:
    tasks.install_locked(tasks.RUNTIME)
    locked, project = recorder.commands
    assert {"--require-hashes", "--only-binary=:all:"} <= set(locked)
    assert [Path(word).name for word in locked if word.endswith(".txt")] == [
        "build.txt",
        "runtime.txt",
    ]
    assert {"--no-deps", "--no-index", "--no-build-isolation"} <= set(project)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("codes", "sentence"), [((1,), "依赖安装失败"), ((0, 1), "本项目")])
def test_a_failed_installation_is_said_and_leaves_no_stamp(
    codes: tuple[int, ...],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tasks, "run", Recorder(*codes))
    monkeypatch.setattr(tasks, "install_system_packages", lambda _wanted: None)
    monkeypatch.setattr(tasks, "has_working_pip", lambda: True)
    assert tasks.main(["setup"]) == 1
    assert sentence in capsys.readouterr().out
    assert not tasks.STAMP.exists()


def test_an_old_python_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "OLDEST_PYTHON", (9, 9))
    assert tasks.main(["setup"]) == 1
    assert "需要 Python 9.9" in capsys.readouterr().out


def test_a_python_without_ensurepip_names_the_command_of_the_administrator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(tasks, "administrator_prefix", lambda: None)
    with pytest.raises(tasks.TaskError, match=r"apt-get install python3\.\d+-venv"):
        tasks.require_venv_module()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows needs no system packages")
def test_missing_libraries_without_rights_are_named_and_nothing_stops(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks.shutil, "which", lambda name: name)
    monkeypatch.setattr(tasks, "is_installed", lambda names: names == ("libgl1",))
    monkeypatch.setattr(tasks, "administrator_prefix", lambda: None)
    tasks.install_system_packages((("libgl1",), ("libegl1",)))
    output = capsys.readouterr().out
    assert "sudo apt-get install libegl1" in output
    assert "libgl1" not in output


def test_all_commands_run_and_the_first_failure_is_the_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder = Recorder(0, 3, 4)
    monkeypatch.setattr(tasks, "run", recorder)
    assert tasks.run_all([["one"], ["two"], ["three"]]) == 3
    assert len(recorder.commands) == 3
    assert "退出码 3）：two" in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_the_demo_passes_a_failure_on_and_opens_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder(7)
    monkeypatch.setattr(tasks, "run", recorder)
    monkeypatch.setattr(tasks, "setup", lambda _environment: None)
    assert tasks.main(["demo"]) == 7
    assert len(recorder.commands) == 1


@pytest.mark.parametrize(
    ("display", "arguments", "opened"),
    [(":1", [], True), ("", [], False), (":1", ["--no-window"], False)],
)
def test_the_demo_opens_its_project_where_there_is_a_screen(
    folder: Path,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    display: str,
    arguments: list[str],
    opened: bool,
) -> None:
    monkeypatch.setattr(tasks, "setup", lambda _environment: None)
    monkeypatch.setattr(tasks, "has_screen", lambda: bool(display))
    project = folder / "out" / "demo" / "示例.miping"
    project.parent.mkdir(parents=True)
    project.write_bytes(b"")
    assert tasks.main(["demo", *arguments]) == 0
    started = recorder.commands[1:]
    assert bool(started) == opened
    assert [command[1:] for command in started] == [[str(project)]] * opened
