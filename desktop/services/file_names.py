"""Names of files that came from anywhere: made harmless, never used as paths."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = frozenset(
    ["CON", "PRN", "AUX", "NUL"]
    + [f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10)]
)
_LONGEST_BYTES: Final = 200
_LONGEST_ENDING_BYTES: Final = 16
_NAMELESS: Final = "未命名"


def clean_file_name(name: str) -> str:
    """Make a name that any system can carry, as close to the given one as possible.

    Folders, control and direction characters, characters and names that Windows reserves,
    trailing dots and spaces go; the result has at most 200 bytes in UTF-8 and keeps its ending.
    """
    last = PureWindowsPath(PurePosixPath(name).name).name
    kept = "".join(
        "_" if char in _FORBIDDEN else char
        for char in unicodedata.normalize("NFC", last)
        if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or char == "\u200d"
    ).strip(" .")
    if not kept:
        return _NAMELESS
    if kept.split(".")[0].strip().upper() in _RESERVED:
        kept = f"_{kept}"
    return _shortened(kept)


def title_of(file_name: str) -> str:
    """What people call a file: its name without its ending."""
    return PurePosixPath(file_name).stem or file_name


def _shortened(name: str) -> str:
    path = PurePosixPath(name)
    ending = path.suffix if len(path.suffix.encode()) <= _LONGEST_ENDING_BYTES else ""
    stem = name[: len(name) - len(ending)] if ending else name
    while len((stem + ending).encode("utf-8")) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(" .") + ending
