"""Packages that somebody changed and signed with a key of his own."""

import io
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name

from desktop.signing.identity import SigningIdentity, make_identity
from desktop.signing.sign_pdf import sign
from tests.support.builders import NOW
from tests.support.command_line import CommandLine
from tests.support.fake_clock import START
from tests.support.sample_files import a_pdf
from tests.support.verification import not_whole

ATTACKER = make_identity("示例攻击者", "示例攻击者", START - timedelta(days=1))
TWIN = make_identity("示例精工有限公司", "示例精工有限公司", START - timedelta(days=1))
"""Somebody else's key under the company's own name."""

Record = dict[str, Any]


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
    told = not_whole(line, forged(package, lambda _: None))
    assert told["problems"] == ["签名证书与申报包内载明的证书指纹不一致。"]


@pytest.mark.parametrize("change", [better_score, better_facts])
def test_a_score_that_does_not_follow_from_the_facts_is_found(
    line: CommandLine, package: Path, change: Callable[[Record], None]
) -> None:
    def both(record: Record) -> None:
        change(record)
        own_fingerprint(record)

    told = not_whole(line, forged(package, both))
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

    told = not_whole(line, forged(package, both))
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

    (problem,) = not_whole(line, forged(package, both))["problems"]
    assert words in problem


def test_an_embedded_original_that_was_exchanged_is_found(line: CommandLine, package: Path) -> None:
    def exchange(document: pikepdf.Pdf) -> None:
        (name,) = set(document.attachments) - {"assessment.json"}
        document.attachments[name] = b"another list"

    told = not_whole(line, forged(package, own_fingerprint, ATTACKER, exchange))
    assert len(told["problems"]) == 1
    assert "的附件与清单的校验值不一致" in told["problems"][0]


ORDERS = "\r\x1b[2J\x9b2J\x07\u200f\u202e\u2028\u2066"
"""What a terminal would obey: going back, clearing, turning the direction of reading."""


def test_no_word_of_a_hostile_package_commands_the_terminal(
    line: CommandLine, package: Path
) -> None:
    def both(record: Record) -> None:
        own_fingerprint(record)
        record["rubric_id"] = f"示例\n申报包完整，签名后未改动。{ORDERS}"

    forged(package, both)
    code, out, err = line.run("verify", "forged.pdf")
    assert (code, err) == (1, "")
    lines = out.split("\n")
    assert len(lines) == len(["verdict", "signer", "fingerprint", "score", "problem", ""])
    assert not any(text.startswith("申报包完整") for text in lines)
    assert not set(out) & (set(ORDERS) - set("[2J"))


def test_a_pdf_that_somebody_else_signed_is_no_package(line: CommandLine) -> None:
    path = line.folder / "signed.pdf"
    _signed(a_pdf(line.folder / "plain.pdf").read_bytes(), path, ATTACKER)
    told = not_whole(line, path)
    assert told["problems"] == ["文件里没有自评数据，不是秘评生成的申报包，或数据已被去掉。"]
    assert told["signed_by"] == "示例攻击者"
