"""Where font files lie: the committed ones, and the official faces of the system where it has them.

Nothing here draws. System fonts are used by reference in the PDF alone; none is ever copied.
"""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped] # has no types

from desktop.documents.layout.errors import FontFileError

_RESTRICTED = 0x0002
_NO_SUBSETTING = 0x0100
_BITMAPS_ONLY = 0x0200


class OfficialFace(StrEnum):
    """The faces that official papers ask for."""

    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    XIAOBIAOSONG = "小标宋"


_FILE_NAMES: dict[OfficialFace, tuple[str, ...]] = {
    OfficialFace.FANGSONG: (
        "simfang_gb2312.ttf",
        "仿宋_gb2312.ttf",
        "fangsong_gb2312.ttf",
        "simfang.ttf",
        "stfangso.ttf",
    ),
    OfficialFace.KAITI: (
        "simkai_gb2312.ttf",
        "楷体_gb2312.ttf",
        "kaiti_gb2312.ttf",
        "simkai.ttf",
        "stkaiti.ttf",
    ),
    OfficialFace.HEITI: ("simhei.ttf",),
    OfficialFace.XIAOBIAOSONG: (
        "fzxbsjw.ttf",
        "fzxbsk.ttf",
        "fzxbsjw--gb1-0.ttf",
        "方正小标宋简体.ttf",
        "方正小标宋_gbk.ttf",
    ),
}


@dataclass(frozen=True)
class SystemFont:
    """An official face found on this machine whose maker permits embedding."""

    kind: OfficialFace
    path: Path
    family: str
    """Family name as the font itself gives it."""


def font_folder(resources_dir: Path | None = None) -> Path:
    """Find the committed fonts, in the source tree, in an installed package or in a frozen one.

    Args:
        resources_dir: The folder that holds `fonts/`, where the caller knows it.

    Raises:
        FontFileError: No candidate has them.
    """
    here = Path(__file__).resolve()
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [resources_dir] if resources_dir else []
    if not candidates and frozen:
        candidates += [Path(frozen) / "desktop" / "_resources", Path(frozen) / "resources"]
    if not candidates:
        candidates = [here.parents[2] / "_resources", here.parents[3] / "resources"]
    for candidate in candidates:
        if (candidate / "fonts" / "SOURCES.toml").is_file():
            return candidate / "fonts"
    raise FontFileError(file_name="SOURCES.toml")


def system_font_folders() -> tuple[Path, ...]:
    """Where Windows keeps fonts: the machine's and this person's. Empty elsewhere."""
    windows = os.environ.get("WINDIR")
    if os.name != "nt" or not windows:
        return ()
    folders = [Path(windows) / "Fonts"]
    local = os.environ.get("LOCALAPPDATA")
    if local:
        folders.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
    return tuple(folders)


def find_system_fonts(folders: tuple[Path, ...]) -> tuple[SystemFont, ...]:
    """Look for 仿宋, 楷体, 黑体 and 小标宋, at most one of each.

    A font is left out when it is no TrueType outline font, or when its `OS/2.fsType` forbids
    embedding or subsetting.

    Args:
        folders: Searched in this order; see `system_font_folders`.
    """
    present = {
        path.name.casefold(): path for folder in reversed(folders) for path in _fonts(folder)
    }
    found = []
    for kind, names in _FILE_NAMES.items():
        candidates = (present[name] for name in names if name in present)
        usable = (_permitted(kind, path) for path in candidates)
        first = next((font for font in usable if font is not None), None)
        if first is not None:
            found.append(first)
    return tuple(found)


def _fonts(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.casefold() == ".ttf")


def _permitted(kind: OfficialFace, path: Path) -> SystemFont | None:
    try:
        with path.open("rb") as stream, TTFont(stream, lazy=True) as font:
            kind_of_embedding = int(font["OS/2"].fsType)
            outlines = "glyf" in font
            family = str(font["name"].getBestFamilyName() or path.stem)
    except (TTLibError, OSError, KeyError):
        return None  # a damaged font of the machine stops nothing: the committed set stands in
    forbidden = kind_of_embedding & (_RESTRICTED | _NO_SUBSETTING | _BITMAPS_ONLY)
    return SystemFont(kind, path, family) if outlines and not forbidden else None
