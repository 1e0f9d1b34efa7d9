"""Where a line of Chinese may end."""

import re
from enum import IntEnum

from desktop.documents.layout.characters import (
    NO_LINE_END,
    NO_LINE_START,
    STICKY,
    UNBROKEN_PAIRS,
    UNITS,
    Kind,
)

_WHOLE = re.compile(
    r".?〔\d{4}〕第?\d+号?"  # document numbers
    r"|第[\d.]+"  # 第3条 keeps its figure
    r"|[□☐☑☒][^\s□☐☑☒，。；、]{1,6}"  # a check box and its label
    r"|\d[\d,.]*[ \u00a0]?[A-Za-zμΩ]{1,4}(?![A-Za-z])"  # 28 mm, 150dpi
)
"""Never cut, unless wider than the measure."""

_RATHER_WHOLE = re.compile(r"[一-鿿]{1,3}[发函办字规令告]〔\d{4}〕")
"""The issuer's short name in a document number: cut only rather than leave a gap in the line."""


class Place(IntEnum):
    """Whether a line may end before a character."""

    NO = 0
    RELUCTANTLY = 1
    YES = 2


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


def break_places(text: str, kinds: list[Kind]) -> list[Place]:
    """For each character, whether a line may end before it.

    Args:
        text: One paragraph.
        kinds: The kind of each of its characters.

    Returns:
        One value for each character; the first is always `Place.NO`.
    """
    places = [Place.NO] * len(text)
    last, last_kind = "", Kind.SPACE
    for index, (character, kind) in enumerate(zip(text, kinds, strict=True)):
        if kind is Kind.INVISIBLE:
            continue
        if last_kind is kind is Kind.CHINESE:  # by far the most frequent pair
            if character not in NO_LINE_START and last not in NO_LINE_END:
                places[index] = Place.YES
        elif kind is not Kind.SPACE and last:
            if last_kind is Kind.SPACE:
                allowed = character not in NO_LINE_START
            else:
                allowed = punctuation_allows(last, character) and _words_allow(
                    last, character, last_kind, kind
                )
            places[index] = Place.YES if allowed else Place.NO
        last, last_kind = character, kind
    _protect(text, places)
    return places


def _protect(text: str, places: list[Place]) -> None:
    for match in _RATHER_WHOLE.finditer(text):
        for index in range(match.start() + 1, match.end()):
            places[index] = min(places[index], Place.RELUCTANTLY)
    for match in _WHOLE.finditer(text):
        for index in range(match.start() + 1, match.end()):
            places[index] = Place.NO
