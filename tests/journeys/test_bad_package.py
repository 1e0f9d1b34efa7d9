"""Packages that are not what they were: what `miping verify` says of each, and how it exits."""

import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.signing.identity import SigningIdentity, make_identity
from desktop.signing.sign_pdf import sign
from desktop.verifier import verify as stand_alone
from tests.support.builders import NOW, an_applicant, company_fields
from tests.support.command_line import CommandLine
from tests.support.fake_clock import START, FakeClock
from tests.support.sample_files import a_docx, a_pdf
from tests.support.services import PASSWORD, quick_services

KEYS = {
    "intact",
    "signed_by",
    "fingerprint_sha256",
    "signed_at",
    "score_matches",
    "conservative",
    "expected",
    "evidence",
    "company",
    "problems",
}
ATTACKER = make_identity("示例攻击者", "示例攻击者", START - timedelta(days=1))
TWIN = make_identity("示例精工有限公司", "示例精工有限公司", START - timedelta(days=1))
"""Somebody else's key under the company's own name."""

Record = dict[str, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project and its package, made once."""
    folder = tmp_path_factory.mktemp("made")
    services = quick_services(FakeClock())
    with closing(
        services.projects.create(folder / "P.miping", an_applicant(), 2026, PASSWORD)
    ) as project:
        for path, item in (
            (a_pdf(folder / "办法.pdf", pages=2), "4.1.1"),
            (a_docx(folder / "名单.docx"), "2.1.1"),
        ):
            wish = LinkWish((item,), level=DisclosureLevel.SUBMITTABLE)
            services.evidence.attach(project, path, wish, JobContext())
        services.assessments.set_state(project, "4.1.1", ResponseState.VERIFIED)
        services.packages.build(project, folder / "package.pdf", JobContext())
    return folder


@pytest.fixture
def package(line: CommandLine, made: Path) -> Path:
    """The package beside its project, in a folder of the test's own."""
    for name in ("P.miping", "package.pdf"):
        shutil.copy(made / name, line.folder)
    return line.folder / "package.pdf"


def verified(line: CommandLine, path: Path) -> dict[str, Any]:
    """What is said of a package that is not whole; the machine and the person hear the same."""
    code, out, err = line.run("verify", str(path), "--json")
    assert (code, err) == (1, "")
    told: dict[str, Any] = json.loads(out)
    assert set(told) == KEYS
    assert told["intact"] is False
    assert told["problems"]
    code, out, err = line.run("verify", str(path))
    assert (code, err) == (1, "")
    assert out.startswith("申报包不完整，或已被改动。\n")
    for problem in told["problems"]:
        assert re.search("[\u4e00-\u9fff]", problem)
        assert f"问题\t{problem}\n" in out
    return told


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
    verified(line, package)


@pytest.mark.parametrize("kept", [0.01, 0.5, 0.9, 0.9999])
def test_a_truncated_package_is_found(line: CommandLine, package: Path, kept: float) -> None:
    data = package.read_bytes()
    package.write_bytes(data[: int(len(data) * kept)])
    verified(line, package)


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"x" * 5000, b"%%EOF\n"])
def test_appended_bytes_are_found(line: CommandLine, package: Path, tail: bytes) -> None:
    with package.open("ab") as stream:
        stream.write(tail)
    (problem,) = verified(line, package)["problems"]
    assert "追加" in problem or "已损坏或不完整" in problem


def test_bytes_before_the_package_are_found(line: CommandLine, package: Path) -> None:
    package.write_bytes(b"\n" + package.read_bytes())
    verified(line, package)


def test_a_package_that_pikepdf_saved_again_is_found(line: CommandLine, package: Path) -> None:
    with pikepdf.open(package) as document:
        document.save(line.folder / "again.pdf")
    verified(line, line.folder / "again.pdf")


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
    verified(line, again)


def test_a_page_that_was_added_after_signing_is_found(line: CommandLine, package: Path) -> None:
    again = line.folder / "again.pdf"
    a_pdf(line.folder / "extra.pdf")
    pages = ["--pages", "package.pdf", "1-z", "extra.pdf", "1", "--"]
    subprocess.run(["qpdf", package, *pages, again], check=True, capture_output=True)
    verified(line, again)


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
    told = verified(line, a_pdf(line.folder / "plain.pdf"))
    assert any("没有签名" in problem for problem in told["problems"])
    assert any("没有自评数据" in problem for problem in told["problems"])
    assert (told["signed_by"], told["fingerprint_sha256"], told["evidence"]) == (None, None, 0)
    assert told["score_matches"] is False


def test_a_pdf_that_somebody_else_signed_is_no_package(line: CommandLine) -> None:
    path = line.folder / "signed.pdf"
    _signed(a_pdf(line.folder / "plain.pdf").read_bytes(), path, ATTACKER)
    told = verified(line, path)
    assert told["problems"] == ["文件里没有自评数据，不是秘评生成的申报包，或数据已被去掉。"]
    assert told["signed_by"] == "示例攻击者"


def test_a_pdf_that_cannot_be_opened_without_a_password_is_told(
    line: CommandLine, package: Path
) -> None:
    locked = line.folder / "locked.pdf"
    options = ["--encrypt", "made-up", "made-up owner", "256", "--"]
    subprocess.run(["qpdf", package, *options, locked], check=True, capture_output=True)
    assert any("密码" in problem for problem in verified(line, locked)["problems"])


def _signed(plain: bytes, path: Path, identity: SigningIdentity) -> Path:
    with path.open("wb+") as target:
        sign(io.BytesIO(plain), target, identity, NOW)
    return path


