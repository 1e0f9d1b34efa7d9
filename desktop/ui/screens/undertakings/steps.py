"""From draft to checked scan: how far a paper is, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.undertaking import UndertakingDraft
from desktop.ui.formats import full_marks_text, moment_text
from desktop.ui.screens.undertakings.content import (
    PaperStage,
    ProgressContent,
    ScanLine,
    StepContent,
    StepMark,
)
from rubric.model import Criterion, UndertakingKind

_SEAL_STEP = 2


@dataclass(frozen=True)
class Draft:
    """What stands in the form now: the version it would be, 0 while it is not complete."""

    version: int = 0


def stage_of(
    assessment: Assessment, criterion: Criterion, kind: UndertakingKind, state: ResponseState
) -> PaperStage:
    """How far one paper is."""
    if state is ResponseState.NOT_CLAIMED:
        return PaperStage.NOT_CLAIMED
    if kind not in assessment.undertakings:
        return PaperStage.NOT_ISSUED
    if not usable_scans(scans_of(assessment, criterion.id, kind)):
        return PaperStage.AWAITING_SEAL
    verified = state is ResponseState.VERIFIED
    return PaperStage.VERIFIED if verified else PaperStage.RETURNED


def scans_of(
    assessment: Assessment, criterion_id: str, kind: UndertakingKind
) -> tuple[ScanLine, ...]:
    """Stamped scans of the criterion, in the order in which they were attached."""
    draft = assessment.undertakings.get(kind)
    prints = {
        digest for other in assessment.undertakings.values() for digest in other.printed_sha256
    }
    lines = []
    for link in assessment.links_of(criterion_id):
        if not link.stamped:
            continue
        item = assessment.item(link.evidence_id)
        caution = ""
        if item.sha256 in prints:
            caution = PRINT_NOT_SCAN
        elif draft is not None and item.added_at < draft.changed_at:
            caution = f"早于第 {draft.version} 版的打印件，请核对版本。"
        added = moment_text(item.added_at)
        lines.append(ScanLine(item.id, item.title, item.level, added, caution))
    return tuple(lines)


PRINT_NOT_SCAN = "这是未盖章的打印文件，不是扫描件，不计分。"


def usable_scans(scans: Sequence[ScanLine]) -> tuple[ScanLine, ...]:
    """Scans that are not our own unstamped prints."""
    return tuple(scan for scan in scans if scan.caution != PRINT_NOT_SCAN)


def progress_of(
    assessment: Assessment,
    criterion: Criterion,
    kind: UndertakingKind,
    state: ResponseState,
    draft: Draft,
) -> ProgressContent:
    """The five steps, the scans, and what still stands against 已核对."""
    scans = scans_of(assessment, criterion.id, kind)
    issued = assessment.undertakings.get(kind)
    returned = bool(usable_scans(scans))
    verified = state is ResponseState.VERIFIED and returned
    words = (
        ("起草", "内容齐全。" if draft.version or issued else "回答问题，填写内容。"),
        ("打印", _print_words(issued, draft)),
        ("盖章、签字", "加盖单位公章，不用专用章；法定代表人亲笔签字；日期与正文一致。"),
        ("扫描回传", "彩色扫描，300 dpi 以上。"),
        ("核对", "已核对。" if verified else "对照扫描件逐项确认。"),
    )
    done = (bool(draft.version or issued), bool(issued), returned, returned, verified)
    return ProgressContent(
        criterion_id=criterion.id,
        steps=_steps(words, done),
        scans=scans,
        is_verified=verified,
        verify_obstacle=_obstacle(state, returned=returned),
        reminder=(
            f"PDF 签名不能代替盖章纸质件，本项 {full_marks_text(criterion.points)} 分以原件为准。"
        ),
    )


def _print_words(issued: UndertakingDraft | None, draft: Draft) -> str:
    if issued is None:
        return "导出打印件，用 A4 纸单面打印。"
    words = f"{moment_text(issued.changed_at)}　第 {issued.version} 版"
    if draft.version > issued.version:
        return f"{words}。内容有改动，须重新导出第 {draft.version} 版，旧版作废。"
    return words


def _steps(words: Sequence[tuple[str, str]], done: Sequence[bool]) -> tuple[StepContent, ...]:
    now = next((place for place, ready in enumerate(done) if not ready), len(done))
    steps = []
    for place, (name, text) in enumerate(words):
        mark = StepMark.DONE if done[place] else StepMark.LATER
        if place == now:
            mark = StepMark.SEAL_NOW if place == _SEAL_STEP else StepMark.NOW
        steps.append(StepContent(name, text, mark))
    return tuple(steps)


def _obstacle(state: ResponseState, *, returned: bool) -> str:
    if state is ResponseState.NOT_CLAIMED:
        return "本条目不申报。"
    return "" if returned else "先回传盖章扫描件。"
