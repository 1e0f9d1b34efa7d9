"""Evidence as bad as it comes: told on the way in, or shown as far as it can be."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from desktop.services.file_names import clean_file_name
from tests.desktop.documents.evidence import hostile
from tests.support.builders import the_rubric
from tests.support.command_line import CommandLine, said_in_chinese
from tests.support.other_process import run_elsewhere
from tests.support.sample_files import a_docx, a_jpeg, a_pdf

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs files of another system")
FAILING_FILE = Path("/sys/class/net/lo/speed")
"""A regular file of 4096 bytes that the system refuses to read."""


def attach(line: CommandLine, name: str) -> str:
    return line.fail("attach", "P.miping", name, "--item", "1.1.1")


@pytest.fixture
def project(line: CommandLine) -> Path:
    return line.new_project()


@pytest.mark.usefixtures("project")
def test_evidence_that_is_not_there_not_a_file_or_empty_is_told(line: CommandLine) -> None:
    (line.folder / "folder.pdf").mkdir()
    (line.folder / "空.pdf").touch()
    assert "找不到文件“管理办法.pdf”" in attach(line, "管理办法.pdf")
    assert "找不到文件“under.pdf”" in attach(line, "company.json/under.pdf")
    assert "找不到文件" in attach(line, "长" * 200 + ".pdf")
    assert "“folder.pdf”不是文件" in attach(line, "folder.pdf")
    assert "“.”不是文件" in attach(line, ".")
    assert "“空.pdf”没有内容（0 字节）" in attach(line, "空.pdf")


@POSIX
@pytest.mark.usefixtures("project")
def test_pipes_devices_and_loops_are_refused_and_never_waited_for(line: CommandLine) -> None:
    os.mkfifo(line.folder / "pipe.pdf")
    (line.folder / "loop.pdf").symlink_to("loop.pdf")
    (line.folder / "gone.pdf").symlink_to("nowhere.pdf")
    for name in ("pipe.pdf", os.devnull):
        code, _, err = line.run("attach", "P.miping", name, "--item", "1.1.1")
        assert (code, "不是文件" in err) == (1, True)
    code, _, err = line.run("attach", "P.miping", "loop.pdf", "--item", "1.1.1")
    assert (code, "读不出来" in err) == (1, True)
    code, _, err = line.run("attach", "P.miping", "gone.pdf", "--item", "1.1.1")
    assert (code, "找不到" in err) == (1, True)
    assert line.as_json("evidence", "list", "P.miping") == []


@pytest.mark.skipif(not FAILING_FILE.exists(), reason="no file here that fails when it is read")
@pytest.mark.usefixtures("project")
def test_evidence_whose_reading_fails_is_told(line: CommandLine) -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        FAILING_FILE.read_bytes()
    assert "“speed”读不出来" in attach(line, str(FAILING_FILE))
    line.succeed("attach", "P.miping", "company.json", "--item", "1.1.1")


@POSIX
@pytest.mark.usefixtures("project")
def test_evidence_that_this_user_may_not_read_is_told(line: CommandLine) -> None:
    a_pdf(line.folder / "秘密.pdf").chmod(0)
    (line.folder / "closed").mkdir()
    a_pdf(line.folder / "closed" / "里面.pdf")
    (line.folder / "closed").chmod(0)
    refused, inside = run_elsewhere(
        line.folder,
        powerless=True,
        commands=[
            ["attach", "P.miping", "秘密.pdf", "--item", "1.1.1"],
            ["attach", "P.miping", "closed/里面.pdf", "--item", "1.1.1"],
        ],
    )
    (line.folder / "closed").chmod(0o700)
    for told, name in ((refused, "秘密.pdf"), (inside, "里面.pdf")):
        assert (told.code, told.out) == (1, "")
        assert f"“{name}”读不出来" in said_in_chinese(told.err)
    assert line.as_json("evidence", "list", "P.miping") == []


if sys.platform == "win32":  # the only system that locks files against reading
    import msvcrt

    @pytest.mark.usefixtures("project")
    def test_evidence_that_another_program_has_locked_is_told(line: CommandLine) -> None:
        path = a_pdf(line.folder / "锁.pdf")
        size = path.stat().st_size
        with path.open("r+b") as stream:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, size)
            code, _, err = line.run("attach", "P.miping", "锁.pdf", "--item", "1.1.1")
            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, size)
        assert (code, "“锁.pdf”读不出来" in err) == (1, True)


ANYWHERE = [
    "商业秘密保护管理办法（试行）.pdf",
    "保密🔒培训👨‍👩‍👧.pdf",
    "..报告...v2..pdf",
    " 前后有空格 .pdf",
    "𬭎与䶮.pdf",
    "长" * 83 + "ab.pdf",
]
ELSEWHERE = [
    "CON.pdf",
    "nul",
    "com1.txt.pdf",
    "LPT9.PDF",
    "a:b?c*d<e>f|g.pdf",
    "反\\斜\\杠.pdf",
    "换\n行.pdf",
    "\x1b[2J清屏.pdf",
    "\u202efdp.exe",
    "...",
    "末尾是点.",
    "~$临时.docx",
    "-o.pdf",
    "\udcff坏字节.pdf",
]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("names", [ANYWHERE, pytest.param(ELSEWHERE, marks=POSIX)])
def test_names_of_every_kind_come_in_go_into_the_package_and_come_out(
    line: CommandLine, names: list[str], tmp_path: Path
) -> None:
    assert len(os.fsencode(ANYWHERE[-1])) == 255
    source = tmp_path / "source"
    source.mkdir()
    criteria = [criterion.id for criterion in the_rubric().criteria()]
    for number, name in enumerate(names):
        made = a_pdf(source / name, text=f"made-up {number}")
        wanted = ("--item", criteria[number], "--level", "可提交")
        line.succeed("attach", "P.miping", *wanted, "--", str(source / ".." / "source" / made.name))
    listed = line.as_json("evidence", "list", "P.miping")
    assert [item["file_name"] for item in listed] == [clean_file_name(name) for name in names]
    for item, name in zip(listed, names, strict=True):
        file_name = item["file_name"]
        assert len(file_name.encode("utf-8")) <= 255
        assert not set(file_name) & set('<>:"/\\|?*\n\x1b\u202e')
        assert file_name.split(".")[0].upper() not in {"CON", "NUL", "COM1", "LPT9", ""}
        out = line.folder / f"{item['id']}.pdf"
        line.succeed("evidence", "extract", "P.miping", item["id"], "-o", out.name)
        assert out.read_bytes() == (source / name).read_bytes()
    line.succeed("package", "P.miping", "-o", "package.pdf")
    verified = line.as_json("verify", "package.pdf")
    assert (verified["intact"], verified["evidence"]) == (True, len(names))
    subprocess.run(["qpdf", "--check", "package.pdf"], check=True, capture_output=True)


@pytest.mark.usefixtures("project")
def test_embedded_files_have_names_that_no_system_misunderstands(line: CommandLine) -> None:
    for number, name in enumerate(("..表.docx", "😀.docx", "长" * 82 + ".docx")):
        path = a_docx(line.folder / name)
        path.write_bytes(path.read_bytes() + bytes([number]))
        wanted = ("--item", "2.1.1", "--level", "可提交")
        line.succeed("attach", "P.miping", name, *wanted)
    line.succeed("package", "P.miping", "-o", "package.pdf")
    assert line.as_json("verify", "package.pdf")["intact"] is True
    with pikepdf.open(line.folder / "package.pdf") as package:
        names = set(package.attachments) - {"assessment.json"}
    assert len(names) == 3
    for name in names:
        assert clean_file_name(name) == name


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "damaged.pdf": (lambda: hostile.a_pdf()[:200] + b"\0" * 300, "文件已损坏，读不出页面"),
    "encrypted.pdf": (lambda: hostile.locked(user="made-up"), "PDF 设有打开密码"),
    "script.pdf": (hostile.with_scripts, "已去除文件内的脚本和动作"),
    "giant.png": (hostile.a_giant_png, "图像像素过大"),
    "damaged.jpg": (lambda: hostile.a_jpeg()[:400], "文件已损坏"),
    "form.pdf": (hostile.with_xfa, "动态表单"),
}


@pytest.mark.usefixtures("project")
def test_hostile_files_are_packed_safely_and_each_is_told_for_what_it_is(
    line: CommandLine,
) -> None:
    contents = {name: make() for name, (make, _) in HOSTILE.items()}
    for name, content in contents.items():
        (line.folder / name).write_bytes(content)
        line.succeed("attach", "P.miping", name, "--item", "3.1.1", "--level", "可提交")
    a_jpeg(line.folder / "good.jpg")
    line.succeed("attach", "P.miping", "good.jpg", "--item", "3.1.1", "--level", "可提交")
    built = line.as_json("package", "P.miping", "-o", "package.pdf")
    assert len(built["notes"]) == len(HOSTILE)
    for note, (name, (_, words)) in zip(built["notes"], HOSTILE.items(), strict=True):
        assert words in note, name
    verified = line.as_json("verify", "package.pdf")
    assert (verified["intact"], verified["evidence"]) == (True, len(HOSTILE) + 1)
    subprocess.run(["qpdf", "--check", "package.pdf"], check=True, capture_output=True)
    assert_pages_do_nothing(line.folder / "package.pdf", contents)


def assert_pages_do_nothing(package: Path, contents: dict[str, bytes]) -> None:
    """No page and no part of the volume acts; what acts lies in attachments, byte for byte."""
    with pikepdf.open(package) as volume:
        assert "/AA" not in volume.Root
        assert "/OpenAction" not in volume.Root
        assert "/JavaScript" not in volume.Root.Names
        for page in volume.pages:
            assert "/AA" not in page.obj
            for annotation in page.obj.get("/Annots", pikepdf.Array()).as_list():
                assert "/A" not in annotation or pikepdf.Name.GoTo == annotation.A.S
        kept = {
            hashlib.sha256(file.get_file().read_bytes()).hexdigest()
            for file in volume.attachments.values()
        }
        volume.attachments.clear()
        plain = io.BytesIO()
        volume.remove_unreferenced_resources()
        volume.save(plain, qdf=True)
    assert hostile.SCRIPT.encode() not in plain.getvalue()
    shown = {"script.pdf"}
    for name, content in contents.items():
        assert (hashlib.sha256(content).hexdigest() in kept) == (name not in shown)
