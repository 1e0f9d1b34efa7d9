"""How points, dates, sizes and fingerprints are spelled on screen."""

import re
from datetime import date, datetime

from rubric.points import TENTHS_PER_POINT, Tenths, fixed_points

_GROUP = 4
_STEP = 1024
_UNITS = ("KB", "MB", "GB", "TB")

_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f\U00020000-\U0003ffff“”"
_BESIDE_CHINESE = re.compile(rf"(?<=[{_CHINESE}])[,;:?!()]|[,;:?!()](?=[{_CHINESE}])")


def points_text(points: Tenths) -> str:
    """Points won, always with one decimal: "5.0"."""
    return fixed_points(points)


def full_marks_text(points: Tenths) -> str:
    """Full marks without a decimal where they are whole: "15", "2.5"."""
    whole, rest = divmod(points, TENTHS_PER_POINT)
    return fixed_points(points) if rest else str(whole)


def date_text(day: date) -> str:
    """2026-03-05."""
    return day.isoformat()


def moment_text(moment: datetime) -> str:
    """An aware moment on this computer's clock: "2026-03-05 14:32"."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def size_text(size: int) -> str:
    """A file size in powers of 1024, rounded half up: "0 B", "148 KB", "38.6 MB"."""
    if size < _STEP:
        return f"{size} B"
    unit, scale = _UNITS[0], _STEP
    for bigger in _UNITS[1:]:
        if size < scale * _STEP:
            break
        unit, scale = bigger, scale * _STEP
    tenths = (size * 10 + scale // 2) // scale
    if unit == _UNITS[0] or tenths >= 100 * 10:
        return f"{(tenths + 5) // 10} {unit}"
    return f"{tenths // 10}.{tenths % 10} {unit}"


def hash_text(digest: str) -> str:
    """A hexadecimal digest in groups of four: "4b7d 02e9 …"."""
    return " ".join(digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP))


def official_text(text: str) -> str:
    """Show the annex's half-width punctuation full-width where it touches Chinese.

    For the screen only; the official text itself keeps what was published.
    """
    changed = _BESIDE_CHINESE.sub(lambda match: _FULL_WIDTH[match[0]], text)
    return changed if changed == text else official_text(changed)
