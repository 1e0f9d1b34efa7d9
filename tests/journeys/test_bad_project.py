"""Project files that cannot be opened: each for its own reason, and never the worse for it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine, folder_content, said_in_chinese
from tests.support.other_process import ROOT, held_elsewhere
from tests.support.project_files import numbers
from tests.support.sample_files import a_jpeg, a_pdf

COMMANDS: list[tuple[str, ...]] = [
    ("show", "P.miping"),
    ("show", "P.miping", "--json"),
    ("score", "P.miping", "--json"),
    ("check", "P.miping", "--json"),
    ("history", "P.miping"),
    ("state", "P.miping", "1.1.1", "材料齐"),
    ("round", "P.miping", "补充"),
    ("company", "P.miping", "company.json"),
    ("attach", "P.miping", "new.pdf", "--item", "1.1.1"),
    ("level", "P.miping", "E-0001", "内部"),
    ("evidence", "list", "P.miping", "--json"),
    ("evidence", "extract", "P.miping", "E-0001", "-o", "out.pdf"),
    ("evidence", "unlink", "P.miping", "E-0001", "1.1.1"),
    ("evidence", "remove", "P.miping", "E-0001", "--yes"),
    ("undertaking", "P.miping", "A", "-o", "A.pdf", "--set", "是否受侵犯=否"),
    ("package", "P.miping", "-o", "package.pdf"),
]
"""Every command that opens a project."""

DAMAGE_WORDS = ("不是秘评项目文件", "不完整", "已损坏或被改动过")


@pytest.fixture
def project(line: CommandLine) -> Path:
    path = line.new_project()
    line.succeed("attach", "P.miping", str(a_pdf(line.folder / "old.pdf")), "--item", "1.1.1")
    a_pdf(line.folder / "new.pdf", text="made-up other")
    return path


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_wrong_password_opens_nothing(
    line: CommandLine, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("MIPING_PASSWORD", "示例 密码 2027")
    assert "密码不正确" in line.fail(*command)


def test_every_command_meets_a_project_that_is_open_elsewhere(
    line: CommandLine, project: Path
) -> None:
    with held_elsewhere(project):
        for command in COMMANDS[::2] + COMMANDS[-1:]:
            assert "项目已在另一个窗口或程序里打开" in line.fail(*command)
    line.succeed("state", "P.miping", "1.1.1", "材料齐")


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"PK\x03\x04" + b"\0" * 200, b"%PDF-1.7\n", b"SQLite format 3\0", b"\0" * 70_000],
)
@pytest.mark.parametrize("command", COMMANDS[:1] + COMMANDS[5:6] + COMMANDS[-1:], ids=" ".join)
def test_a_file_that_is_no_project_is_told(
    line: CommandLine, project: Path, command: tuple[str, ...], content: bytes
) -> None:
    project.write_bytes(content)
    message = line.fail(*command)
    assert "这不是秘评项目文件" in message or "不完整" in message


def test_somebody_elses_database_is_no_project(line: CommandLine) -> None:
    with sqlite3.connect(line.folder / "P.miping") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    assert "这不是秘评项目文件" in line.fail("show", "P.miping")
    assert "这不是秘评项目文件" in line.fail("state", "P.miping", "1.1.1", "材料齐")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("path", ["missing.miping", "missing/P.miping", "P.miping/P.miping"])
def test_a_project_that_is_not_there_is_told(line: CommandLine, path: str) -> None:
    assert "找不到项目文件" in line.fail("show", path)


def test_a_folder_is_no_project(line: CommandLine) -> None:
    (line.folder / "P.miping").mkdir()
    assert "这不是秘评项目文件" in line.fail("show", "P.miping")


def test_a_project_from_a_newer_version_is_told_with_both_versions(
    line: CommandLine, project: Path
) -> None:
    with sqlite3.connect(project) as outer:
        outer.execute("UPDATE head SET v = ? WHERE k = 'min_reader'", (b"\x00\x63",))
        outer.execute("UPDATE head SET v = ? WHERE k = 'format'", (b"\x00\x63",))
    outer.close()
    for command in COMMANDS:
        message = line.fail(*command)
        assert "由更新版本的秘评保存（需要格式 99，本程序支持到 1）" in message


@pytest.mark.parametrize("kept", [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999])
def test_a_truncated_project_is_told_and_left_alone(
    line: CommandLine, project: Path, kept: float
) -> None:
    data = project.read_bytes()
    project.write_bytes(data[: int(len(data) * kept)])
    assert "不完整" in line.fail("show", "P.miping")
    assert "不完整" in line.fail("state", "P.miping", "1.1.1", "材料齐")


@pytest.mark.parametrize("seed", range(4))
def test_a_flipped_bit_is_told_or_has_changed_nothing(
    line: CommandLine, project: Path, seed: int
) -> None:
    """Some bits of the outer file carry nothing; all others are authenticated."""
    whole, data = line.as_json("show", "P.miping"), project.read_bytes()
    used = [place for place, byte in enumerate(data) if byte]
    told = 0
    for place in numbers(f"flip {seed}", 25, len(used) * 8):
        flipped = bytearray(data)
        flipped[used[place // 8]] ^= 1 << place % 8
        project.write_bytes(flipped)
        code, _, err = line.run("show", "P.miping", "--json")
        assert project.read_bytes() == bytes(flipped)
        if code:
            assert any(words in said_in_chinese(err) for words in DAMAGE_WORDS)
            told += 1
        else:
            assert line.as_json("show", "P.miping") == whole
    assert told
    project.write_bytes(data)
    assert line.as_json("show", "P.miping") == whole


def test_damaged_evidence_is_told_and_the_rest_can_be_read(
    line: CommandLine, project: Path
) -> None:
    whole = line.as_json("show", "P.miping")
    with sqlite3.connect(project) as outer:
        (number, data) = outer.execute("SELECT id, d FROM seg").fetchone()
        changed = data[:50] + bytes([data[50] ^ 1]) + data[51:]
        outer.execute("UPDATE seg SET d = ? WHERE id = ?", (changed, number))
    outer.close()
    message = line.fail("evidence", "extract", "P.miping", "E-0001", "-o", "out.pdf")
    assert "其中一份证据，其余内容完好" in message
    assert line.as_json("show", "P.miping") == whole
    line.succeed("level", "P.miping", "E-0001", "可提交")
    (line.folder / "package.pdf").write_bytes(b"earlier package")
    line.run("package", "P.miping", "-o", "package.pdf")  # makes the key that the project keeps
    assert (line.folder / "package.pdf").read_bytes() == b"earlier package"
    assert "其中一份证据" in line.fail("package", "P.miping", "-o", "package.pdf")


@pytest.mark.usefixtures("project")
def test_an_existing_file_is_never_overwritten_by_a_new_project(line: CommandLine) -> None:
    (line.folder / "notes.txt").write_text("示例", encoding="utf-8")
    (line.folder / "folder").mkdir()
    for target in ("P.miping", "notes.txt", "folder", "."):
        message = line.fail("new", target, "--company", "company.json", "--year", "2026")
        assert "同名文件已存在" in message


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("missing/P.miping", "文件夹不存在"),
        ("old.pdf/P.miping", "文件夹不存在"),
        ("长" * 100 + ".miping", "文件名太长"),
    ],
)
def test_a_new_project_that_has_no_place_is_told(
    line: CommandLine, target: str, words: str
) -> None:
    assert words in line.fail("new", target, "--company", "company.json", "--year", "2026")


@pytest.mark.parametrize("ending", [".miping", ".MIPING", ".bak", ".pdf", ""])
@pytest.mark.parametrize("own", [True, False], ids=["itself", "another"])
def test_nothing_is_ever_written_over_a_project_whatever_its_name(
    line: CommandLine, project: Path, ending: str, *, own: bool
) -> None:
    target = line.folder / f"copy{ending}"
    shutil.copy(project, target)
    source = target.name if own else "P.miping"
    for command in (
        ("package", source, "-o", target.name),
        ("evidence", "extract", source, "E-0001", "-o", target.name),
    ):
        assert "目标是项目文件" in line.fail(*command)
    line.run("undertaking", source, "A2", "-o", target.name)
    assert line.as_json("show", target.name) == line.as_json("show", "P.miping")


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights there")
def test_a_project_is_known_behind_a_link(line: CommandLine, project: Path) -> None:
    os.link(project, line.folder / "hard.pdf")
    (line.folder / "soft.pdf").symlink_to(project)
    for name in ("hard.pdf", "soft.pdf"):
        assert "项目文件" in line.fail("package", "P.miping", "-o", name)
        assert "项目文件" in line.fail("attach", "P.miping", name, "--item", "1.1.1")


def test_no_project_is_taken_for_evidence(line: CommandLine, project: Path) -> None:
    shutil.copy(project, line.folder / "backup.bak")
    for name in ("P.miping", "backup.bak"):
        assert "不能当作证据" in line.fail("attach", "P.miping", name, "--item", "1.1.1")


def test_the_demonstration_replaces_its_own_project_and_nobody_elses(line: CommandLine) -> None:
    line.new_project("示例项目.miping")
    assert "目标是项目文件" in line.fail("demo", ".")


@pytest.mark.usefixtures("project")
def test_a_failing_attach_keeps_the_files_before_it(line: CommandLine) -> None:
    a_jpeg(line.folder / "a.jpg")
    (line.folder / "empty.pdf").touch()
    code, out, err = line.run(
        "attach", "P.miping", "a.jpg", "empty.pdf", "new.pdf", "--item", "2.1.1"
    )
    assert code == 1
    assert out.startswith("E-0002")
    assert "“empty.pdf”没有内容" in err
    listed = line.as_json("evidence", "list", "P.miping")
    assert [item["file_name"] for item in listed] == ["old.pdf", "a.jpg"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("environment", "arguments", "words"),
    [
        (None, (), "没有给出项目密码"),
        ("", (), "没有给出项目密码"),
        (None, ("--password-file", "missing.txt"), "密码文件读不出来"),
        (None, ("--password-file", "."), "密码文件读不出来"),
        (None, ("--password-file", "old.pdf"), "密码"),
    ],
)
def test_a_password_that_cannot_be_had_is_told(
    line: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    environment: str | None,
    arguments: tuple[str, ...],
    words: str,
) -> None:
    monkeypatch.delenv("MIPING_PASSWORD")
    if environment is not None:
        monkeypatch.setenv("MIPING_PASSWORD", environment)
    assert words in line.fail("show", "P.miping", *arguments)


@pytest.mark.usefixtures("project", "line")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_output_that_cannot_be_written_is_told() -> None:
    program = "import sys; from desktop.__main__ import console; sys.exit(console())"
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", program, "show", "P.miping", "--json"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert "结果没能写完" in said_in_chinese(done.stderr.decode("utf-8"))


@pytest.mark.usefixtures("project")
def test_words_that_are_no_text_are_refused(line: CommandLine) -> None:
    before = folder_content(line.folder)
    for command in (
        ("state", "P.miping", "1.1.1", "材料齐", "--note", "\udcff"),
        ("attach", "P.miping", "new.pdf", "--item", "1.1.1", "--locator", "\udcff"),
        ("undertaking", "P.miping", "A", "-o", "A.pdf", "--set", "自查人=\udcff"),
    ):
        code, out, err = line.run(*command)
        assert (code, out) == (2, "")
        assert f"参数 {command[-2]} 的值不能用" in err
    assert folder_content(line.folder) == before
