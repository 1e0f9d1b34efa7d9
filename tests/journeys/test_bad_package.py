"""Packages that are not what they were: what `miping verify` says of each, and how it exits."""

import json
import os
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from desktop.verifier import verify as stand_alone
from tests.support.builders import company_fields
from tests.support.command_line import CommandLine
from tests.support.sample_files import a_pdf
from tests.support.verification import KEYS, not_whole


def test_a_whole_package_is_told_as_one(line: CommandLine, package: Path) -> None:
    told = line.as_json("verify", package.name)
    assert set(told) == KEYS
    assert (told["intact"], told["score_matches"], told["problems"]) == (True, True, [])
    assert (told["conservative"], told["expected"], told["evidence"]) == ("5", "5", 2)
    assert told["company"] == told["signed_by"] == "示例精工有限公司"
    assert re.fullmatch("[0-9a-f]{64}", told["fingerprint_sha256"])
    assert "申报包完整" in line.succeed("verify", package.name)


@pytest.mark.parametrize("place", [0.02, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_one_changed_byte_is_found(line: CommandLine, package: Path, place: float) -> None:
    data = bytearray(package.read_bytes())
    data[int(len(data) * place)] ^= 0x10
    package.write_bytes(data)
    not_whole(line, package)


@pytest.mark.parametrize("kept", [0.01, 0.5, 0.9, 0.9999])
def test_a_truncated_package_is_found(line: CommandLine, package: Path, kept: float) -> None:
    data = package.read_bytes()
    package.write_bytes(data[: int(len(data) * kept)])
    not_whole(line, package)


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"x" * 5000, b"%%EOF\n"])
def test_appended_bytes_are_found(line: CommandLine, package: Path, tail: bytes) -> None:
    with package.open("ab") as stream:
        stream.write(tail)
    (problem,) = not_whole(line, package)["problems"]
    assert "追加" in problem or "已损坏或不完整" in problem


def test_bytes_before_the_package_are_found(line: CommandLine, package: Path) -> None:
    package.write_bytes(b"\n" + package.read_bytes())
    not_whole(line, package)


def test_a_package_that_pikepdf_saved_again_is_found(line: CommandLine, package: Path) -> None:
    with pikepdf.open(package) as document:
        document.save(line.folder / "again.pdf")
    not_whole(line, line.folder / "again.pdf")


@pytest.mark.parametrize(
    "options",
    [(), ("--linearize",), ("--qdf",), ("--encrypt", "", "", "256", "--"), ("--rotate=+90:1",)],
    ids=lambda options: options[0] if options else "plain",
)
def test_a_package_that_qpdf_saved_again_is_found(
    line: CommandLine, package: Path, options: tuple[str, ...]
) -> None:
    again = line.folder / "again.pdf"
    subprocess.run(["qpdf", package, *options, again], check=True, capture_output=True)
    not_whole(line, again)


def test_a_page_that_was_added_after_signing_is_found(line: CommandLine, package: Path) -> None:
    again = line.folder / "again.pdf"
    a_pdf(line.folder / "extra.pdf")
    pages = ["--pages", "package.pdf", "1-z", "extra.pdf", "1", "--"]
    subprocess.run(["qpdf", package, *pages, again], check=True, capture_output=True)
    not_whole(line, again)


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"\0" * 5000, b"PK\x03\x04", "申报包".encode()],
    ids=["empty", "letter", "zeros", "zip", "text"],
)
@pytest.mark.parametrize("json_wanted", [(), ("--json",)], ids=["words", "json"])
def test_a_file_that_is_no_pdf_is_told(
    line: CommandLine, content: bytes, json_wanted: tuple[str, ...]
) -> None:
    (line.folder / "package.pdf").write_bytes(content)
    assert "这个文件不是 PDF" in line.fail("verify", "package.pdf", *json_wanted)


