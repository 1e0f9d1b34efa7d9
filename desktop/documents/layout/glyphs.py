"""Measured characters: the step between a text and its lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.documents.layout.characters import (
    BEFORE_FIGURES,
    BLANK_LEFT,
    BLANK_RIGHT,
    UNBROKEN_PAIRS,
    UNITS,
    Kind,
    is_line_end,
    kind_of,
)
from desktop.documents.layout.errors import MissingGlyphsError
from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.line import Run
from desktop.documents.layout.text_style import Span, Text, TextStyle

_AFTER_BOX_EM = 0.15
_BLANK_SIDES = BLANK_RIGHT | BLANK_LEFT

_FULL = 0.99
"""Share of an em from which on a mark counts as full-width."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character with its face and widths in points."""

    character: str
    kind: Kind
    font_name: str
    advance_pt: float
    gap_pt: float
    """Before it, towards its predecessor in the same line; negative where marks are squeezed."""
    blank_pt: float
    """Empty half of a closing mark, which may stand outside the measure at the end of a line."""
    grey: float

    @property
    def shown(self) -> str:
        """What is drawn: nothing for invisible marks, a space for a tab."""
        if self.kind is Kind.INVISIBLE:
            return ""
        return " " if self.character == "\t" else self.character


def paragraphs(text: Text) -> Iterator[tuple[Span, ...]]:
    """Cut a text at its line ends; an empty text is one empty paragraph."""
    spans = (Span(text),) if isinstance(text, str) else text
    current: list[Span] = []
    for span in spans:
        rest = span.text.replace("\r\n", "\n")
        start = 0
        for index, character in enumerate(rest):
            if is_line_end(character):
                yield (*current, Span(rest[start:index], span.role, span.grey))
                current, start = [], index + 1
        current.append(Span(rest[start:], span.role, span.grey))
    yield tuple(current)


def measured(paragraph: tuple[Span, ...], style: TextStyle, faces: FontSet) -> list[Glyph]:
    """Choose the face of every character and measure it.

    Raises:
        MissingGlyphsError: Some characters cannot be drawn by any face; it names all of them.
    """
    glyphs: list[Glyph] = []
    missing: dict[str, None] = {}
    last: Glyph | None = None
    for span in paragraph:
        measure = _Measure(span, style, faces)
        usual = measure.chinese
        for character in span.text:
            if character in usual and last is not None and last.kind is Kind.CHINESE:
                last = usual[character]
                glyphs.append(last)
                continue
            glyph = measure.glyph(character, last)
            if glyph is None:
                missing[character] = None
                continue
            glyphs.append(glyph)
            if glyph.kind is not Kind.INVISIBLE:
                last = glyph
    if missing:
        raise MissingGlyphsError(tuple(missing))
    return glyphs


class _Measure:
    """Measures the characters of one span; each different one is looked up once."""

    def __init__(self, span: Span, style: TextStyle, faces: FontSet) -> None:
        self._role = span.role or style.role
        self._grey = style.grey if span.grey is None else span.grey
        self._style = style
        self._faces = faces
        self._alone: dict[str, Glyph | None] = {}
        self.chinese: dict[str, Glyph] = {}
        """Those already measured that need no gap after their like."""

    def glyph(self, character: str, last: Glyph | None) -> Glyph | None:
        """One measured character, or None when no face has it."""
        if character not in self._alone:
            self._alone[character] = self._measure(character)
        alone = self._alone[character]
        if alone is not None and alone.kind is Kind.CHINESE:
            self.chinese[character] = alone
        if alone is None or last is None or last.kind is alone.kind is Kind.CHINESE:
            return alone
        gap = self._gap_em(last, character, alone.kind)
        return replace(alone, gap_pt=gap * self._style.size_pt) if gap else alone

    def _measure(self, character: str) -> Glyph | None:
        kind = kind_of(character)
        size = self._style.size_pt
        if kind is Kind.INVISIBLE:
            return Glyph(character, kind, "", 0.0, 0.0, 0.0, self._grey)
        if kind is Kind.BOX:
            name = self._faces.face(Role.BODY).name
            return Glyph(character, kind, name, size, 0.0, 0.0, self._grey)
        shown = " " if character == "\t" else character
        face = self._faces.face_for(self._role, shown)
        if face is None:
            return None
        advance = face.widths[ord(shown)] * size / 1000
        full = character in BLANK_RIGHT and advance >= _FULL * size
        return Glyph(character, kind, face.name, advance, 0.0, advance / 2 * full, self._grey)

    def _gap_em(self, last: Glyph, character: str, kind: Kind) -> float:
        if last.kind is Kind.BOX and kind is not Kind.SPACE:
            return _AFTER_BOX_EM
        if (last.kind, kind) in ((Kind.CHINESE, Kind.LATIN), (Kind.LATIN, Kind.CHINESE)):
            latin = character if kind is Kind.LATIN else last.character
            close = not latin.isalnum() or is_figure_with_unit(last.character, character)
            return 0.0 if close else self._style.latin_gap_em
        if last.kind is not Kind.MARK or kind is not Kind.MARK:
            return 0.0
        if not self._style.squeeze or last.advance_pt < _FULL * self._style.size_pt:
            return 0.0
        closing = last.character in BLANK_RIGHT and character in _BLANK_SIDES
        opening = last.character in BLANK_LEFT and character in BLANK_LEFT
        return -0.5 if closing or opening else 0.0


