"""Places in a file as people write them: 第五章 / 第12页."""

import re
import unicodedata
from typing import Final

_NUMBERED: Final = re.compile(r"第\s*(\d{1,5})(?:\s*[-–—~～至到]\s*\d{1,5})?\s*页")
_PLAIN: Final = re.compile(r"(?<!\d)[pP](?:\.|\s)*(\d{1,5})|(?<!\d)(\d{1,5})\s*页")
_BETWEEN: Final = " / "


def page_of(locator: str) -> int | None:
    """The first page that a locator names, counted from 1: 第12页, 12-14页, P12; else None."""
    plain = unicodedata.normalize("NFKC", locator)
    if match := _NUMBERED.search(plain):
        return int(match[1]) or None
    ranged = re.search(r"(\d{1,5})\s*[-–—~至到]\s*\d{1,5}\s*页", plain)
    if ranged:
        return int(ranged[1]) or None
    if match := _PLAIN.search(plain):
        return int(match[1] or match[2]) or None
    return None


def with_page(locator: str, page: int) -> str:
    """Write a page into a locator: an old page gives way, chapter and clause stay.

    Args:
        locator: What stands there now; may be empty.
        page: Counted from 1.
    """
    new = f"第{page}页"
    text = locator.strip()
    if not text:
        return new
    if _NUMBERED.search(text):
        return _NUMBERED.sub(new, text, count=1)
    if page_of(text) is not None:
        parts = [part.strip() for part in re.split(r"\s*/\s*", text)]
        return _BETWEEN.join(new if page_of(part) is not None else part for part in parts)
    return f"{text}{_BETWEEN}{new}"
