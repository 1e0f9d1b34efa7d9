"""What kinds of characters there are for a typesetter, and which may not begin or end a line.

The sets follow GB/T 15834 (punctuation marks) and common practice of official papers.
"""

import unicodedata
from enum import IntEnum
from functools import lru_cache

NO_LINE_START = frozenset(
    "，。、；：！？．…‥·・）》〉」』】〕〗〙〛｝］”’％‰℃℉°′″～〜／〞〟"
    ",.;:!?)]}%»›¨ˇˉ々〃ーゝゞヽヾ㎡㎥㎎㎏㎜㎝㎞㏄"
)
"""Closing marks, and signs that belong to what stands before them."""

NO_LINE_END = frozenset("（《〈「『【〔〖〘〚｛［“‘〝([{«‹￥$¥＄£€№#§＃／")
"""Opening marks, and signs that belong to what comes after them."""

BLANK_RIGHT = frozenset("，。、；：）》〉」』】〕〗”’")
"""Full-width marks whose right half is empty, so that it may be squeezed."""

BLANK_LEFT = frozenset("（《〈「『【〔〖“‘")
"""Full-width marks whose left half is empty."""

UNBROKEN_PAIRS = frozenset("—…⸺")
"""Marks of two characters that stay together."""

STICKY = frozenset("\"'")
"""Straight quotation marks: opening or closing cannot be told, so they leave neither neighbour."""

UNITS = frozenset("年月日时分秒元万亿千百项个份页件条款章节次人名家户岁天周号级类栋层倍米吨")
"""Chinese measure words that stay with the figure before them."""

BEFORE_FIGURES = frozenset("第年月〕")
"""Chinese characters (and one mark) that form one expression with the figure after them."""

FULL_WIDTH_QUOTES = frozenset("“”‘’")

BOXES = frozenset("□☐☑☒")
"""Check boxes: drawn as shapes, because no font at hand has them all."""

SOFT_BREAKS = frozenset("/\\-_.?&=@:,;+")
"""Where a Latin word that is too long for a whole line is cut with least harm."""

_VARIATION_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
_LATIN_SIGNS = frozenset("×÷±")


class Kind(IntEnum):
    """How a character behaves in a line."""

    CHINESE = 0
    LATIN = 1
    SPACE = 2
    MARK = 3
    """Punctuation that takes no gap towards Latin letters."""
    BOX = 4
    INVISIBLE = 5


def is_line_end(character: str) -> bool:
    """Whether a character ends a line by itself."""
    return character in "\n\r\v\f\u0085\u2028\u2029"


def is_ignorable(character: str) -> bool:
    """Whether a character is invisible by its nature and needs no glyph: controls, formats."""
    if unicodedata.category(character) in ("Cc", "Cf"):
        return character != "\t" and not is_line_end(character)
    code = ord(character)
    return any(first <= code <= last for first, last in _VARIATION_SELECTORS)


@lru_cache(maxsize=32768)
def kind_of(character: str) -> Kind:
    """Sort one character. The answer depends on nothing but the character."""
    if character in BOXES:
        return Kind.BOX
    if is_ignorable(character):
        return Kind.INVISIBLE
    category = unicodedata.category(character)
    if (category == "Zs" and character != "\u00a0") or character == "\t":
        return Kind.SPACE
    return _visible_kind(character, category)


def _visible_kind(character: str, category: str) -> Kind:
    width = unicodedata.east_asian_width(character)
    if character in _LATIN_SIGNS or width not in "WFA":
        return Kind.LATIN
    if category[0] == "P":
        return Kind.MARK
    is_narrow_letter = width == "A" and (category[0] == "L" or category == "Nd")
    return Kind.LATIN if is_narrow_letter else Kind.CHINESE
