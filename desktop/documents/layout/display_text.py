"""Small rules of how Chinese is written: dates, and marks between Chinese characters."""

import re
from datetime import date

_FULL_WIDTH = {
    ",": "，",
    ".": "。",
    ";": "；",
    ":": "：",
    "(": "（",
    ")": "）",
    "?": "？",
    "!": "！",
}
_CHINESE = "一-鿿〇々㐀-䶿\U00020000-\U000323af"
_BETWEEN = re.compile(rf"(?<=[{_CHINESE}）》”〕])([,.;:?!])(?=[{_CHINESE}（《“〔]|$)")
_BRACKETS = re.compile(rf"\(([^()]*[{_CHINESE}][^()]*)\)")


def chinese_date(day: date) -> str:
    """2026年3月5日, without leading zeros, as official papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def full_width_marks(text: str) -> str:
    """Show half-width marks between Chinese characters as full-width ones.

    For display alone: official wording is stored as published, with whatever marks it has. Marks
    in figures, Latin words and addresses stay as they are; brackets change only as pairs that hold
    Chinese.
    """
    before = ""
    while before != text:
        before = text
        text = _BRACKETS.sub(r"（\1）", text)
    return _BETWEEN.sub(lambda found: _FULL_WIDTH[found.group(1)], text)
