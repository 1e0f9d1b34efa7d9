"""Where evidence sits on its A4 page: between a head for the label and a foot for the number."""

from dataclasses import dataclass
from typing import Final

MM: Final = 72 / 25.4
"""Points in one millimetre."""
LABEL_BAND: Final = 14 * MM
FOOT_BAND: Final = 14 * MM
SIDE: Final = 10 * MM
_SHORT: Final = 210 * MM
_LONG: Final = 297 * MM


@dataclass(frozen=True)
class Placement:
    """A scaled rectangle on an A4 page; lengths in points, origin at the page's lower left."""

    page_width: float
    page_height: float
    x: float
    y: float
    scale: float
    """Points on the page for one unit of what is placed."""


def place(width: float, height: float, most_scale: float) -> Placement:
    """Centre something on the A4 page, upright or lying, on which it comes out larger.

    Args:
        width: Its width in any unit, above 0.
        height: Its height in the same unit, above 0.
        most_scale: Points per unit that are never exceeded, so that small things stay small.
    """
    upright = _on_page(_SHORT, _LONG, width, height, most_scale)
    lying = _on_page(_LONG, _SHORT, width, height, most_scale)
    return lying if lying.scale > upright.scale else upright


def _on_page(
    page_width: float, page_height: float, width: float, height: float, most_scale: float
) -> Placement:
    room_x = page_width - 2 * SIDE
    room_y = page_height - LABEL_BAND - FOOT_BAND
    scale = min(room_x / width, room_y / height, most_scale)
    x = SIDE + (room_x - width * scale) / 2
    y = FOOT_BAND + (room_y - height * scale) / 2
    return Placement(page_width, page_height, x, y, scale)
