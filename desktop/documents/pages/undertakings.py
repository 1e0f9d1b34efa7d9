"""The two-year papers: where the stamped scans are, and what is still missing."""

from desktop.documents.layout.display_text import full_width_marks
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.pages.base import PageSpec
from desktop.documents.volume import Layout, PageSpan, Volume
from desktop.domain.dates import official_date
from rubric.model import Criterion

_NOWHERE = PageSpan(0, 0)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    writer.title("承诺书与说明")
    writer.note(
        "承诺书、说明以盖章纸质件为准，纸质件另行递交；本申报包内的扫描件是其复制件，"
        "完整性签名不能代替公章。"
    )
    for criterion in volume.rubric.criteria():
        if criterion.needs_stamped_paper:
            _paper(writer, volume, layout, criterion)


def _paper(writer: PageWriter, volume: Volume, layout: Layout, criterion: Criterion) -> None:
    group = volume.rubric.group_of(criterion.id)
    writer.heading(f"{criterion.id}　{full_width_marks(group.text)}", 2)
    writer.paragraph(full_width_marks(criterion.text))
    _issued(writer, volume, criterion)
    scans = _scans(volume, layout, criterion)
    if scans:
        writer.paragraph(f"盖章纸质件的扫描件：{'；'.join(scans)}。")
    else:
        writer.paragraph("本申报包内没有盖章纸质件的扫描件。")
    writer.paragraph(writer.faces.printable(volume.sheet.criteria[criterion.id].reason))


def _issued(writer: PageWriter, volume: Volume, criterion: Criterion) -> None:
    papers = [paper for paper in volume.undertakings if paper.criterion_id == criterion.id]
    for paper in papers:
        writer.paragraph(
            f"已出具供盖章的文书：《{paper.title}》第 {paper.version} 版，承诺期间 "
            f"{official_date(paper.period.start)}至{official_date(paper.period.end)}，"
            f"签署日期 {official_date(paper.signed_on)}，全文如下。"
        )
        for text in (paper.salutation, *paper.paragraphs, *paper.attachments):
            writer.paragraph(writer.faces.printable(text))
        writer.note("以上为文书全文，未经签字、盖章；效力以盖章纸质件为准。")
    if not papers:
        writer.paragraph("尚未由本程序出具文书。")


def _scans(volume: Volume, layout: Layout, criterion: Criterion) -> list[str]:
    by_id = {material.item.id: material for material in volume.materials}
    words = []
    for link in volume.assessment.links_of(criterion.id):
        material = by_id[link.evidence_id]
        if not link.stamped:
            continue
        if material.withheld is not None:
            words.append(f"{material.label}（{material.withheld.value}）")
        else:
            first = layout.evidence.get(material.label, _NOWHERE).first
            words.append(f"{material.label}，第 {first or '—'} 页")
    return words


PAGE = PageSpec("undertakings", "承诺书与说明", _build)
