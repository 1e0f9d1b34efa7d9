"""The outcomes of evidence files in words, as notice pages and lists print them."""

from typing import Final

from desktop.documents.evidence.outcome import NormalisedEvidence, Note, Outcome

REASONS_NOT_SHOWN: Final = {
    Outcome.EMPTY: "文件没有内容",
    Outcome.NO_PAGES: "PDF 没有页面",
    Outcome.ENCRYPTED: "PDF 设有打开密码，读不出页面",
    Outcome.DAMAGED: "文件已损坏，读不出页面",
    Outcome.XFA_FORM: "动态表单，只有专用软件能显示",
    Outcome.TOO_LARGE_IMAGE: "图像像素过大，无法安全展开",
    Outcome.TOO_MANY_PAGES: "页数过多，不逐页展示",
    Outcome.TOO_COMPLEX: "内容过于复杂，展开所需内存过大",
    Outcome.NOT_DISPLAYABLE: "此类文件不逐页展示",
    Outcome.TIMED_OUT: "展开耗时过长，已停止",
    Outcome.WORKER_DIED: "展开时出错",
}
"""Why a file has no pages, for each outcome without any."""

_NOTES: Final = {
    Note.REPAIRED: "文件有损坏，已修复后展示，内容以原件为准",
    Note.SCRIPT_REMOVED: "已去除文件内的脚本和动作",
    Note.RESTRICTED: "文件作者限制了复制或打印，请确认有权使用",
    Note.FILES_INSIDE_NOT_SHOWN: "文件内还带有其他文件，未展示",
    Note.SIGNATURE_NOT_KEPT: "原文件带有数字签名，签名只在原件中有效",
    Note.FORM_FLATTENED: "表单填写内容已并入页面",
    Note.LAYERS_FLATTENED: "隐藏图层未展示，页面以图像呈现",
    Note.FIRST_FRAME_ONLY: "动图或图集只展示第一幅",
    Note.REDUCED: "图像已按纸面分辨率缩小",
}


def reason_not_shown(outcome: Outcome) -> str:
    """Say why a file has no pages; KeyError for an outcome that has some."""
    return f"{REASONS_NOT_SHOWN[outcome]}，原文件作为附件放入"


def note_words(normalised: NormalisedEvidence) -> str:
    """Say what happened to a file that is shown; empty when nothing worth telling did."""
    return "；".join(_NOTES[note] for note in normalised.notes)
