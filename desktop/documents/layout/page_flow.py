"""A stack of pages with a place where the next thing goes.

What is added is remembered as drawings; they are painted when all pages are known.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from reportlab.pdfgen.canvas import Canvas

from desktop.documents.layout.canvas import mm
from desktop.documents.layout.chinese_text import break_lines, text_height
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.line import Line
from desktop.documents.layout.page_frame import PageFrame
from desktop.documents.layout.styles import HEADINGS
from desktop.documents.layout.text_block import draw_lines
from desktop.documents.layout.written import Bookmark

_KEPT_AFTER_HEADING_MM = 16.0

Drawing: TypeAlias = Callable[[Canvas], None]


@dataclass(frozen=True)
class _Heading:
    text: str
    level: int
    anchor: str | None
    bookmark: bool


@dataclass(frozen=True)
class _HeldHeadings:
    """Headings at the end of a page, which move on if the next thing does not fit."""

    drawings: int
    """How many drawings the page had before them."""
    bookmarks: int
    headings: list[_Heading]


class PageFlow:
    """Pages, the place on the last of them, and headings that stay with what follows."""

    def __init__(self, faces: FontSet, frame: PageFrame) -> None:
        self.faces = faces
        self.frame = frame
        self._pages: list[list[Drawing]] = [[]]
        self._y = frame.top_pt
        self._anchors: dict[str, int] = {}
        self._bookmarks: list[Bookmark] = []
        self._held: _HeldHeadings | None = None

    @property
    def page_index(self) -> int:
        """Of the page being written, from 0."""
        return len(self._pages) - 1

    @property
    def y_pt(self) -> float:
        """Height above the foot of the paper at which the next thing begins."""
        return self._y

    @property
    def remaining_pt(self) -> float:
        """Room left on this page."""
        return self._y - self.frame.bottom_pt

    @property
    def is_at_top(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self._y >= self.frame.top_pt

    def new_page(self) -> None:
        """Leave the rest of this page empty."""
        self._pages.append([])
        self._y = self.frame.top_pt
        self._held = None

    def spacer(self, height_mm: float) -> None:
        """Leave room; what does not fit on this page is dropped."""
        self._y -= min(mm(height_mm), self.remaining_pt)

    def keep(self, height_mm: float) -> None:
        """Begin a new page unless this much room is left."""
        if self.remaining_pt < mm(height_mm) and not self.is_at_top:
            self._overflow()

    def anchor(self, key: str) -> None:
        """Record the page being written under a key."""
        self._anchors[key] = self.page_index

    def bookmark(self, title: str, level: int = 1) -> None:
        """Add an outline entry for the page being written."""
        self._bookmarks.append(Bookmark(title, level, self.page_index))

    def paint(self, draw: Drawing) -> None:
        """Paint anything on the page being written, without taking room."""
        self._pages[-1].append(draw)
        self._held = None

    def heading(
        self, text: str, level: int = 1, *, anchor: str | None = None, bookmark: bool = True
    ) -> None:
        """A heading, never the last thing on a page.

        Args:
            text: Also the title of its outline entry.
            level: 1 to 3.
            anchor: Key under which its page is recorded.
            bookmark: Whether it enters the outline.
        """
        held = self._held or _HeldHeadings(len(self._pages[-1]), len(self._bookmarks), [])
        call = _Heading(text, level, anchor, bookmark=bookmark)
        lines = break_lines(text, HEADINGS[level - 1], self.frame.width_pt, self.faces)
        needed = text_height(lines) + mm(_KEPT_AFTER_HEADING_MM)
        if self.remaining_pt < needed and not self.is_at_top:
            self._overflow()
            held = self._held or _HeldHeadings(0, len(self._bookmarks), [])
        self._set_heading(call, lines)
        self._held = replace(held, headings=[*held.headings, call])

    def _set_heading(self, heading: "_Heading", lines: tuple[Line, ...]) -> None:
        if not self.is_at_top:
            self.spacer(3.0)
        if heading.anchor is not None:
            self.anchor(heading.anchor)
        if heading.bookmark:
            self.bookmark(heading.text, heading.level)
        self._lines(lines)
        self.spacer(1.0)

    def _overflow(self) -> None:
        """Begin a new page and take along headings that nothing follows yet."""
        held = self._held
        self._held = None
        if held is None or held.drawings == 0:
            self.new_page()
            return
        del self._pages[-1][held.drawings :]
        del self._bookmarks[held.bookmarks :]
        self.new_page()
        for call in held.headings:
            self.heading(call.text, call.level, anchor=call.anchor, bookmark=call.bookmark)

    def _lines(self, lines: tuple[Line, ...], inset_pt: float = 0.0) -> None:
        x, y = self.frame.left_pt + inset_pt, self._y
        self.paint(lambda canvas: _paint_lines(canvas, lines, x, y))
        self._y -= text_height(lines)


def _paint_lines(canvas: Canvas, lines: tuple[Line, ...], x: float, y: float) -> None:
    draw_lines(canvas, lines, x, y)
