"""Cutting a table into pages.

A row that fits on a page is never cut; a longer one is cut between its lines. Merged cells are
clipped to each page and say there that they continue; the head is repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.canvas import mm
from desktop.documents.layout.chinese_text import text_height
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.line import Line
from desktop.documents.layout.table_setting import SetCell, SetRow, TableSetter, needed_height
from desktop.documents.layout.tables import Table, TableStyle, VerticalAlign
from desktop.documents.layout.text_block import draw_lines

_LEAST_LINES = 4
"""A row that has to be cut begins at the foot of a page only if this many lines fit there."""

_TOLERANCE_PT = 0.01


@dataclass(frozen=True)
class PlacedCell:
    """A cell on a page."""

    x_pt: float
    y_pt: float
    """Of its upper edge, measured downwards from the upper edge of the table."""
    width_pt: float
    height_pt: float
    lines: tuple[Line, ...]
    vertical: VerticalAlign
    shade: float | None


@dataclass(frozen=True)
class TablePart:
    """What of a table stands on one page."""

    cells: tuple[PlacedCell, ...]
    height_pt: float
    width_pt: float
    anchors: tuple[str, ...]
    """Of the rows that begin here."""
    style: TableStyle

    def draw(self, canvas: Canvas, x: float, y_top: float) -> None:
        """Draw it with its upper left corner at a point."""
        for cell in self.cells:
            if cell.shade is not None:
                canvas.setFillGray(cell.shade)
                left, bottom = x + cell.x_pt, y_top - cell.y_pt - cell.height_pt
                canvas.rect(left, bottom, cell.width_pt, cell.height_pt, stroke=0, fill=1)
        for cell in self.cells:
            self._draw_cell(canvas, cell, x, y_top)

    def _draw_cell(self, canvas: Canvas, cell: PlacedCell, x: float, y_top: float) -> None:
        left, top = x + cell.x_pt, y_top - cell.y_pt
        canvas.setLineWidth(self.style.line_pt)
        canvas.setStrokeGray(0)
        canvas.rect(left, top - cell.height_pt, cell.width_pt, cell.height_pt)
        above = mm(self.style.padding_y_mm)
        if cell.vertical is VerticalAlign.MIDDLE:
            above = (cell.height_pt - text_height(cell.lines)) / 2
        draw_lines(canvas, cell.lines, left + mm(self.style.padding_x_mm), top - above)


class TablePager:
    """Hands out a table page by page.

    Example:
        pager = TablePager(table, faces, page_height_pt)
        while not pager.is_done:
            part = pager.take(room_on_this_page)
            if part is None: begin a new page, and take again
    """

    def __init__(self, table: Table, faces: FontSet, page_height_pt: float) -> None:
        setter = TableSetter(table, faces, page_height_pt)
        self._style = table.style
        self._header = tuple(
            replace(row, height_pt=max(_own_height(row, table.style), row.height_pt))
            for row in setter.header()
        )
        self._header_pt = sum(row.height_pt for row in self._header)
        self._page = page_height_pt - self._header_pt
        self._rows = list(setter.rows())
        self._next = 0
        self._begun: set[int] = set()
        self.width_pt = setter.width_pt

    @property
    def is_done(self) -> bool:
        """Whether every row has been handed out."""
        return self._next >= len(self._rows)

    @property
    def least_height_pt(self) -> float:
        """Of the heads and one line: without this much room nothing can be taken."""
        return self._header_pt + self._style.text.leading_pt + 2 * mm(self._style.padding_y_mm)

    def take(self, available_pt: float) -> TablePart | None:
        """Take as many rows as fit, or None when not even a beginning fits here."""
        room = available_pt - self._header_pt + _TOLERANCE_PT
        taken = self._without_lonely_bands(self._fitting(room), is_fresh=room >= self._page)
        if not taken:
            return None
        heights = self._heights(taken)
        self._next += len(taken)
        return self._part(taken, heights)

    def _fitting(self, room: float) -> list[SetRow]:
        taken: list[SetRow] = []
        used = 0.0
        for index in range(self._next, len(self._rows)):
            row = self._rows[index]
            total = sum(self._heights([*taken, row]))
            if total <= room:
                taken.append(row)
                used = total
                continue
            if row.height_pt > self._page:
                begun = self._cut(index, room - used, is_first=not taken and room >= self._page)
                taken.extend(begun)
            break
        return taken

    def _cut(self, index: int, room: float, *, is_first: bool) -> list[SetRow]:
        """Cut a row that is longer than a page; the rest takes its place among the rows."""
        inner = room - 2 * mm(self._style.padding_y_mm)
        leading = max(
            line.style.leading_pt for cell in self._rows[index].cells for line in cell.lines
        )
        if inner < leading * (1 if is_first else _LEAST_LINES):
            return []
        row = self._rows[index]
        heads, rests = [], []
        for cell in row.cells:
            count = _lines_within(cell.lines, inner) if cell.group is None else len(cell.lines)
            head, rest = cell.lines[:count], cell.lines[count:]
            heads.append(replace(cell, lines=head, vertical=VerticalAlign.TOP))
            kept = cell.lines if cell.group is not None else rest
            rests.append(replace(cell, lines=kept, vertical=VerticalAlign.TOP))
        begun = self._cut_row(tuple(heads), row.anchor)
        self._rows[index : index + 1] = [begun, self._cut_row(tuple(rests), None)]
        return [begun]

    def _cut_row(self, cells: tuple[SetCell, ...], anchor: str | None) -> SetRow:
        row = SetRow(cells, 0.0, keep_with_next=False, anchor=anchor)
        return replace(row, height_pt=_own_height(row, self._style))

    def _without_lonely_bands(self, taken: list[SetRow], *, is_fresh: bool) -> list[SetRow]:
        kept = list(taken)
        if self._next + len(kept) >= len(self._rows):
            return kept
        while kept and kept[-1].keep_with_next:
            kept.pop()
        return kept or (taken if is_fresh else [])

    def _heights(self, rows: Sequence[SetRow]) -> list[float]:
        """Heights on this page; the last row of a merged cell grows where its text needs it."""
        heights = [row.height_pt for row in rows]
        for first, last, cell in self._segments(rows):
            needed = needed_height(self._shown(cell), self._style)
            heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
        return heights

    def _segments(self, rows: Sequence[SetRow]) -> list[tuple[int, int, SetCell]]:
        """First and last row, on this page, of every merged cell."""
        open_groups: dict[int, tuple[int, int, SetCell]] = {}
        for index, row in enumerate(rows):
            for cell in row.cells:
                if cell.group is not None:
                    first = open_groups[cell.group][0] if cell.group in open_groups else index
                    open_groups[cell.group] = (first, index, cell)
        return list(open_groups.values())

    def _shown(self, cell: SetCell) -> tuple[Line, ...]:
        return cell.continued if cell.group in self._begun else cell.lines

    def _part(self, taken: list[SetRow], heights: list[float]) -> TablePart:
        rows = [*self._header, *taken]
        all_heights = [*(row.height_pt for row in self._header), *heights]
        tops = [sum(all_heights[:index]) for index in range(len(rows) + 1)]
        placed = [
            _placed(cell, cell.lines, tops[index], all_heights[index])
            for index, row in enumerate(rows)
            for cell in row.cells
            if cell.group is None
        ]
        for first, last, cell in self._segments(rows):
            height = tops[last + 1] - tops[first]
            placed.append(_placed(cell, self._shown(cell), tops[first], height))
        groups = (cell.group for row in taken for cell in row.cells)
        self._begun.update(group for group in groups if group is not None)
        anchors = tuple(row.anchor for row in taken if row.anchor is not None)
        return TablePart(tuple(placed), tops[-1], self.width_pt, anchors, self._style)


def _placed(cell: SetCell, lines: tuple[Line, ...], top: float, height: float) -> PlacedCell:
    return PlacedCell(cell.x_pt, top, cell.width_pt, height, lines, cell.vertical, cell.shade)


def _own_height(row: SetRow, style: TableStyle) -> float:
    return max(
        [needed_height(cell.lines, style) for cell in row.cells if cell.group is None] or [0]
    )


def _lines_within(lines: tuple[Line, ...], height: float) -> int:
    used, count = 0.0, 0
    for line in lines:
        used += line.style.leading_pt
        if used > height + _TOLERANCE_PT:
            break
        count += 1
    return count
