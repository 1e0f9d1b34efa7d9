"""A line that has been set: where each piece of text stands in it."""

from dataclasses import dataclass

from desktop.documents.layout.text_style import Align, TextStyle

_TOLERANCE_PT = 0.001
_MOST_AFTER_MARK_EM = 0.5


@dataclass(frozen=True)
class Run:
    """Characters that are drawn in one go."""

    text: str
    font_name: str
    offset_pt: float
    """From the start of the line, before justifying."""
    slots_before: int
    """How many stretchable places lie between the start of the line and this run."""
    marks_before: int
    """How many of these places follow a mark or a space."""
    stretches: bool
    """Whether the places between its own characters stretch too."""
    grey: float
    is_box: bool = False
    """Whether it is one check box, to be drawn as a shape."""


@dataclass(frozen=True)
class Line:
    """One line of a paragraph."""

    text: str
    """Everything of the source that belongs to it, spaces at its end included."""
    runs: tuple[Run, ...]
    width_pt: float
    """Natural width, without spaces at the end and without the empty half of a closing mark that
    would otherwise not fit."""
    measure_pt: float
    """Width it was set for, indent already taken off."""
    indent_pt: float
    slots: int
    """Places that can be stretched."""
    marks: int
    """Those of them that follow a mark or a space, where a wider place is least seen."""
    ends_paragraph: bool
    style: TextStyle

    @property
    def stretch_pt(self) -> tuple[float, float]:
        """What justifying adds at every place, and beyond that after marks and spaces.

        Both are 0 where the line keeps its natural width.
        """
        if self.style.align is not Align.JUSTIFY or self.ends_paragraph or not self.slots:
            return 0.0, 0.0
        spare = self.measure_pt - self.width_pt
        most = self.style.justify_limit_em * self.style.size_pt
        everywhere = min(spare / self.slots, most)
        rest = spare - everywhere * self.slots
        if rest <= _TOLERANCE_PT:
            return everywhere, 0.0
        if not self.marks or rest / self.marks > _MOST_AFTER_MARK_EM * self.style.size_pt:
            return 0.0, 0.0
        return everywhere, rest / self.marks

    @property
    def start_pt(self) -> float:
        """Distance from the left edge of the measure to the first character."""
        spare = self.measure_pt - self.width_pt
        match self.style.align:
            case Align.CENTER:
                return self.indent_pt + spare / 2
            case Align.RIGHT:
                return self.indent_pt + spare
            case Align.LEFT | Align.JUSTIFY:
                return self.indent_pt
