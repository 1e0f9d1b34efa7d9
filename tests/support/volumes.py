"""Volumes of made-up companies, without a project and without a signature."""

import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.evidence.normalise import normalise
from desktop.documents.package_builder import BuiltVolume, build_volume
from desktop.documents.volume import Signer, Volume, evidence_part
from desktop.domain.assessment import Assessment, Response, ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.materials import materials_of
from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.version import PROGRAM_VERSION
from tests.support.builders import NOW, TODAY, everything, the_rubric, with_evidence

FINGERPRINT = "ab12" * 16


def pdf_bytes(pages: int = 2) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for page in range(pages):
        canvas.drawString(72, 720, f"made-up evidence {page + 1}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def jpeg_bytes() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (600, 400), (180, 200, 190)).save(target, "JPEG")
    return target.getvalue()


def a_busy_assessment() -> Assessment:
    """Shown, embedded and withheld evidence, every state, long words and rare characters."""
    assessment = everything(ResponseState.VERIFIED)
    assessment = with_evidence(assessment, 1, "1.1.1", "1.1.2", "1.2.1")
    assessment = with_evidence(assessment, 2, "3.1.1")
    assessment = with_evidence(assessment, 3, "2.1.1")
    assessment = with_evidence(assessment, 4, "6.1.1", level=DisclosureLevel.INTERNAL)
    assessment = with_evidence(assessment, 5, "3.2.1", level=DisclosureLevel.AFTER_REDACTION)
    assessment = assessment.with_item(
        replace(assessment.item("E-0002"), file_name="门牌.jpg", title="门牌照片")
    )
    assessment = assessment.with_item(
        replace(assessment.item("E-0003"), file_name="名单.docx", title="名单，含𬭎与䶮二人")
    )
    for criterion_id, state, note in (
        ("4.1.2", ResponseState.READY, "第三章写明入职、在职、离岗三个环节的管理要求。" * 4),
        ("7.1.3", ResponseState.NOT_CLAIMED, "本年度没有此类案件"),
        ("7.1.4", ResponseState.PREPARING, ""),
        ("5.2.2", ResponseState.NOT_STARTED, ""),
        ("1.1.1", ResponseState.VERIFIED, "人名𬭎、䶮照样能印；表情😀要写明。"),
    ):
        assessment = assessment.with_response(criterion_id, Response(state, note, NOW))
    return assessment


def a_volume(assessment: Assessment | None = None) -> Volume:
    chosen = a_busy_assessment() if assessment is None else assessment
    rubric = the_rubric()
    materials = materials_of(rubric, chosen)
    contents: Mapping[str, bytes] = {"E-0002": jpeg_bytes(), "E-0003": b"PK\x03\x04 made up"}
    parts = []
    for material in materials:
        if material.withheld is None:
            data = contents.get(material.item.id, pdf_bytes())
            parts.append(evidence_part(material, normalise(material.item.file_name, data), data))
    return Volume(
        rubric=rubric,
        assessment=chosen,
        sheet=score(rubric, facts_of(rubric, chosen), chosen.year, TODAY),
        materials=materials,
        parts=tuple(parts),
        undertakings=(),
        signer=Signer("示例精工有限公司", FINGERPRINT, TODAY, TODAY.replace(year=2029)),
        built_at=NOW,
        built_on=TODAY,
        program_version=PROGRAM_VERSION,
    )


def written(volume: Volume, path: Path) -> BuiltVolume:
    with path.open("w+b") as target:
        return build_volume(
            volume, target, progress=lambda _done, _total: None, cancelled=lambda: False
        )


def text_of(path: Path, first: int = 1, last: int = 0) -> str:
    """What another program reads from the pages."""
    arguments = ["pdftotext", "-f", str(first), *(["-l", str(last)] if last else []), str(path)]
    done = subprocess.run([*arguments, "-"], check=True, capture_output=True)
    return done.stdout.decode("utf-8")
