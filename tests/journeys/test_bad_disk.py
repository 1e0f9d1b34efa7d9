"""Disks that are full or protected, and folders without rights: real ones, in other processes."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine, folder_content, said_in_chinese
from tests.support.other_process import Told, run_elsewhere

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs mounts and limits")

MIB = 1024 * 1024
PAPER = (
    "--set=是否受侵犯=否",
    "--set=自查日期=2026-11-10",
    "--set=参加部门=研发部",
    "--set=自查人=示例丙",
)


@pytest.fixture
def project(line: CommandLine, package: Path) -> Path:
    """A project whose next package differs from the one beside it, and a file too large for it."""
    line.succeed("state", "P.miping", "1.1.1", "材料齐")
    (line.folder / "large.bin").write_bytes(bytes(range(256)) * (MIB // 64))
    return package.with_name("P.miping")


@pytest.fixture
def disk(line: CommandLine) -> Path:
    """The place for a disk."""
    place = line.folder / "disk"
    place.mkdir()
    return place


def told_failures(told: list[Told], expected: dict[str, str]) -> None:
    """Make sure that each command failed in its own words."""
    for result, (command, words) in zip(told, expected.items(), strict=True):
        assert (result.code, result.out) == (1, ""), (command, result)
        assert words in said_in_chinese(result.err, command.split()), command


def test_a_full_disk_is_told_and_nothing_is_lost_or_left(
    line: CommandLine, project: Path, disk: Path
) -> None:
    shutil.copy(line.folder / "package.pdf", line.folder / "申报包.pdf")
    attempts = {
        "attach disk/P.miping large.bin --item 1.1.1": "磁盘空间不足",
        "new disk/Q.miping --company company.json --year 2026": "磁盘空间不足",
        "package disk/P.miping -o disk/申报包.pdf": "磁盘空间不足",
        "evidence extract disk/P.miping E-0001 -o disk/out.pdf": "磁盘空间不足",
        "undertaking disk/P.miping A -o disk/A.pdf " + " ".join(PAPER): "磁盘空间不足",
        "demo disk": "磁盘空间不足",
    }
    before, *told, after, freed, stated = run_elsewhere(
        line.folder,
        mount=str(disk),
        size=4 * MIB,
        copy=[str(project), str(line.folder / "申报包.pdf")],
        watch=str(disk),
        commands=[
            ["fill", "disk/filler"],
            *(command.split() for command in attempts),
            ["show", "disk/P.miping", "--json"],
            ["evidence", "extract", "disk/P.miping", "E-0001", "-o", "again.pdf"],
            ["verify", "disk/申报包.pdf", "--json"],
        ],
    )
    told_failures(told, attempts)
    for result in told:
        assert result.files == before.files
    assert after.out == line.succeed("show", "P.miping", "--json")
    assert (freed.code, stated.code) == (0, 0)
    assert (line.folder / "again.pdf").read_bytes() == (line.folder / "办法.pdf").read_bytes()


def test_a_disk_that_fills_up_on_the_way_keeps_the_old_package(
    line: CommandLine, project: Path, disk: Path
) -> None:
    """There is room for the project's own record, but not for a second package."""
    size = project.stat().st_size + (line.folder / "package.pdf").stat().st_size * 3 // 2
    result, shown, verified = run_elsewhere(
        line.folder,
        mount=str(disk),
        size=size,
        copy=[str(project), str(line.folder / "package.pdf")],
        watch=str(disk),
        commands=[
            ["package", "disk/P.miping", "-o", "disk/package.pdf"],
            ["show", "disk/P.miping", "--json"],
            ["verify", "disk/package.pdf", "--json"],
        ],
    )
    assert (result.code, result.out) == (1, "")
    assert "磁盘空间不足" in said_in_chinese(result.err)
    whole = folder_content(line.folder)
    assert result.files == {name: whole[name] for name in ("P.miping", "package.pdf")}
    assert shown.out == line.succeed("show", "P.miping", "--json")
    assert verified.code == 0


def test_a_package_that_the_project_cannot_record_replaces_nothing(
    line: CommandLine, project: Path, disk: Path
) -> None:
    (line.folder / "package.pdf").write_bytes(b"earlier package")
    filled, result, shown = run_elsewhere(
        line.folder,
        mount=str(disk),
        size=MIB,
        copy=[str(project)],
        watch=str(line.folder),
        commands=[
            ["fill", "disk/filler"],
            ["package", "disk/P.miping", "-o", "package.pdf"],
            ["show", "disk/P.miping", "--json"],
        ],
    )
    assert (result.code, result.out) == (1, "")
    assert "磁盘空间不足，这次改动没有保存" in said_in_chinese(result.err)
    assert result.files == filled.files
    assert (line.folder / "package.pdf").read_bytes() == b"earlier package"
    assert shown.out == line.succeed("show", "P.miping", "--json")