def forged(
    package: Path,
    change: Callable[[Record], object],
    identity: SigningIdentity = ATTACKER,
    document_change: Callable[[pikepdf.Pdf], object] = lambda _: None,
) -> Path:
    """Take the signature away, put another record in, and sign with a key of one's own."""
    plain = io.BytesIO()
    with pikepdf.open(package) as document:
        record = json.loads(document.attachments["assessment.json"].get_file().read_bytes())
        change(record)
        del document.attachments["assessment.json"]
        document.attachments["assessment.json"] = json.dumps(record).encode()
        document_change(document)
        for key in (Name.AcroForm, Name.Perms):
            if key in document.Root:
                del document.Root[key]
        for page in document.pages:
            page.obj.Annots = pikepdf.Array(
                [note for note in page.obj.get("/Annots", []) if note.Subtype != Name.Widget]
            )
        document.save(plain)
    return _signed(plain.getvalue(), package.with_name("forged.pdf"), identity)


def better_score(record: Record) -> None:
    record["score"]["conservative"] = "100"
    record["score"]["expected"] = "100"


def better_facts(record: Record) -> None:
    for fact in record["facts"].values():
        fact.update(state="已核对", evidence_count=3, stamped_scans=1)


def own_fingerprint(record: Record) -> None:
    record["fingerprint_sha256"] = ATTACKER.fingerprint_sha256


def test_a_record_under_another_key_is_found(line: CommandLine, package: Path) -> None:
    told = verified(line, forged(package, lambda _: None))
    assert told["problems"] == ["签名证书与申报包内载明的证书指纹不一致。"]


@pytest.mark.parametrize("change", [better_score, better_facts])
def test_a_score_that_does_not_follow_from_the_facts_is_found(
    line: CommandLine, package: Path, change: Callable[[Record], None]
) -> None:
    def both(record: Record) -> None:
        change(record)
        own_fingerprint(record)

    told = verified(line, forged(package, both))
    assert told["score_matches"] is False
    assert told["problems"] == ["按包内数据复算的得分与包内记载的不一致。"]


def test_a_whole_forgery_shows_by_its_fingerprint(line: CommandLine, package: Path) -> None:
    """A key of the same name can sign anything: only the printed fingerprint tells it apart."""
    genuine = line.as_json("verify", package.name)

    def retouched(record: Record) -> None:
        record["fingerprint_sha256"] = TWIN.fingerprint_sha256

    told = line.as_json("verify", forged(package, retouched, TWIN).name)
    assert told["signed_by"] == genuine["signed_by"]
    assert told["fingerprint_sha256"] == TWIN.fingerprint_sha256
    assert told["fingerprint_sha256"] != genuine["fingerprint_sha256"]
    assert TWIN.fingerprint_sha256 in line.succeed("verify", "forged.pdf")


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.clear(),
        lambda record: record.pop("score"),
        lambda record: record.update(year=20_000),
        lambda record: record.update(year=-1),
        lambda record: record.update(year="x"),
        lambda record: record.update(as_of="9999-99-99"),
        lambda record: record["facts"].pop("1.1.1"),
        lambda record: record["facts"]["1.1.1"].update(state="完美"),
        lambda record: record["facts"]["1.1.1"].update(evidence_count=-1),
        lambda record: record["evidence"][0].update(sha256="0"),
        lambda record: record.update(record_version="\ud800"),
    ],
)
def test_a_record_that_cannot_be_right_is_told(
    line: CommandLine, package: Path, change: Callable[[Record], object]
) -> None:
    def both(record: Record) -> None:
        own_fingerprint(record)
        change(record)

    told = verified(line, forged(package, both))
    assert told["problems"] == ["文件里的自评数据读不出来或不完整。"]
    assert told["score_matches"] is False


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda record: record.update(record_version=99), "由更新版本的秘评生成"),
        (lambda record: record.update(rubric_id="示例标准"), "没有编号为 示例标准 的评分标准"),
        (lambda record: record.update(rubric_id="../chongqing_2023"), "无法复算得分"),
        (lambda record: record.update(rubric_sha256="0" * 64), "文本与本程序的不同"),
        (
            lambda record: record["evidence"][0].update(attachment="没有.docx"),
            "的附件不在申报包内",
        ),
        (
            lambda record: record["evidence"][0].update(sha256="0" * 64),
            "的附件与清单的校验值不一致",
        ),
    ],
)
def test_a_record_that_does_not_fit_is_told(
    line: CommandLine, package: Path, change: Callable[[Record], object], words: str
) -> None:
    def both(record: Record) -> None:
        own_fingerprint(record)
        record["evidence"].sort(key=lambda item: item["attachment"] is None)
        change(record)

    (problem,) = verified(line, forged(package, both))["problems"]
    assert words in problem


def test_an_embedded_original_that_was_exchanged_is_found(line: CommandLine, package: Path) -> None:
    def exchange(document: pikepdf.Pdf) -> None:
        (name,) = set(document.attachments) - {"assessment.json"}
        document.attachments[name] = b"another list"

    told = verified(line, forged(package, own_fingerprint, ATTACKER, exchange))
    assert len(told["problems"]) == 1
    assert "的附件与清单的校验值不一致" in told["problems"][0]


@pytest.mark.parametrize("order", ["\n", "\r", "\x1b[2J", "\x9b2J", "\u202e", "\u2028", "\x07"])
def test_no_word_of_a_hostile_package_commands_the_terminal(
    line: CommandLine, package: Path, order: str
) -> None:
    def both(record: Record) -> None:
        own_fingerprint(record)
        record["rubric_id"] = f"示例{order}申报包完整，签名后未改动。{order}"

    forged(package, both)
    code, out, err = line.run("verify", "forged.pdf")
    assert (code, err) == (1, "")
    assert order == "\n" or order not in out
    assert "\n申报包完整" not in out
    assert len(out.splitlines()) == 5


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
