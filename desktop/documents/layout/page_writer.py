"""Writing pages from top to bottom: text, tables, drawings, and a new page where one is due."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.canvas import mm, new_canvas
from desktop.documents.layout.chinese_text import balanced_width, break_lines, text_height
from desktop.documents.layout.contents import ContentsEntry, draw_leader, label_of
from desktop.documents.layout.errors import BlockTooTallError
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.line import Line
from desktop.documents.layout.page_flow import Drawing, PageFlow
from desktop.documents.layout.page_frame import PageContext, PageFrame, draw_frame
from desktop.documents.layout.styles import BODY, NOTE, TITLE
from desktop.documents.layout.table_paging import TablePager
from desktop.documents.layout.tables import Table, key_value_table
from desktop.documents.layout.text_style import Align, Text, TextStyle
from desktop.documents.layout.written import Box, WrittenDocument

_LEAST_LINES = 2


class PageWriter(PageFlow):
    """Builds one document of A4 pages.

    Whatever is added goes under what stands there already; a new page begins where room ends.
    Pages are only painted by `finish`, when their number is known.

    Example:
        faces = FontSet.load()
        frame = PageFrame(header_left="商业秘密保护自评材料", header_right="示例科技有限公司")
        writer = PageWriter(faces, frame, title="自评得分表", author="示例科技有限公司")
        writer.title("自评（预评）得分表")
        writer.heading("一、基本情况", anchor="profile")
        writer.key_values((("单位名称", "示例科技有限公司"), ("自评日期", "2026年3月5日")))
        writer.heading("二、逐项得分")
        writer.table(table)                       # see tables.Table
        writer.paragraph("以上得分为自评（预评）得分。")
        document = writer.finish()                # .pdf, .page_count, .anchors, .bookmarks

    Every method that sets text raises `MissingGlyphsError` for characters that no face can draw:
    ask `faces.missing_glyphs` before, or pass `faces.printable(text)`.
    """

    def __init__(
        self,
        faces: FontSet,
        frame: PageFrame | None = None,
        *,
        title: str,
        author: str = "",
        decorate: Callable[[Canvas, PageContext], None] | None = None,
    ) -> None:
        """Begin with an empty first page.

        Args:
            faces: From which all glyphs are taken.
            frame: Margins, running header and page numbers.
            title: Of the document, for readers' title bars.
            author: Of the document.
            decorate: Paints something more on every page, after its contents.
        """
        super().__init__(faces, frame or PageFrame())
        self._title = title
        self._author = author
        self._decorate = decorate

    def title(self, text: Text, style: TextStyle = TITLE, space_after_mm: float = 6.0) -> None:
        """A centred title whose lines come out alike in length."""
        width = balanced_width(text, style, self.frame.width_pt, self.faces)
        lines = break_lines(text, style, width, self.faces)
        self._lines(lines, inset_pt=(self.frame.width_pt - width) / 2)
        self.spacer(space_after_mm)

    def paragraph(self, text: Text, style: TextStyle = BODY, space_after_mm: float = 0.0) -> None:
        """Text of any length; line ends in it begin new paragraphs."""
        lines = break_lines(text, style, self.frame.width_pt, self.faces)
        while lines:
            fitting = self._lines_fitting(lines)
            if fitting:
                self._lines(lines[:fitting])
            lines = lines[fitting:]
            if lines:
                self._overflow()
        self.spacer(space_after_mm)

    def note(self, text: Text) -> None:
        """A small remark in grey."""
        self.paragraph(text, NOTE, space_after_mm=2.0)

    def table(self, table: Table, space_after_mm: float = 4.0) -> None:
        """A table of any length, centred in the text area."""
        pager = TablePager(table, self.faces, self.frame.height_pt)
        x = self.frame.left_pt + (self.frame.width_pt - pager.width_pt) / 2
        while not pager.is_done:
            part = pager.take(self.remaining_pt)
            if part is None:
                if self.is_at_top:
                    raise BlockTooTallError(pager.least_height_pt, self.remaining_pt)
                self._overflow()
                continue
            self.paint(partial(part.draw, x=x, y_top=self._y))
            for key in part.anchors:
                self.anchor(key)
            self._y -= part.height_pt
            if not pager.is_done:
                self._overflow()
        self.spacer(space_after_mm)

    def key_values(
        self, pairs: Sequence[tuple[str, Text]], *, key_width_mm: float = 36.0, per_row: int = 1
    ) -> None:
        """A ruled sheet of names and values.

        Args:
            pairs: Name and value; an empty value leaves a blank to write in.
            key_width_mm: Of each column of names.
            per_row: How many pairs stand side by side.
        """
        width_mm = self.frame.width_pt / mm(1)
        self.table(key_value_table(pairs, width_mm, key_width_mm=key_width_mm, per_row=per_row))

    def contents(self, entries: Sequence[ContentsEntry], style: TextStyle = BODY) -> None:
        """A list of contents with leaders; page numbers are filled in by `finish`."""
        for entry in entries:
            own = replace(style, first_indent_em=0, indent_em=2 * (entry.level - 1))
            width = self.frame.width_pt - mm(16)
            lines = break_lines(entry.title, own.but(align=Align.LEFT), width, self.faces)
            if self.remaining_pt < text_height(lines):
                self._overflow()
            self._lines(lines)
            self.paint(self._leader(entry, lines[-1], own, self._y))

    def drawing(self, height_mm: float, draw: Callable[[Canvas, Box], None]) -> Box:
        """Take room for something that is never divided, and let it be drawn there.

        Raises:
            BlockTooTallError: It is taller than an empty page.
        """
        height = mm(height_mm)
        if height > self.frame.height_pt:
            raise BlockTooTallError(height, self.frame.height_pt)
        self.keep(height_mm)
        box = Box(self.frame.left_pt, self._y - height, self.frame.width_pt, height)
        self.paint(lambda canvas: draw(canvas, box))
        self._y = box.bottom
        return box

    def rule(self, grey: float = 0.0, width_pt: float = 0.5) -> None:
        """A horizontal line over the text area."""

        def draw(canvas: Canvas, box: Box) -> None:
            canvas.saveState()
            canvas.setStrokeGray(grey)
            canvas.setLineWidth(width_pt)
            middle = box.bottom + box.height / 2
            canvas.line(box.left, middle, box.left + box.width, middle)
            canvas.restoreState()

        self.drawing(2.0, draw)

    def finish(self) -> WrittenDocument:
        """Paint all pages.

        Raises:
            UnknownAnchorError: A contents entry points nowhere.
        """
        target = BytesIO()
        canvas = new_canvas(target, self.faces, title=self._title, author=self._author)
        total = self.frame.total or self.frame.first_number - 1 + len(self._pages)
        for index, drawings in enumerate(self._pages):
            page = PageContext(index, self.frame.first_number + index, total)
            for draw in drawings:
                draw(canvas)
            draw_frame(canvas, self.frame, page, self.faces)
            if self._decorate is not None:
                self._decorate(canvas, page)
            canvas.showPage()
        canvas.save()
        return WrittenDocument(
            target.getvalue(), len(self._pages), dict(self._anchors), tuple(self._bookmarks)
        )

    def _lines_fitting(self, lines: tuple[Line, ...]) -> int:
        """How many lines go on this page, so that neither page gets a single one."""
        leading = lines[0].style.leading_pt
        fitting = int((self.remaining_pt + 0.01) / leading)
        if fitting >= len(lines):
            return len(lines)
        if self.is_at_top:
            return max(fitting, 1)
        if len(lines) - fitting < _LEAST_LINES:
            fitting = len(lines) - _LEAST_LINES
        return fitting if fitting >= _LEAST_LINES else 0

    def _leader(self, entry: ContentsEntry, last: Line, style: TextStyle, bottom: float) -> Drawing:
        def draw(canvas: Canvas) -> None:
            label = label_of(entry, self._anchors, self.frame.first_number)
            right = self.frame.left_pt + self.frame.width_pt
            start = self.frame.left_pt + last.start_pt + last.width_pt
            draw_leader(canvas, label, style, (start, right, bottom), self.faces)

        return draw
