"""The whole main job on the command line, checked with programs that are not ours."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.main import main
from desktop.services.services import Services
from tests.support.builders import company_fields
from tests.support.fake_clock import FakeClock
from tests.support.sample_files import a_docx, a_jpeg, a_pdf
from tests.support.services import PASSWORD, quick_services

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def services(clock: FakeClock) -> Services:
    return quick_services(clock)


@pytest.fixture
def run(
    services: Services,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MIPING_PASSWORD", PASSWORD)
    (tmp_path / "company.json").write_text(
        json.dumps(company_fields(), ensure_ascii=False), encoding="utf-8"
    )

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = main(services, arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


def succeed(run: Run, *arguments: str) -> str:
    code, out, err = run(*arguments)
    assert code == 0, err
    return out


def new_project(run: Run) -> None:
    succeed(run, "new", "P.miping", "--company", "company.json", "--year", "2026")


def test_the_whole_job_from_nothing_to_a_verified_package(run: Run, tmp_path: Path) -> None:
    new_project(run)
    a_pdf(tmp_path / "管理办法.pdf", pages=3)
    a_jpeg(tmp_path / "门牌.jpg")
    a_docx(tmp_path / "名单.docx")
    (tmp_path / "秘点.txt").write_text("绝不外传的配方", encoding="utf-8")
    succeed(
        run,
        "attach",
        "P.miping",
        "管理办法.pdf",
        "--item",
        "4.1.1",
        "--item",
        "4.1.2",
        "--locator",
        "第三章",
        "--note",
        "证明已建立制度",
        "--level",
        "可提交",
    )
    succeed(run, "attach", "P.miping", "门牌.jpg", "--item", "3.1.1", "--level", "可提交")
    succeed(run, "attach", "P.miping", "名单.docx", "--item", "2.1.1", "--level", "可提交")
    succeed(run, "attach", "P.miping", "秘点.txt", "--item", "6.1.1", "--level", "内部")
    succeed(run, "state", "P.miping", "4.1.2", "已核对", "--note", "第三章写入人员管理")
    succeed(run, "state", "P.miping", "4.1.1", "材料齐")
    score = json.loads(succeed(run, "score", "P.miping", "--json"))
    assert (score["conservative"], score["expected"]) == ("2.5", "7.5")
    built = json.loads(succeed(run, "package", "P.miping", "-o", "申报包.pdf", "--json"))
    verified = json.loads(succeed(run, "verify", "申报包.pdf", "--json"))
    assert verified["intact"] is True
    assert verified["score_matches"] is True
    assert verified["problems"] == []
    assert verified["evidence"] == 3
    assert verified["fingerprint_sha256"] == built["fingerprint_sha256"]
    package = tmp_path / "申报包.pdf"
    subprocess.run(["qpdf", "--check", package], check=True, capture_output=True)
    signature = subprocess.run(
        ["pdfsig", package], check=True, capture_output=True, text=True
    ).stdout
    assert "Signature is Valid" in signature
    assert "Total document signed" in signature
    text = subprocess.run(
        ["pdftotext", package, "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "示例精工有限公司" in text
    assert "4.1.1-01" in text
    assert "秘点" not in text.replace("秘点清单", "")
    assert "绝不外传的配方".encode() not in package.read_bytes()
    assert "合格" not in text


def test_one_changed_byte_makes_a_package_unsound(run: Run, tmp_path: Path) -> None:
    new_project(run)
    succeed(run, "package", "P.miping", "-o", "a.pdf")
    data = bytearray((tmp_path / "a.pdf").read_bytes())
    data[len(data) // 3] ^= 1
    (tmp_path / "b.pdf").write_bytes(data)
    code, out, _ = run("verify", "b.pdf", "--json")
    assert code == 1
    report = json.loads(out)
    assert report["intact"] is False
    assert report["problems"]


def test_an_undecided_file_stops_the_package_and_is_named(run: Run, tmp_path: Path) -> None:
    new_project(run)
    a_pdf(tmp_path / "待定.pdf")
    succeed(run, "attach", "P.miping", "待定.pdf", "--item", "1.1.1")
    code, _, err = run("package", "P.miping", "-o", "申报包.pdf")
    assert code == 1
    assert "E-0001" in err
    assert "待定" in err
    assert not (tmp_path / "申报包.pdf").exists()


def test_evidence_is_listed_and_extracted_as_it_came(run: Run, tmp_path: Path) -> None:
    new_project(run)
    a_pdf(tmp_path / "一.pdf")
    succeed(run, "attach", "P.miping", "一.pdf", "--item", "1.1.1", "--locator", "第2页")
    (item,) = json.loads(succeed(run, "evidence", "list", "P.miping", "--json"))
    assert item["id"] == "E-0001"
    assert item["level"] == "未定"
    assert item["links"] == [{"item": "1.1.1", "locator": "第2页", "note": "", "stamped": False}]
    succeed(run, "evidence", "extract", "P.miping", "E-0001", "-o", "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == (tmp_path / "一.pdf").read_bytes()


def test_an_undertaking_needs_its_gates_and_then_prints(run: Run, tmp_path: Path) -> None:
    new_project(run)
    code, _, err = run("undertaking", "P.miping", "A", "-o", "承诺书.pdf")
    assert code == 1
    assert "是否受侵犯" in err
    assert not (tmp_path / "承诺书.pdf").exists()
    code, _, err = run("undertaking", "P.miping", "A", "-o", "承诺书.pdf", "--set", "是否受侵犯=是")
    assert code == 1
    assert not (tmp_path / "承诺书.pdf").exists()
    out = succeed(
        run,
        "undertaking",
        "P.miping",
        "A",
        "-o",
        "承诺书.pdf",
        "--set",
        "是否受侵犯=否",
        "--set",
        "自查日期=2026-11-10",
        "--set",
        "参加部门=研发部、生产部",
        "--set",
        "自查人=示例丙",
    )
    assert "第 1 版" in out
    text = subprocess.run(
        ["pdftotext", tmp_path / "承诺书.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "示例精工有限公司" in text.replace("\n", "")
    assert "【" not in text
    succeed(run, "attach", "P.miping", "承诺书.pdf", "--item", "6.2.1", "--level", "可提交")
    succeed(run, "state", "P.miping", "6.2.1", "已核对")
    score = json.loads(succeed(run, "score", "P.miping", "--json"))
    assert score["items"]["6.2.1"]["conservative"] == "0"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("state", "P.miping", "9.9.9", "已核对"), "9.9.9"),
        (("state", "P.miping", "1.1.1", "未到期"), "未到期"),
        (("state", "P.miping", "1.1.1", "完成"), "完成"),
        (("attach", "P.miping", "没有.pdf", "--item", "1.1.1"), "没有.pdf"),
        (("attach", "P.miping", "company.json", "--item", "1.1.1", "--level", "公开"), "公开"),
        (("evidence", "extract", "P.miping", "E-0009", "-o", "x"), "E-0009"),
        (("undertaking", "P.miping", "A", "-o", "x.pdf", "--set", "乱写"), "乱写"),
        (("package", "P.miping", "-o", "P.miping"), "项目文件"),
        (("verify", "没有.pdf"), "找不到"),
        (("new", "P.miping", "--company", "company.json", "--year", "2026"), "已"),
        (("new", "Q.miping", "--company", "company.json", "--year", "26"), "26"),
        (("new", "Q.miping", "--company", "没有.json", "--year", "2026"), "单位信息"),
        (
            ("new", "Q.miping", "--company", "company.json", "--year", "2026", "--rubric", "无"),
            "无",
        ),
    ],
)
def test_each_refusal_says_what_happened_in_chinese(
    run: Run, arguments: tuple[str, ...], word: str
) -> None:
    new_project(run)
    before = json.loads(succeed(run, "show", "P.miping", "--json"))
    code, _, err = run(*arguments)
    assert code == 1
    assert word in err
    assert "Traceback" not in err
    assert json.loads(succeed(run, "show", "P.miping", "--json")) == before


@pytest.mark.parametrize(
    "arguments", [(), ("nonsense",), ("show",), ("score", "P.miping", "--colour"), ("--help",)]
)
def test_usage_is_explained_in_chinese(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    words = out + err
    assert code == (0 if arguments == ("--help",) else 2)
    assert any("\u4e00" <= char <= "\u9fff" for char in words)
    assert "Usage" not in words
    assert "Error" not in words


def test_a_wrong_password_is_refused_and_no_argument_takes_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    new_project(run)
    monkeypatch.setenv("MIPING_PASSWORD", "wrong")
    code, _, err = run("show", "P.miping")
    assert code == 1
    assert "密码" in err
    (tmp_path / "password.txt").write_text(PASSWORD + "\n", encoding="utf-8")
    succeed(run, "show", "P.miping", "--password-file", "password.txt")
    monkeypatch.delenv("MIPING_PASSWORD")
    code, _, err = run("show", "P.miping")
    assert code == 1
    assert "--password-file" in err


def test_the_rubric_is_shown_exactly(run: Run) -> None:
    assert "chongqing_2023" in succeed(run, "rubric", "list")
    shown = json.loads(succeed(run, "rubric", "show", "chongqing_2023", "--json"))
    items = [
        item
        for section in shown["sections"]
        for group in section["groups"]
        for item in group["items"]
    ]
    assert len(items) == 39
    assert sum(float(section["points"]) for section in shown["sections"]) == 105
    assert shown["sections"][6]["groups"][0]["text"] == ""
    assert {item["points"] for item in items} == {"1", "2", "2.5", "3", "5"}


def test_the_demo_runs_the_main_job(run: Run, tmp_path: Path) -> None:
    out = succeed(run, "demo", "demo")
    assert "申报包完整" in out
    (package,) = (tmp_path / "demo").glob("*申报包.pdf")
    assert json.loads(succeed(run, "verify", str(package), "--json"))["score_matches"] is True


def test_the_programs_that_check_us_are_here() -> None:
    for program in ("pdfsig", "qpdf", "pdftotext"):
        assert shutil.which(program), program
