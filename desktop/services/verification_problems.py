"""What can be wrong with a package, in words for people."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """Stable codes; the sentences are in `problem`."""

    SIGNATURE = "signature"
    NO_RECORD = "no_record"
    BAD_RECORD = "bad_record"
    NEWER_RECORD = "newer_record"
    OTHER_CERTIFICATE = "other_certificate"
    UNKNOWN_RUBRIC = "unknown_rubric"
    OTHER_RUBRIC_TEXT = "other_rubric_text"
    SCORE_DIFFERS = "score_differs"
    ATTACHMENT_MISSING = "attachment_missing"
    ATTACHMENT_DIFFERS = "attachment_differs"


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a package from being whole."""

    kind: ProblemKind
    detail: str
    text: str


_SENTENCES = {
    ProblemKind.NO_RECORD: "文件里没有自评数据，不是秘评生成的申报包，或数据已被去掉。",
    ProblemKind.BAD_RECORD: "文件里的自评数据读不出来或不完整。",
    ProblemKind.NEWER_RECORD: "申报包由更新版本的秘评生成，请用新版本验证。",
    ProblemKind.OTHER_CERTIFICATE: "签名证书与申报包内载明的证书指纹不一致。",
    ProblemKind.UNKNOWN_RUBRIC: "本程序没有编号为 {detail} 的评分标准，无法复算得分。",
    ProblemKind.OTHER_RUBRIC_TEXT: "申报包所依据的评分标准文本与本程序的不同，无法复算得分。",
    ProblemKind.SCORE_DIFFERS: "按包内数据复算的得分与包内记载的不一致。",
    ProblemKind.ATTACHMENT_MISSING: "材料 {detail} 的附件不在申报包内。",
    ProblemKind.ATTACHMENT_DIFFERS: "材料 {detail} 的附件与清单的校验值不一致。",
}


def problem(kind: ProblemKind, detail: str = "") -> Problem:
    """Word one problem; for signatures `detail` is the verifier's code."""
    if kind is ProblemKind.SIGNATURE:
        return Problem(kind, detail, _SIGNATURE_SENTENCES.get(detail, "签名验证未通过。"))
    return Problem(kind, detail, _SENTENCES[kind].format(detail=detail))


_SIGNATURE_SENTENCES: dict[str, str] = {}