def test_a_project_is_no_package(line: CommandLine) -> None:
    line.new_project()
    assert "这个文件不是 PDF" in line.fail("verify", "P.miping")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".", "读不出来"),
        ("folder.pdf", "读不出来"),
        (os.devnull, "不是 PDF"),
        ("missing.pdf", "找不到"),
        ("missing/package.pdf", "找不到"),
        ("plain.txt/package.pdf", "找不到"),
    ],
)
def test_what_cannot_be_read_is_told(line: CommandLine, name: str, words: str) -> None:
    (line.folder / "folder.pdf").mkdir()
    (line.folder / "plain.txt").touch()
    assert words in line.fail("verify", name)


def test_an_unsigned_pdf_is_no_package(line: CommandLine) -> None:
    told = not_whole(line, a_pdf(line.folder / "plain.pdf"))
    assert any("没有签名" in problem for problem in told["problems"])
    assert any("没有自评数据" in problem for problem in told["problems"])
    assert (told["signed_by"], told["fingerprint_sha256"], told["evidence"]) == (None, None, 0)
    assert told["score_matches"] is False


def test_a_pdf_that_cannot_be_opened_without_a_password_is_told(
    line: CommandLine, package: Path
) -> None:
    locked = line.folder / "locked.pdf"
    options = ["--encrypt", "made-up", "made-up owner", "256", "--"]
    subprocess.run(["qpdf", package, *options, locked], check=True, capture_output=True)
    assert any("密码" in problem for problem in not_whole(line, locked)["problems"])


def test_the_stand_alone_verifier_says_the_same(
    line: CommandLine, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stand_alone.main([package.name, "--json"], standalone_mode=False) == 0
    assert json.loads(capsys.readouterr().out) == line.as_json("verify", package.name)


def test_undecided_evidence_keeps_the_earlier_package(line: CommandLine, package: Path) -> None:
    a_pdf(line.folder / "待定.pdf")
    line.succeed("attach", "P.miping", "待定.pdf", "--item", "1.1.1")
    message = line.fail("package", "P.miping", "-o", package.name)
    assert "提交级别未定" in message
    assert "E-0003《待定》" in message


def test_a_package_that_has_no_place_is_told_and_nothing_changes(
    line: CommandLine, package: Path
) -> None:
    (line.folder / "folder").mkdir()
    for target, words in {
        "P.miping": "目标是项目文件",
        "folder": "目标是项目文件、文件夹",
        "missing/package.pdf": "文件夹不存在",
        f"{package.name}/package.pdf": "文件夹不存在",
        "长" * 100 + ".pdf": "文件名太长",
        os.devnull: "目标是项目文件、文件夹或设备",
    }.items():
        assert words in line.fail("package", "P.miping", "-o", target)


@pytest.mark.usefixtures("package")
def test_the_machine_readable_forms_are_as_promised(line: CommandLine) -> None:
    score = line.as_json("score", "P.miping")
    assert {"conservative", "expected", "base", "bonus", "cut_off", "items"} <= set(score)
    for name in ("conservative", "expected", "base", "bonus", "cut_off"):
        assert re.fullmatch(r"\d+(\.5)?", score[name])
    assert len(score["items"]) == 39
    for item in score["items"].values():
        assert {"state", "conservative", "expected", "reason"} <= set(item)
        assert item["state"] in {"未开始", "准备中", "材料齐", "已核对", "不申报", "未到期"}
        assert re.fullmatch(r"\d+(\.5)?", item["conservative"])
        assert item["reason"]
    for item in line.as_json("evidence", "list", "P.miping"):
        assert {"id", "title", "size", "sha256", "level", "links"} <= set(item)
        assert isinstance(item["size"], int)
        for link in item["links"]:
            assert {"item", "locator", "note"} <= set(link)
    shown = line.as_json("show", "P.miping")
    assert shown["company"] == company_fields()
    assert set(shown["items"]) == set(score["items"])
    rubric = line.as_json("rubric", "show", "chongqing_2023")
    assert {"id", "title", "sections"} <= set(rubric)
    for section in rubric["sections"]:
        assert set(section) >= {"name", "points", "standard", "groups"}
        for group in section["groups"]:
            assert set(group) >= {"text", "points", "items"}
            for item in group["items"]:
                assert set(item) >= {"id", "text", "points"}
    checked = line.as_json("check", "P.miping")
    assert checked["errors"] == 0
    assert {"rank", "place", "text"} <= set(checked["findings"][0])
