"""Setting Chinese text into lines.

Greedy filling, as in books set by hand: no line begins with a closing mark or ends with an opening
one, —— and …… stay whole, Latin words, figures with their units and document numbers are not cut
unless they alone are wider than the measure, and spaces hang over the end of a line.
"""

from collections.abc import Iterator

from desktop.documents.layout.breaks import Place, break_places, punctuation_allows
from desktop.documents.layout.characters import SOFT_BREAKS, Kind
from desktop.documents.layout.errors import MeasureTooNarrowError
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.glyphs import Glyph, measured, paragraphs, runs_of
from desktop.documents.layout.line import Line
from desktop.documents.layout.text_style import Span, Text, TextStyle

_TOLERANCE_PT = 0.001
_RAGGED_EM = 3.0
"""A gap at the end of a line from which on a reluctant place is taken."""

_SPARSE = 0.4
"""A line filled less than this before a word wider than the measure takes the word's start."""


def break_lines(text: Text, style: TextStyle, width_pt: float, faces: FontSet) -> tuple[Line, ...]:
    """Set a text into lines; line ends in it start new paragraphs.

    The texts of the lines, joined within their paragraphs, are the source again.

    Args:
        text: A string, or spans in different faces.
        style: Face, sizes, indents.
        width_pt: The measure, indents included.
        faces: From which the glyphs are taken.

    Raises:
        MissingGlyphsError: Some characters cannot be drawn by any face.
        MeasureTooNarrowError: The measure is narrower than one character.
    """
    indent = (style.indent_em + style.right_indent_em) * style.size_pt
    indent += max(style.first_indent_em, 0.0) * style.size_pt
    if width_pt - indent < style.size_pt:
        raise MeasureTooNarrowError(width_pt, indent + style.size_pt)
    lines: list[Line] = []
    for paragraph in paragraphs(text):
        glyphs = measured(paragraph, style, faces)
        lines.extend(_Paragraph(glyphs, style, width_pt).lines())
    return tuple(lines)


def text_height(lines: tuple[Line, ...]) -> float:
    """Height of some lines in points."""
    return sum(line.style.leading_pt for line in lines)


def text_width(text: str, style: TextStyle, faces: FontSet) -> float:
    """Natural width of a text on one line, in points.

    Raises:
        MissingGlyphsError: Some characters cannot be drawn by any face.
    """
    glyphs = measured((Span(text),), style, faces)
    return sum(glyph.advance_pt + glyph.gap_pt for glyph in glyphs)


def balanced_width(text: Text, style: TextStyle, width_pt: float, faces: FontSet) -> float:
    """The narrowest measure that takes no more lines: the lines of a title come out alike.

    Raises:
        MissingGlyphsError: Some characters cannot be drawn by any face.
        MeasureTooNarrowError: The measure is narrower than one character.
    """
    count = len(break_lines(text, style, width_pt, faces))
    if count == 1:
        return width_pt
    width = width_pt
    while width - style.size_pt > width_pt / count:
        if len(break_lines(text, style, width - style.size_pt, faces)) > count:
            break
        width -= style.size_pt
    return width


class _Paragraph:
    """Fills the lines of one paragraph."""

    def __init__(self, glyphs: list[Glyph], style: TextStyle, width_pt: float) -> None:
        self._glyphs = glyphs
        self._style = style
        self._width = width_pt - style.right_indent_em * style.size_pt
        self._text = "".join(glyph.character for glyph in glyphs)
        self._places = break_places(self._text, [glyph.kind for glyph in glyphs])

    def lines(self) -> Iterator[Line]:
        """All lines in order; an empty paragraph is one empty line."""
        start = 0
        while True:
            end = self._end_of_line(start)
            yield self._line(start, end)
            if end >= len(self._glyphs):
                return
            start = end

    def _indent(self, start: int) -> float:
        em = self._style.indent_em + (self._style.first_indent_em if start == 0 else 0.0)
        return em * self._style.size_pt

    def _end_of_line(self, start: int) -> int:
        """Index after the last character of the line that begins at `start`."""
        limit = self._width - self._indent(start) + _TOLERANCE_PT
        used, place, used_at_place, reluctant = 0.0, start, 0.0, start
        for index in range(start, len(self._glyphs)):
            glyph = self._glyphs[index]
            if index > start:
                if self._places[index] is Place.YES:
                    place, used_at_place = index, used
                elif self._places[index] is Place.RELUCTANTLY:
                    reluctant = index
                used += glyph.gap_pt
            used += glyph.advance_pt
            if used <= limit or index == start:
                continue
            if used - glyph.blank_pt > limit and glyph.kind is not Kind.SPACE:
                ragged = limit - used_at_place > _RAGGED_EM * self._style.size_pt
                if reluctant > place and ragged:
                    return reluctant
                if place == start or self._is_sparse(place, used_at_place, limit):
                    return self._emergency(start, index)
                return place
        return len(self._glyphs)

    def _is_sparse(self, place: int, used: float, limit: float) -> bool:
        """Whether a nearly empty line would be left before a word that fits on no line."""
        if used > _SPARSE * limit:
            return False
        word = 0.0
        for index in range(place, len(self._glyphs)):
            if index > place and self._places[index] is not Place.NO:
                return False
            word += self._glyphs[index].advance_pt
            if word > self._width - self._indent(1):
                return True
        return False

    def _emergency(self, start: int, index: int) -> int:
        """Cut a word that is wider than the measure, after a soft place if one is near the end."""
        lawful = [
            place
            for place in range(start + 1, index + 1)
            if self._glyphs[place].kind not in (Kind.SPACE, Kind.INVISIBLE)
            and punctuation_allows(self._text[place - 1], self._text[place])
        ]
        soft = [
            place
            for place in lawful
            if self._text[place - 1] in SOFT_BREAKS and place - start > (index - start) / 2
        ]
        return (soft or lawful or [index])[-1]

    def _line(self, start: int, end: int) -> Line:
        shown = end
        while shown > start and self._glyphs[shown - 1].kind in (Kind.SPACE, Kind.INVISIBLE):
            shown -= 1
        glyphs = self._glyphs[start:shown]
        indent = self._indent(start)
        measure = self._width - indent
        width = sum(glyph.advance_pt for glyph in glyphs)
        width += sum(glyph.gap_pt for glyph in glyphs[1:])
        if glyphs and width > measure:
            width -= glyphs[-1].blank_pt
        gathered = runs_of(glyphs)
        return Line(
            text=self._text[start:end],
            runs=gathered.runs,
            width_pt=width,
            measure_pt=measure,
            indent_pt=indent,
            slots=gathered.slots,
            marks=gathered.marks,
            ends_paragraph=end >= len(self._glyphs),
            style=self._style,
        )
