"""自评得分表: the official annex with a column for the own score and an empty one for the park."""

from desktop.documents.layout.display_text import full_width_marks
from desktop.documents.layout.fonts import Role
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.tables import Cell, Column, Row, Table, TableStyle, header_row
from desktop.documents.layout.text_style import Align, TextStyle
from desktop.documents.pages.base import NOTICE, PageSpec
from desktop.documents.volume import Layout, Volume
from desktop.domain.assessment import ResponseState
from desktop.domain.scoring.sheet import Totals
from rubric.model import Criterion, Group, Section
from rubric.points import Tenths, decimal_points, fixed_points

_STYLE = TableStyle(
    text=TextStyle(Role.BODY, 8.5, 12, Align.LEFT, squeeze=True),
    header=TextStyle(Role.SANS, 8.5, 12, Align.CENTER),
    padding_x_mm=1.2,
    padding_y_mm=0.9,
)
_BOLD = TextStyle(Role.SANS, 8.5, 12, Align.CENTER)
_COLUMNS = (
    Column(8, Align.CENTER),
    Column(15, Align.CENTER),
    Column(33),
    Column(36),
    Column(37),
    Column(10, Align.CENTER),
    Column(13, Align.CENTER),
    Column(11, Align.CENTER),
)
_TOTAL_COLUMNS = (
    Column(43, Align.CENTER),
    Column(30, Align.CENTER),
    Column(30, Align.CENTER),
    Column(30, Align.CENTER),
    Column(30, Align.CENTER),
)


def _build(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    del layout
    sheet = volume.sheet
    writer.title("自评(预评)得分表")
    writer.note(
        f"{NOTICE}。“自评”栏：☑ 已核对，计入已核对得分；□ 后注“齐”的为材料齐，只计入预期得分；"
        f"其余不计分。“园区核定”栏留空，由园区指导时填写。计算日期 {sheet.as_of.isoformat()}。"
    )
    rows = tuple(
        row
        for section in volume.rubric.sections
        for group in section.groups
        for row in _group_rows(volume, section, group)
    )
    header = header_row(
        "序号", "项目", "创建标准", "创建内容", "评分标准", "分值", "自评", "园区\n核定"
    )
    writer.table(Table(_COLUMNS, rows, header=(header,), style=_STYLE))
    writer.table(_totals(volume))


def _group_rows(volume: Volume, section: Section, group: Group) -> list[Row]:
    standing = [
        Cell(section.number, merge=f"n{section.id}"),
        Cell(
            f"{section.name}\n（{decimal_points(section.points)}分）",
            merge=f"p{section.id}",
            style=_BOLD,
        ),
        Cell(full_width_marks(section.standard), merge=f"s{section.id}"),
    ]
    rows = []
    for criterion in group.criteria:
        content = Cell(_group_text(group), merge=f"g{group.id}")
        rows.append(Row((*standing, content, *_criterion_cells(volume, criterion))))
    return rows


def _group_text(group: Group) -> str:
    if not group.text:
        return "—"
    return f"{group.number}{full_width_marks(group.text)}（{decimal_points(group.points)}分）"


def _criterion_cells(volume: Volume, criterion: Criterion) -> tuple[Cell, ...]:
    score = volume.sheet.criteria[criterion.id]
    if score.conservative:
        own = f"☑ {decimal_points(score.conservative)}"
    elif score.expected:
        own = "□ 齐"
    elif score.state is ResponseState.NOT_DUE:
        own = "□ 未到期"
    elif score.state is ResponseState.NOT_CLAIMED:
        own = "□ 不申报"
    else:
        own = "□"
    return (
        Cell(f"{criterion.id} {full_width_marks(criterion.text)}"),
        Cell(f"{decimal_points(criterion.points)}"),
        Cell(own),
        Cell(""),
    )


def _totals(volume: Volume) -> Table:
    sheet = volume.sheet
    return Table(
        _TOTAL_COLUMNS,
        (
            _total_row("已核对（保守）", sheet.conservative),
            _total_row("预期（含材料齐）", sheet.expected),
            Row((Cell("园区核定"), Cell(""), Cell(""), Cell(""), Cell(""))),
        ),
        header=(
            header_row(
                "自评(预评)得分",
                "基础分",
                "加分",
                f"封顶 {decimal_points(volume.rubric.cap)} 分截去",
                "合计",
            ),
        ),
        style=_STYLE,
    )


def _total_row(name: str, totals: Totals) -> Row:
    return Row(
        (
            Cell(name, style=_BOLD),
            Cell(fixed_points(totals.base)),
            Cell(fixed_points(totals.bonus)),
            Cell(fixed_points(Tenths(totals.cut_off))),
            Cell(fixed_points(totals.total), style=_BOLD),
        ),
        min_height_mm=8,
    )


PAGE = PageSpec("score_sheet", "自评(预评)得分表", _build)
