"""What the verification of a package found, as sentences in the order in which they matter."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.services.verification_service import Verification
from desktop.ui.formats import hash_text, moment_text, points_text


class LineKind(StrEnum):
    """How a sentence is marked."""

    GOOD = "good"
    BAD = "bad"
    NOTE = "note"


@dataclass(frozen=True)
class VerificationLine:
    """One sentence; `code` is a fingerprint below it, in groups of four."""

    kind: LineKind
    text: str
    code: str = ""


@dataclass(frozen=True)
class VerificationWords:
    """The whole answer."""

    title: str
    lines: tuple[VerificationLine, ...]


def words_of(result: Verification) -> VerificationWords:
    """Word a result; a file that is not whole names what is wrong first."""
    if result.intact:
        title = "申报包完整"
        first = [VerificationLine(LineKind.GOOD, "完整性签名有效，签名之后文件没有任何改动。")]
    else:
        title = "不能确认申报包完整"
        first = [VerificationLine(LineKind.BAD, problem.text) for problem in result.problems]
    return VerificationWords(title, (*first, *_signer(result), *_content(result)))


def _signer(result: Verification) -> list[VerificationLine]:
    lines = []
    if result.signed_by is not None:
        lines.append(_note(f"证书中的名称：{result.signed_by}。自制证书不证明身份。"))
    if result.signed_at is not None:
        moment = moment_text(result.signed_at)
        lines.append(_note(f"签名时间：{moment}（以签名电脑的时钟为准）。"))
    if result.fingerprint_sha256 is not None:
        text = "证书指纹（SHA-256），请与纸质件上印的逐组核对："
        lines.append(VerificationLine(LineKind.NOTE, text, hash_text(result.fingerprint_sha256)))
    return lines


def _content(result: Verification) -> list[VerificationLine]:
    lines = []
    if result.company:
        lines.append(_note(f"单位：{result.company}。"))
    if result.conservative is not None and result.expected is not None:
        agreed = "与包内记载一致" if result.score_matches else "与包内记载不一致"
        lines.append(
            VerificationLine(
                LineKind.GOOD if result.score_matches else LineKind.BAD,
                f"按包内数据复算自评得分（预评）：已核对 {points_text(result.conservative)}，"
                f"预期 {points_text(result.expected)}，{agreed}。",
            )
        )
    if result.evidence_count:
        lines.append(_note(f"包内证明材料 {result.evidence_count} 件。"))
    return lines


def _note(text: str) -> VerificationLine:
    return VerificationLine(LineKind.NOTE, text)
