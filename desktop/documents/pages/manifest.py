"""材料清单与校验值: every evidence file with its SHA-256 and where it stands."""

from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.tables import Cell, Column, Row, Table, header_row
from desktop.documents.layout.text_style import Align
from desktop.documents.pages.base import DENSE, PageSpec, digest_cell
from desktop.documents.volume import EvidencePart, Layout, PageSpan, Volume

_COLUMNS = (
    Column(21, Align.CENTER),
    Column(46),
    Column(22, Align.RIGHT),
    Column(34),
    Column(40),
)
_NOWHERE = PageSpan(0, 0)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    writer.title("材料清单与校验值")
    writer.note(
        "校验值按原文件的全部字节计算（SHA-256）。展示为页面的材料，原文件由申报单位留存；"
        "作为附件放入的材料，取出后可用系统自带工具核对，例如 certutil -hashfile 文件名 SHA256。"
    )
    rows = tuple(_row(writer, layout, part) for part in volume.parts)
    if rows:
        header = header_row("材料编号", "题名", "字节数", "放入方式", "SHA-256")
        writer.table(Table(_COLUMNS, rows, header=(header,), style=DENSE))
    else:
        writer.paragraph("本申报包没有放入证明材料。")
    notes = [part for part in volume.parts if part.note]
    if notes:
        writer.heading("展示时的处理", 2, bookmark=False)
        for part in notes:
            writer.paragraph(f"{part.material.label}：{part.note}。")


def _row(writer: PageWriter, layout: Layout, part: EvidencePart) -> Row:
    span = layout.evidence.get(part.material.label, _NOWHERE)
    if part.pages_pdf is not None:
        how = f"第 {span.first or '—'} 页起，共 {part.page_count} 页"
    else:
        how = f"附件 {part.attachment_name}，说明页见第 {span.first or '—'} 页"
    return Row(
        (
            Cell(part.material.label),
            Cell(writer.faces.printable(part.material.item.title)),
            Cell(f"{part.material.item.size:,}"),
            Cell(how),
            digest_cell(part.material.item.sha256),
        )
    )


PAGE = PageSpec("manifest", "材料清单与校验值", _build)
