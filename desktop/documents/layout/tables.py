"""Tables: what the caller says about them. Paging is in `table_paging`."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop.documents.layout.fonts import Role
from desktop.documents.layout.text_style import Align, Text, TextStyle


class VerticalAlign(StrEnum):
    """Where the text of a cell stands in its height."""

    TOP = "top"
    MIDDLE = "middle"


@dataclass(frozen=True)
class Column:
    """One column."""

    width_mm: float
    align: Align = Align.LEFT
    vertical: VerticalAlign = VerticalAlign.MIDDLE


@dataclass(frozen=True)
class Cell:
    """One cell. A check box is one of □ ☐ ☑ ☒ in its text."""

    text: Text = ""
    style: TextStyle | None = None
    align: Align | None = None
    vertical: VerticalAlign | None = None
    span: int = 1
    """How many columns it covers."""
    merge: str | None = None
    """Cells of neighbouring rows in the same column with the same key, and with the same keys in
    the merged columns to their left, become one cell with the text of the first."""
    shade: float | None = None
    """Grey of the ground; None leaves it white."""


@dataclass(frozen=True)
class Row:
    """One row; the spans of its cells add up to the number of columns."""

    cells: tuple[Cell, ...]
    keep_with_next: bool = False
    """For bands that name what follows: never the last row of a page."""
    min_height_mm: float = 0.0
    anchor: str | None = None
    """Key under which the page of this row is recorded."""


CELL = TextStyle(Role.BODY, 9.5, 14, Align.LEFT)
CELL_HEAD = TextStyle(Role.SANS, 9.5, 14, Align.CENTER)


@dataclass(frozen=True)
class TableStyle:
    """Look of a whole table."""

    text: TextStyle = CELL
    header: TextStyle = CELL_HEAD
    padding_x_mm: float = 1.6
    padding_y_mm: float = 1.1
    line_pt: float = 0.5
    header_shade: float = 0.93
    continued: str = "（续）"
    """Added to the text of a merged cell that began on an earlier page."""


@dataclass(frozen=True)
class Table:
    """A table of any length.

    Example:
        Table(
            columns=(Column(30), Column(90), Column(36, Align.CENTER)),
            header=(header_row("类别", "内容", "得分"),),
            rows=(
                Row((Cell("一、组织", merge="s1"), Cell("设立保密办"), Cell("3"))),
                Row((Cell("一、组织", merge="s1"), Cell("任命保密员"), Cell("2"))),
            ),
        )
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    style: TableStyle = field(default_factory=TableStyle)


def row(*texts: Text, anchor: str | None = None) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(text) for text in texts), anchor=anchor)


def header_row(*texts: Text) -> Row:
    """A row of column heads, for `Table.header`."""
    return row(*texts)


def band(text: Text, columns: int, *, anchor: str | None = None, shade: float = 0.96) -> Row:
    """A row of one cell over the whole width that names what follows it."""
    cell = Cell(text, style=CELL_HEAD, align=Align.LEFT, span=columns, shade=shade)
    return Row((cell,), keep_with_next=True, anchor=anchor)


def key_value_table(
    pairs: Sequence[tuple[str, Text]], width_mm: float, *, key_width_mm: float, per_row: int
) -> Table:
    """A ruled sheet of names and values, `per_row` pairs side by side."""
    value_mm = width_mm / per_row - key_width_mm
    columns = (Column(key_width_mm, Align.CENTER), Column(value_mm)) * per_row
    rows = []
    for start in range(0, len(pairs), per_row):
        cells: list[Cell] = []
        for name, value in pairs[start : start + per_row]:
            cells += [Cell(name, style=CELL_HEAD, shade=0.95), Cell(value)]
        missing = 2 * per_row - len(cells)
        cells[-1] = replace(cells[-1], span=1 + missing)
        rows.append(Row(tuple(cells), min_height_mm=8.0))
    return Table(columns, tuple(rows))
