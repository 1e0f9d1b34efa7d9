"""Tables with their text set into lines and their rows measured, before they are cut into pages."""

from dataclasses import dataclass, replace

from desktop.documents.layout.canvas import mm
from desktop.documents.layout.chinese_text import break_lines, text_height
from desktop.documents.layout.errors import TableShapeError
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.line import Line
from desktop.documents.layout.tables import Cell, Row, Table, TableStyle, VerticalAlign
from desktop.documents.layout.text_style import Span, Text, TextStyle

_MERGED_SHARE = 0.5
"""A merged text higher than this share of a page is set in its first row like any other."""


@dataclass(frozen=True)
class SetCell:
    """A cell whose text has been set."""

    column: int
    x_pt: float
    """From the left edge of the table."""
    width_pt: float
    lines: tuple[Line, ...]
    continued: tuple[Line, ...]
    """What a merged cell shows on later pages; empty for other cells."""
    vertical: VerticalAlign
    shade: float | None
    group: int | None = None
    """Number of the merged cell it is a part of."""


@dataclass(frozen=True)
class SetRow:
    """A row whose cells have been set."""

    cells: tuple[SetCell, ...]
    height_pt: float
    keep_with_next: bool
    anchor: str | None


class TableSetter:
    """Sets all rows of one table for a page height."""

    def __init__(self, table: Table, faces: FontSet, page_height_pt: float) -> None:
        self._table = table
        self._faces = faces
        self._page = page_height_pt
        self._known: dict[tuple[str, TextStyle, float], tuple[Line, ...]] = {}
        self._starts = [0.0]
        for column in table.columns:
            self._starts.append(self._starts[-1] + mm(column.width_mm))

    @property
    def width_pt(self) -> float:
        """Width of the whole table."""
        return self._starts[-1]

    def header(self) -> tuple[SetRow, ...]:
        """The rows that stand at the head of every page."""
        style = self._table.style
        return tuple(
            self._row(row, style.header, style.header_shade, -1 - number)
            for number, row in enumerate(self._table.header)
        )

    def rows(self) -> tuple[SetRow, ...]:
        """All other rows."""
        style = self._table.style
        plain = [
            self._row(row, style.text, None, number) for number, row in enumerate(self._table.rows)
        ]
        return tuple(_height_again(row, style) for row in self._grouped(plain))

    def _row(self, row: Row, style: TextStyle, shade: float | None, number: int) -> SetRow:
        found = sum(cell.span for cell in row.cells)
        if found != len(self._table.columns):
            raise TableShapeError(number, len(self._table.columns), found)
        cells: list[SetCell] = []
        column = 0
        for cell in row.cells:
            cells.append(self._cell(cell, column, style, shade))
            column += cell.span
        height = mm(row.min_height_mm)
        return SetRow(tuple(cells), height, row.keep_with_next, row.anchor)

    def _cell(self, cell: Cell, column: int, style: TextStyle, shade: float | None) -> SetCell:
        is_header = shade is not None
        own = cell.style or style
        if cell.align is not None:
            own = own.but(align=cell.align)
        elif cell.style is None and not is_header:
            own = own.but(align=self._table.columns[column].align)
        left, right = self._starts[column], self._starts[column + cell.span]
        inner = right - left - 2 * mm(self._table.style.padding_x_mm)
        continued: tuple[Line, ...] = ()
        if cell.merge is not None:
            text = _with_suffix(cell.text, self._table.style.continued)
            continued = self._set(text, own, inner)
        return SetCell(
            column=column,
            x_pt=left,
            width_pt=right - left,
            lines=self._set(cell.text, own, inner),
            continued=continued,
            vertical=cell.vertical or self._table.columns[column].vertical,
            shade=cell.shade if cell.shade is not None else shade,
        )

    def _set(self, text: Text, style: TextStyle, width_pt: float) -> tuple[Line, ...]:
        """Set a text; tables repeat many of their texts, and each is set once."""
        if not isinstance(text, str):
            return break_lines(text, style, width_pt, self._faces)
        key = (text, style, width_pt)
        if key not in self._known:
            self._known[key] = break_lines(text, style, width_pt, self._faces)
        return self._known[key]

    def _grouped(self, rows: list[SetRow]) -> list[SetRow]:
        """Number the merged cells; each takes the text of its first row."""
        before: dict[int, tuple[tuple[str, ...], SetCell]] = {}
        grouped: list[SetRow] = []
        count = 0
        for row, source in zip(rows, self._table.rows, strict=True):
            now: dict[int, tuple[tuple[str, ...], SetCell]] = {}
            cells: list[SetCell] = []
            path: tuple[str, ...] = ()
            for cell, said in zip(row.cells, source.cells, strict=True):
                if said.merge is None:
                    cells.append(cell)
                    continue
                path = (*path, said.merge)
                known = before.get(cell.column)
                if known and known[0] == path and known[1].width_pt == cell.width_pt:
                    member = known[1]
                else:
                    count += 1
                    member = replace(cell, group=count)
                now[cell.column] = (path, member)
                cells.append(member)
            before = now
            grouped.append(replace(row, cells=tuple(cells)))
        return self._without_tall_groups(grouped)

    def _without_tall_groups(self, rows: list[SetRow]) -> list[SetRow]:
        sizes: dict[int, int] = {}
        for row in rows:
            for cell in row.cells:
                if cell.group is not None:
                    sizes[cell.group] = sizes.get(cell.group, 0) + 1
        seen: set[int] = set()
        return [
            replace(row, cells=tuple(self._unmerged(cell, sizes, seen) for cell in row.cells))
            for row in rows
        ]

    def _unmerged(self, cell: SetCell, sizes: dict[int, int], seen: set[int]) -> SetCell:
        """Take a cell out of its group where the group has one row or could outgrow a page."""
        if cell.group is None:
            return cell
        tall = text_height(cell.lines) > _MERGED_SHARE * self._page
        if sizes[cell.group] > 1 and not tall:
            return cell
        first = cell.group not in seen
        seen.add(cell.group)
        return replace(cell, group=None, lines=cell.lines if first else ())


def needed_height(lines: tuple[Line, ...], style: TableStyle) -> float:
    """Height of a cell with this text, padding included."""
    return text_height(lines) + 2 * mm(style.padding_y_mm)


def _height_again(row: SetRow, style: TableStyle) -> SetRow:
    own = [needed_height(cell.lines, style) for cell in row.cells if cell.group is None]
    least = style.text.leading_pt + 2 * mm(style.padding_y_mm)
    return replace(row, height_pt=max([*own, row.height_pt, least]))


def _with_suffix(text: Text, suffix: str) -> Text:
    return text + suffix if isinstance(text, str) else (*text, Span(suffix))
