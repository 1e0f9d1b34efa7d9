"""The unified social credit code (统一社会信用代码) and its check digit.

Source: GB 32100-2015, sections 4 and 5: 18 characters of a 31-character alphabet; the last one is
31 - (sum of value × 3**position mod 31), modulo 31.
"""

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
_WEIGHTS = tuple(pow(3, position, 31) for position in range(LENGTH - 1))


def check_digit(body: str) -> str:
    """The check character for the first 17 characters.

    Raises:
        ValueError: `body` has another length or a character outside the alphabet.
    """
    if len(body) != LENGTH - 1:
        raise ValueError("length")
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(body, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def fault_of(code: str) -> str | None:
    """Name what is wrong with a code: length, character, check_digit, or None when it is right."""
    if len(code) != LENGTH:
        return "length"
    if any(char not in ALPHABET for char in code):
        return "character"
    return None if check_digit(code[:-1]) == code[-1] else "check_digit"
