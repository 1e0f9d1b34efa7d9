"""单位基本情况: the profile as a form without an empty cell."""

from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.pages.base import PageSpec, said
from desktop.documents.volume import Layout, Volume
from desktop.domain.applicant import FIELD_LABELS
from desktop.domain.dates import official_date


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    del layout
    assessment = volume.assessment
    applicant = assessment.applicant
    texts = {name: str(value) for name, value in applicant}
    texts["founded_on"] = official_date(applicant.founded_on)
    writer.title("单位基本情况")
    rows = [
        (label, writer.faces.printable(said(texts[name]))) for name, label in FIELD_LABELS.items()
    ]
    writer.key_values(
        [
            *rows,
            ("申报名称", volume.rubric.award),
            ("评分标准", f"{volume.rubric.title}（{volume.rubric.document_number}附件）"),
            ("考核年度", f"{assessment.year} 年"),
            ("轮次", assessment.round.value),
            ("证明材料", f"放入 {len(volume.parts)} 件，未放入 {_withheld(volume)} 件"),
        ],
        key_width_mm=42,
    )


def _withheld(volume: Volume) -> int:
    return sum(material.withheld is not None for material in volume.materials)


PAGE = PageSpec("profile", "单位基本情况", _build)
