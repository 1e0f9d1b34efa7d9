"""Item by item: the official text, the 证明说明 and one line for every piece of evidence."""

from desktop.documents.layout.display_text import full_width_marks
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.tables import Cell, Column, Row, Table, header_row
from desktop.documents.layout.text_style import Align
from desktop.documents.pages.base import DENSE, PageSpec, page_label, said
from desktop.documents.volume import Layout, PageSpan, Volume
from desktop.domain.evidence import EvidenceLink
from desktop.domain.materials import Material
from rubric.model import Criterion, Group
from rubric.points import decimal_points

_COLUMNS = (
    Column(21, Align.CENTER),
    Column(48),
    Column(27),
    Column(50),
    Column(17, Align.CENTER),
)
_NOWHERE = PageSpan(0, 0)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    writer.title("逐项证明说明与材料索引")
    for section in volume.rubric.sections:
        writer.heading(f"{section.number}、{section.name}")
        for group in section.groups:
            for criterion in group.criteria:
                _criterion(writer, volume, layout, group, criterion)


def _criterion(
    writer: PageWriter, volume: Volume, layout: Layout, group: Group, criterion: Criterion
) -> None:
    score = volume.sheet.criteria[criterion.id]
    text = f"{criterion.id}　{full_width_marks(criterion.text)}"
    writer.heading(text, 3, bookmark=False)
    if group.text:
        writer.note(f"所属：{full_width_marks(group.text)}")
    writer.paragraph(
        f"分值 {decimal_points(criterion.points)} 分；状态：{score.state.value}。"
        f"{writer.faces.printable(score.reason)}"
    )
    note = volume.assessment.response(criterion.id).note
    if note:
        writer.paragraph(f"证明说明：{writer.faces.printable(note)}")
    links = volume.assessment.links_of(criterion.id)
    if not links:
        writer.note("本项没有关联材料。")
        return
    by_id = {material.item.id: material for material in volume.materials}
    rows = tuple(_row(writer, layout, link, by_id[link.evidence_id]) for link in links)
    header = header_row("材料编号", "题名", "章条／页码", "证明说明", "所在页")
    writer.table(Table(_COLUMNS, rows, header=(header,), style=DENSE))


def _row(writer: PageWriter, layout: Layout, link: EvidenceLink, material: Material) -> Row:
    printable = writer.faces.printable
    if material.withheld is not None:
        # The words beside an internal item can say as much as its title.
        return Row(
            (
                Cell(material.label),
                Cell(printable(material.public_title)),
                Cell("—"),
                Cell(material.withheld.value),
                Cell("未放入"),
            )
        )
    span = layout.evidence.get(material.label, _NOWHERE)
    stamped = "（盖章纸质件扫描）" if link.stamped else ""
    return Row(
        (
            Cell(material.label),
            Cell(printable(material.item.title) + stamped),
            Cell(printable(said(link.locator))),
            Cell(printable(said(link.note))),
            Cell(page_label(span.first)),
        )
    )


PAGE = PageSpec("items", "逐项证明说明与材料索引", _build)
