"""Company files as offices write them by hand: every mistake is named, and nothing is made."""

import json
from collections.abc import Callable

import pytest

from desktop.domain.applicant import FIELD_LABELS
from tests.support.builders import a_credit_code, company_fields
from tests.support.command_line import CommandLine

UNREADABLE = "不是 UTF-8 编码的 JSON 对象"


def refusal(line: CommandLine, content: bytes) -> str:
    (line.folder / "bad.json").write_bytes(content)
    return line.fail("new", "P.miping", "--company", "bad.json", "--year", "2026")


def written(**changes: object) -> bytes:
    return json.dumps(company_fields(**changes)).encode()


@pytest.mark.parametrize("name", FIELD_LABELS)
@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "没有填写"),
        (" \u3000 ", "没有填写"),
        (None, "没有填写"),
        (5, "不是可用的文字"),
        (["示例"], "不是可用的文字"),
        ("甲\x07乙", "不是可用的文字"),
        ("甲\ud800乙", "不是可用的文字"),
        ("示" * 201, "超过 200 字"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(
    line: CommandLine, name: str, value: object, words: str
) -> None:
    message = refusal(line, written(**{name: value}))
    assert f"“{FIELD_LABELS[name]}”{words}" in message


@pytest.mark.parametrize("name", FIELD_LABELS)
def test_a_field_that_is_missing_is_named(line: CommandLine, name: str) -> None:
    fields = company_fields()
    del fields[name]
    assert f"“{FIELD_LABELS[name]}”没有填写" in refusal(line, json.dumps(fields).encode())


def wrong_check_digit() -> str:
    right = a_credit_code()
    return right[:-1] + ("0" if right[-1] != "0" else "1")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("credit_code", wrong_check_digit(), "校验位不对"),
        ("credit_code", a_credit_code()[:-1], "不是 18 位"),
        ("credit_code", a_credit_code() + "0", "不是 18 位"),
        ("credit_code", "O" + a_credit_code()[1:], "不该出现的字符"),
        ("founded_on", "去年", "不是日期"),
        ("founded_on", "2015/03/05", "不是日期"),
        ("founded_on", "2015-02-30", "不是日期"),
        ("founded_on", "2026-11-24", "晚于今天"),
    ],
)
def test_what_is_wrong_with_a_code_or_a_date_is_said(
    line: CommandLine, name: str, value: str, words: str
) -> None:
    message = refusal(line, written(**{name: value}))
    assert FIELD_LABELS[name] in message
    assert words in message


def test_an_unknown_key_is_named(line: CommandLine) -> None:
    (line.folder / "bad.json").write_bytes(written(nickname="示例"))
    code, _, err = line.run("new", "P.miping", "--company", "bad.json", "--year", "2026")
    assert code == 1
    assert "“nickname”不是单位信息的字段" in err


@pytest.mark.parametrize("content", [b"[]", b'"x"', b"3", b"null", b"true", b"NaN"])
def test_json_that_is_no_object_is_refused(line: CommandLine, content: bytes) -> None:
    assert UNREADABLE in refusal(line, content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b"{",
        written()[:-1],
        json.dumps(company_fields(), ensure_ascii=False).encode("gb18030"),
        json.dumps(company_fields(), ensure_ascii=False).encode("utf-16"),
        b"[" * 100_000,
        b"9" * 10_000,
        b"\0" * 100,
    ],
    ids=["empty", "bom", "brace", "cut", "gb18030", "utf-16", "deep", "number", "zeros"],
)
def test_a_file_that_is_no_json_in_utf_8_is_refused(line: CommandLine, content: bytes) -> None:
    assert UNREADABLE in refusal(line, content)


@pytest.mark.parametrize("path", ["missing.json", ".", "company.json/under"])
def test_a_company_file_that_cannot_be_read_is_refused(line: CommandLine, path: str) -> None:
    (line.folder / "company.json").write_bytes(written())
    message = line.fail("new", "P.miping", "--company", path, "--year", "2026")
    assert "单位信息文件读不出来" in message


def test_a_byte_order_mark_before_good_json_is_accepted(line: CommandLine) -> None:
    (line.folder / "bom.json").write_bytes(b"\xef\xbb\xbf" + written())
    line.succeed("new", "P.miping", "--company", "bom.json", "--year", "2026")
    assert line.as_json("show", "P.miping")["company"]["name"] == "示例精工有限公司"


@pytest.mark.parametrize("year", ["1999", "2100", "-1", "0", "99999999999999999999"])
def test_an_impossible_year_is_named(line: CommandLine, year: str) -> None:
    (line.folder / "company.json").write_bytes(written())
    message = line.fail("new", "P.miping", "--company", "company.json", f"--year={year}")
    assert f"考核年度 {year}" in message


def test_a_bad_company_file_leaves_the_profile_of_a_project_alone(line: CommandLine) -> None:
    line.new_project()
    (line.folder / "bad.json").write_bytes(written(credit_code=wrong_check_digit()))
    assert "校验位不对" in line.fail("company", "P.miping", "bad.json")


def test_the_sentences_differ(line: CommandLine) -> None:
    mistakes: list[Callable[[], bytes]] = [
        lambda: b"[]",
        lambda: written(name=""),
        lambda: written(name=5),
        lambda: written(name="示" * 201),
        lambda: written(credit_code=wrong_check_digit()),
        lambda: written(credit_code="1"),
        lambda: written(credit_code="O" * 18),
        lambda: written(founded_on="x"),
        lambda: written(founded_on="2027-01-01"),
    ]
    messages = [refusal(line, mistake()) for mistake in mistakes]
    assert len(set(messages)) == len(messages)
