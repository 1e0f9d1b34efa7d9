"""Where a line of Chinese may end."""

import re

from desktop.documents.layout.characters import (
    NO_LINE_END,
    NO_LINE_START,
    STICKY,
    UNBROKEN_PAIRS,
    UNITS,
    Kind,
)

_PROTECTED = re.compile(
    r"(?:[一-鿿]{0,3}[发函办字规令告])?〔\d{4}〕第?\d+号?"  # document numbers
    r"|第[\d.]+"  # 第 3 条 keeps its figure
    r"|\d[\d,.]*[ \u00a0]?[A-Za-zμΩ]{1,4}(?![A-Za-z])"  # 28 mm, 150dpi
)


def punctuation_allows(before: str, after: str) -> bool:
    """Whether the rules of marks let a line end between two neighbours."""
    if after in NO_LINE_START or before in NO_LINE_END:
        return False
    return not (before == after and before in UNBROKEN_PAIRS)


def _words_allow(before: str, after: str, kind: Kind, next_kind: Kind) -> bool:
    if kind is Kind.LATIN and next_kind is Kind.LATIN:
        return False
    if before in STICKY or after in STICKY:
        return False
    return not (before.isdecimal() and after in UNITS)


def break_places(text: str, kinds: list[Kind]) -> list[bool]:
    """For each character, whether a line may end before it.

    Args:
        text: One paragraph.
        kinds: The kind of each of its characters.

    Returns:
        One value for each character; the first is always False.
    """
    allowed = [False] * len(text)
    last, last_kind = "", Kind.SPACE
    for index, (character, kind) in enumerate(zip(text, kinds, strict=True)):
        if kind is Kind.INVISIBLE:
            continue
        if kind is not Kind.SPACE and last:
            if last_kind is Kind.SPACE:
                allowed[index] = character not in NO_LINE_START
            else:
                allowed[index] = punctuation_allows(last, character) and _words_allow(
                    last, character, last_kind, kind
                )
        last, last_kind = character, kind
    for match in _PROTECTED.finditer(text):
        start, end = match.span()
        allowed[start + 1 : end] = [False] * (end - start - 1)
    return allowed
