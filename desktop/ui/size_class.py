"""How much room the window has: the forms that pages take."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

_WIDE: Final = 1680
_NORMAL: Final = 1360
_MEDIUM: Final = 1120
_TALL: Final = 800


class WidthClass(IntEnum):
    """Logical widths of the window."""

    NARROW = 0
    """960–1119: the tree is a drop-down above the card."""
    MEDIUM = 1
    """1120–1359: the preview is a tab beside the card."""
    NORMAL = 2
    """1360–1679."""
    WIDE = 3
    """From 1680: side panes grow."""


@dataclass(frozen=True)
class SizeClass:
    """Width class, and whether rows are lower than usual."""

    width: WidthClass
    compact: bool


def size_class(width: int, height: int) -> SizeClass:
    """The form for a window of this many logical pixels."""
    match width:
        case _ if width >= _WIDE:
            wide = WidthClass.WIDE
        case _ if width >= _NORMAL:
            wide = WidthClass.NORMAL
        case _ if width >= _MEDIUM:
            wide = WidthClass.MEDIUM
        case _:
            wide = WidthClass.NARROW
    return SizeClass(wide, height < _TALL)
