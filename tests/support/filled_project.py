"""A made-up project that has come some way, for pictures of the window."""

import io
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel, EvidenceItem
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.ui.session import Session

_FACE = "STSong-Light"
_VERIFIED, _READY, _PREPARING = 20, 26, 30


def fill(session: Session, folder: Path) -> EvidenceItem:
    """Answer most criteria and add files of every level; the result is the one for 4.1.4."""
    project, services = session.require_project(), session.services
    for place, criterion in enumerate(project.rubric.criteria()):
        if criterion.id != "4.1.4" and place < _PREPARING:
            state = (
                ResponseState.VERIFIED
                if place < _VERIFIED
                else ResponseState.READY
                if place < _READY
                else ResponseState.PREPARING
            )
            services.assessments.set_state(project, criterion.id, state)
    reason = "本年度没有其他加分事项"
    services.assessments.set_state(project, "7.1.5", ResponseState.NOT_CLAIMED, reason)
    services.assessments.set_note(
        project,
        "4.1.4",
        "《商业秘密保护管理办法》第五章规定委托加工的审批、保密协议、图纸交付与回收、现场检查要求，"
        "2026年3月2日起施行，全公司适用。",
    )
    levels = (DisclosureLevel.INTERNAL, DisclosureLevel.AFTER_REDACTION, None)
    for number, criteria in enumerate((("1.1.1",), ("1.2.2",), ("3.1.1", "3.1.2"), (), ())):
        wish = LinkWish(criteria, level=levels[number % 3])
        _add(session, folder / f"示例材料{number + 1}.pdf", _pages(number + 1), wish)
    many = LinkWish(
        ("4.1.1", "4.1.2", "4.1.3", "4.1.4", "4.1.5"),
        "第五章 / 第12页",
        level=DisclosureLevel.SUBMITTABLE,
    )
    rules = _add(session, folder / "商业秘密保护管理办法（2026修订）.pdf", _pages(14), many)
    agreement = folder / "委托加工保密协议（示例热处理）.docx"
    _add(session, agreement, b"PK\x03\x04 made up", LinkWish(("4.1.4",), "第3条 / 第2页"))
    return rules


def _add(session: Session, file: Path, content: bytes, wish: LinkWish) -> EvidenceItem:
    file.write_bytes(content)
    evidence = session.services.evidence
    return evidence.attach(session.require_project(), file, wish, JobContext()).item


def _pages(count: int) -> bytes:
    if _FACE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont(_FACE))
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(595, 842), invariant=1)
    for page in range(1, count + 1):
        canvas.setFont(_FACE, 16)
        canvas.drawCentredString(297, 760, f"第{page}章 示例管理规定")
        canvas.setFont(_FACE, 11)
        for line in range(18):
            words = (
                f"第{page * 18 + line - 17}条 示例条文，由示例部门负责，按示例流程办理并留存记录。"
            )
            canvas.drawString(72, 720 - line * 24, words)
        canvas.showPage()
    canvas.save()
    return drawn.getvalue()