def test_a_protected_disk_is_told_and_can_be_read(
    line: CommandLine, project: Path, disk: Path
) -> None:
    attempts = {
        "attach disk/P.miping 办法.pdf --item 2.1.1": "只读",
        "state disk/P.miping 1.1.1 材料齐": "只读",
        "level disk/P.miping E-0001 内部": "只读",
        "new disk/Q.miping --company company.json --year 2026": "只读",
        "package disk/P.miping -o other.pdf": "只读",
        "package P.miping -o disk/package.pdf": "位置只读",
        "evidence extract disk/P.miping E-0001 -o disk/out.pdf": "位置只读",
        "undertaking P.miping A -o disk/A.pdf " + " ".join(PAPER): "位置只读",
        "demo disk": "只读",
        "demo disk/inner": "位置只读",
    }
    *told, shown, extracted, verified = run_elsewhere(
        line.folder,
        mount=str(disk),
        size=4 * MIB,
        copy=[str(project), str(line.folder / "package.pdf")],
        protect=True,
        watch=str(disk),
        commands=[
            *(command.split() for command in attempts),
            ["show", "disk/P.miping", "--json"],
            ["evidence", "extract", "disk/P.miping", "E-0001", "-o", "again.pdf"],
            ["verify", "disk/package.pdf", "--json"],
        ],
    )
    told_failures(told, attempts)
    assert not (line.folder / "other.pdf").exists()
    for result in told:
        assert result.files == shown.files
    assert shown.out == line.succeed("show", "P.miping", "--json")
    assert (extracted.code, verified.code) == (0, 0)


def test_files_that_may_not_grow_are_told_and_nothing_is_lost(
    line: CommandLine, project: Path
) -> None:
    """As on FAT32: the limit stops a write in its middle."""
    limit = project.stat().st_size + MIB // 8
    assert limit < (line.folder / "package.pdf").stat().st_size
    before = folder_content(line.folder)
    attempts = {
        "attach P.miping large.bin --item 1.1.1": "超过该盘允许的大小",
        "package P.miping -o package.pdf": "磁盘空间不足",
        "package P.miping -o other.pdf": "磁盘空间不足",
    }
    told = run_elsewhere(
        line.folder,
        limit=limit,
        watch=str(line.folder),
        commands=[command.split() for command in attempts],
    )
    told_failures(told, attempts)
    for result in told:
        assert result.files == before


def test_folders_and_files_without_rights_are_told(line: CommandLine, project: Path) -> None:
    closed = line.folder / "closed"
    closed.mkdir()
    shutil.copy(project, closed)
    shutil.copy(line.folder / "package.pdf", closed)
    for name in ("company.json", "package.pdf", "password.txt"):
        shutil.copy(line.folder / "company.json", line.folder / f"secret-{name}")
        (line.folder / f"secret-{name}").chmod(0)
    shutil.copy(project, line.folder / "secret.miping")
    (line.folder / "secret.miping").chmod(0)
    shutil.copy(project, line.folder / "fixed.miping")
    (line.folder / "fixed.miping").chmod(0o444)
    closed.chmod(0o555)
    attempts = {
        "state closed/P.miping 1.1.1 材料齐": "",
        "new closed/Q.miping --company company.json --year 2026": "没有权限",
        "package P.miping -o closed/package.pdf": "没有权限",
        "evidence extract P.miping E-0001 -o closed/out.pdf": "没有权限",
        "undertaking P.miping A -o closed/A.pdf " + " ".join(PAPER): "没有权限",
        "demo closed/inner": "没有权限",
        "show secret.miping": "没有权限",
        "state fixed.miping 1.1.1 材料齐": "只读",
        "new Q.miping --company secret-company.json --year 2026": "单位信息文件读不出来",
        "verify secret-package.pdf": "要验证的文件读不出来",
        "verify closed": "要验证的文件读不出来",
        "show P.miping --password-file secret-password.txt": "密码文件读不出来",
    }
    told = run_elsewhere(
        line.folder, powerless=True, commands=[command.split() for command in attempts]
    )
    closed.chmod(0o755)
    told_failures(told, attempts)
    assert sorted(path.name for path in closed.iterdir()) == ["P.miping", "package.pdf"]
    assert not (line.folder / "Q.miping").exists()
    assert line.as_json("show", "closed/P.miping") == line.as_json("show", "P.miping")