def stretches_between(before: Glyph, after: Glyph) -> bool:
    """Whether justifying may widen the place between two neighbours."""
    if before.kind is after.kind is Kind.CHINESE:
        return True
    if after.kind is Kind.SPACE:
        return False
    if before.kind is Kind.LATIN and after.kind is Kind.LATIN:
        return False
    if is_figure_with_unit(before.character, after.character):
        return False
    return not (before.character == after.character and before.character in UNBROKEN_PAIRS)


def is_figure_with_unit(before: str, after: str) -> bool:
    """Whether two neighbours belong to one figure: 5日, 第3, 月5.

    They stand close, so that dates and document numbers are found when a reader searches for them.
    """
    return (before.isdecimal() and after in UNITS) or (
        before in BEFORE_FIGURES and after.isdecimal()
    )


@dataclass
class _OpenRun:
    """A run that still grows."""

    first: Glyph
    offset_pt: float
    slots_before: int
    marks_before: int
    pieces: list[str]
    stretches: bool = False

    def continues(self, glyph: Glyph) -> bool:
        """Whether a Chinese character follows Chinese ones of the same look: the usual case."""
        return (
            self.stretches
            and glyph.font_name == self.first.font_name
            and (glyph.grey == self.first.grey)
        )

    def takes(self, glyph: Glyph, *, stretches: bool) -> bool:
        """Whether a neighbour without a gap can be drawn together with this run."""
        if Kind.BOX in (self.first.kind, glyph.kind):
            return False
        if (self.first.font_name, self.first.grey) != (glyph.font_name, glyph.grey):
            return False
        return len(self.pieces) == 1 or self.stretches == stretches

    def closed(self) -> Run:
        """The run as it is drawn."""
        return Run(
            text="".join(self.pieces),
            font_name=self.first.font_name,
            offset_pt=self.offset_pt,
            slots_before=self.slots_before,
            marks_before=self.marks_before,
            stretches=self.stretches,
            grey=self.first.grey,
            is_box=self.first.kind is Kind.BOX,
        )


@dataclass(frozen=True)
class Gathered:
    """The visible characters of a line, and how far it can be stretched."""

    runs: tuple[Run, ...]
    slots: int
    marks: int


def runs_of(glyphs: list[Glyph]) -> Gathered:
    """Gather the visible characters of a line into runs."""
    runs: list[_OpenRun] = []
    offset, slots, marks = 0.0, 0, 0
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.kind is Kind.INVISIBLE:
            continue
        usual = last is not None and last.kind is glyph.kind is Kind.CHINESE
        if usual and runs[-1].continues(glyph):
            runs[-1].pieces.append(glyph.character)
            offset += glyph.advance_pt
            slots += 1
            last = glyph
            continue
        gap = glyph.gap_pt if last else 0.0
        stretches = last is not None and stretches_between(last, glyph)
        after_mark = stretches and last is not None and last.kind in (Kind.MARK, Kind.SPACE)
        offset += gap
        slots += stretches
        marks += after_mark
        if runs and not gap and not after_mark and runs[-1].takes(glyph, stretches=stretches):
            runs[-1].pieces.append(glyph.shown)
            runs[-1].stretches = stretches
        else:
            runs.append(_OpenRun(glyph, offset, slots, marks, [glyph.shown]))
        offset += glyph.advance_pt
        last = glyph
    return Gathered(tuple(run.closed() for run in runs), slots, marks)
