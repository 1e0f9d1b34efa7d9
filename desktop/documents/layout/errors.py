"""What can go wrong between a text and a page."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.errors import AppError


@dataclass(eq=False)
class FontFileError(AppError):
    """A committed font cannot be read, or its folder is not found.

    The installation is damaged or incomplete: no page can be made at all. The project's data is
    not touched. Repairing or reinstalling the program helps.
    """

    code: ClassVar[str] = "documents.layout.font_file"

    file_name: str
    """Name of the missing or unreadable file, without its folder."""


@dataclass(eq=False)
class MissingGlyphsError(AppError):
    """A text has characters that no font at hand can draw, so it is not printed at all.

    Printing on would leave holes without a word. The person replaces the characters, or the
    caller spells them out with `FontSet.printable`.
    """

    code: ClassVar[str] = "documents.layout.missing_glyphs"

    characters: tuple[str, ...]
    """Each missing character once, in the order of its first appearance."""

    def code_points(self) -> tuple[str, ...]:
        """The characters in the form U+1F600, for screens that cannot show them either."""
        return tuple(f"U+{ord(character):04X}" for character in self.characters)


@dataclass(eq=False)
class MeasureTooNarrowError(AppError):
    """A column or page is narrower than one character of the text that goes into it.

    A mistake in the layout of a page, never of the person's data.
    """

    code: ClassVar[str] = "documents.layout.measure_too_narrow"

    width_pt: float
    needed_pt: float


@dataclass(eq=False)
class BlockTooTallError(AppError):
    """A drawing that cannot be divided is taller than an empty page.

    A mistake in the layout of a page, never of the person's data.
    """

    code: ClassVar[str] = "documents.layout.block_too_tall"

    height_pt: float
    available_pt: float


@dataclass(eq=False)
class TableShapeError(AppError):
    """A row of a table does not fill its columns exactly.

    A mistake in the layout of a page, never of the person's data.
    """

    code: ClassVar[str] = "documents.layout.table_shape"

    row: int
    """Index of the row from 0; header rows are counted from -1 downwards."""
    columns: int
    found: int


@dataclass(eq=False)
class UnknownAnchorError(AppError):
    """A contents entry points at a place that the document does not have.

    A mistake in the layout of a page, never of the person's data.
    """

    code: ClassVar[str] = "documents.layout.unknown_anchor"

    anchor: str
