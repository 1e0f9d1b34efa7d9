"""What can be wrong with a package, in words for people."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.signing.report import ProblemCode


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


_SIGNATURE_SENTENCES = {
    ProblemCode.DAMAGED_STRUCTURE: "文件已损坏或不完整，读不下去。",
    ProblemCode.ENCRYPTED: "文件设了打开密码；申报包不会加密，请取原始文件验证。",
    ProblemCode.UNSIGNED: "文件没有签名，或被其他程序另存后签名丢失。",
    ProblemCode.SEVERAL_SIGNATURES: "文件有一个以上的签名；申报包只有一个。",
    ProblemCode.SIGNATURE_UNREADABLE: "签名或证书读不出来，可能已被改动。",
    ProblemCode.FOREIGN_CONTAINER: "签名的形式与秘评所做的不同：已被改动，或由其他程序签署。",
    ProblemCode.NOT_CERTIFYING: "签名没有禁止签名后的改动，与申报包的签名不同。",
    ProblemCode.CONTENT_ALTERED: "内容与签名时不同，已被改动。",
    ProblemCode.SIGNATURE_INVALID: "签名与证书的密钥不符。",
    ProblemCode.PARTLY_COVERED: "签名没有覆盖整个文件。",
    ProblemCode.BYTES_APPENDED: "签名后的文件末尾被追加了内容。",
    ProblemCode.UPDATED_AFTER_SIGNING: "签名后文件被改动过：页面、批注或文档信息有增加或替换。",
    ProblemCode.WEAK_KEY: "证书的密钥强度不够或类型不符。",
    ProblemCode.SIGNING_TIME_MISSING: "签名没有写明可用的时间。",
    ProblemCode.CERTIFICATE_NOT_YET_VALID: "签名时间早于证书有效期（以签名电脑的时钟为准）。",
    ProblemCode.CERTIFICATE_EXPIRED: "签名时间晚于证书有效期（以签名电脑的时钟为准）。",
}


def signature_problem(code: ProblemCode) -> Problem:
    """Word what the signature's own verification found."""
    return Problem(ProblemKind.SIGNATURE, code.value, _SIGNATURE_SENTENCES[code])


def problem(kind: ProblemKind, detail: str = "") -> Problem:
    """Word one problem of the package's content; `detail` is a label or an id."""
    return Problem(kind, detail, _SENTENCES[kind].format(detail=detail))
