"""未放入的材料: what was left out and why; nothing is left out in silence."""

from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.tables import Cell, Column, Row, Table, header_row
from desktop.documents.layout.text_style import Align
from desktop.documents.pages.base import DENSE, PageSpec, digest_cell
from desktop.documents.volume import Layout, Volume

_COLUMNS = (
    Column(21, Align.CENTER),
    Column(40),
    Column(24, Align.CENTER),
    Column(38),
    Column(40),
)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    del layout
    writer.title("未放入申报包的材料")
    rows = tuple(
        Row(
            (
                Cell(material.label),
                Cell(writer.faces.printable(material.public_title)),
                Cell("、".join(link.criterion_id for link in material.links)),
                Cell(material.withheld.value),
                digest_cell(material.item.sha256),
            )
        )
        for material in volume.materials
        if material.withheld is not None
    )
    if not rows:
        writer.paragraph("无。全部已关联的材料都已放入。")
        return
    header = header_row("材料编号", "名称", "条目", "原因", "SHA-256")
    writer.table(Table(_COLUMNS, rows, header=(header,), style=DENSE))


PAGE = PageSpec("withheld", "未放入申报包的材料", _build)
