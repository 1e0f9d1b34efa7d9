"""How a paragraph looks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from desktop.documents.layout.fonts import Role


class Align(StrEnum):
    """Where lines stand in their measure."""

    JUSTIFY = "justify"
    """Both edges straight; the last line of a paragraph, and a line that would have to be
    stretched too far, keep their natural width."""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class TextStyle:
    """Face, sizes and shape of a paragraph. Lengths in points, or in em of the size."""

    role: Role = Role.BODY
    size_pt: float = 10.5
    leading_pt: float = 17.0
    """Distance of baselines; also the height that one line takes."""
    align: Align = Align.JUSTIFY
    first_indent_em: float = 0.0
    """Of the first line of every paragraph in the text. Negative lets it hang out to the left."""
    indent_em: float = 0.0
    """Of every line, on the left."""
    right_indent_em: float = 0.0
    """Of every line, on the right; 4 for the signature of official papers."""
    grey: float = 0.0
    """0 is black, 1 is white."""
    latin_gap_em: float = 0.25
    """Between Chinese characters and Latin letters or figures."""
    squeeze: bool = True
    """Whether the empty half of a mark is taken out where two marks meet."""
    justify_limit_em: float = 0.09
    """The most that justifying may add between two characters. From 0.1 on, readers take the
    widened place for a space when text is copied or searched."""

    def but(
        self,
        *,
        role: Role | None = None,
        align: Align | None = None,
        grey: float | None = None,
        first_indent_em: float | None = None,
    ) -> "TextStyle":
        """The same with another face, alignment, grey or first indent."""
        return replace(
            self,
            role=self.role if role is None else role,
            align=self.align if align is None else align,
            grey=self.grey if grey is None else grey,
            first_indent_em=self.first_indent_em if first_indent_em is None else first_indent_em,
        )


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph in another face or grey than its style says."""

    text: str
    role: Role | None = None
    grey: float | None = None


Text: TypeAlias = str | Sequence[Span]
"""What a paragraph is made from."""


def plain(text: Text) -> str:
    """The characters alone."""
    return text if isinstance(text, str) else "".join(span.text for span in text)
