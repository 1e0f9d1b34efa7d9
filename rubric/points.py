"""Points as exact integers in tenths, and their decimal spelling."""

from decimal import Decimal, InvalidOperation
from typing import NewType

Tenths = NewType("Tenths", int)
"""A number of points in tenths: 25 is two and a half points. Never a float."""

TENTHS_PER_POINT = 10


def parse_points(text: str) -> Tenths:
    """Read a decimal spelling such as "2.5" exactly.

    Raises:
        ValueError: The text is no decimal number or has more than one decimal place.
    """
    try:
        scaled = Decimal(text) * TENTHS_PER_POINT
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not scaled.is_finite() or scaled != scaled.to_integral_value():
        raise ValueError(text)
    return Tenths(int(scaled))


def decimal_points(points: Tenths) -> str:
    """Spell points as machines read them: "2.5", and "5" without a decimal for whole points."""
    whole, rest = divmod(abs(points), TENTHS_PER_POINT)
    sign = "-" if points < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def fixed_points(points: Tenths) -> str:
    """Spell points as columns show them, always with one decimal: "5.0"."""
    whole, rest = divmod(abs(points), TENTHS_PER_POINT)
    sign = "-" if points < 0 else ""
    return f"{sign}{whole}.{rest}"
