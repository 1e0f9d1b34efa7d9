"""Dates as offices write them."""

import re
import unicodedata
from datetime import date

_SEPARATED = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


def parse_date(text: str) -> date:
    """Read 2026-3-5, 2026.3.5, 2026/3/5, 2026年3月5日 or 20260305; a year is never guessed.

    Raises:
        ValueError: The text is none of these forms or no day of the calendar.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _SEPARATED.fullmatch(plain) or _COMPACT.fullmatch(plain)
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) for part in match.groups())
    return date(year, month, day)


def official_date(day: date) -> str:
    """Write a date as official papers do, without leading zeros: 2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"
