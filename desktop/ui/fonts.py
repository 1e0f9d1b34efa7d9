"""Which type families the window uses, and the bundled face for systems without Chinese."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

UI_FAMILIES = ("Microsoft YaHei UI", "微软雅黑", "Microsoft YaHei", "Noto Sans CJK SC")
"""Faces with Chinese for buttons and body, best first."""

MONO_FAMILIES = ("Cascadia Mono", "Consolas", "Noto Sans Mono CJK SC")
"""Faces for fingerprints and hashes, best first."""

BUNDLED_FILE = "NotoSansSC-Medium.ttf"
BUNDLED_MONO_FILE = "NotoSansMono-Regular.ttf"


@dataclass(frozen=True)
class FontFamilies:
    """Families that are really there, best first; never empty after `find_families`."""

    interface: tuple[str, ...]
    mono: tuple[str, ...]

    def interface_font(self) -> QFont:
        font = QFont(list(self.interface))
        font.setStyleHint(QFont.StyleHint.SansSerif)
        return font

    def mono_font(self) -> QFont:
        font = QFont([*self.mono, *self.interface])
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font


def find_families(resources: Path) -> FontFamilies:
    """Pick installed families; load the bundled face only where the system has no Chinese one.

    Needs a running QGuiApplication.

    Raises:
        FileNotFoundError: Neither the system nor the installation has a face: every word of the
            window would be boxes.
    """
    installed = set(QFontDatabase.families())
    interface = tuple(name for name in UI_FAMILIES if name in installed)
    if not interface:
        interface = _load_bundled(resources / "fonts" / BUNDLED_FILE)
    mono = tuple(name for name in MONO_FAMILIES if name in installed)
    if not mono:
        mono = _load_bundled(resources / "fonts" / BUNDLED_MONO_FILE)
    return FontFamilies(interface, mono)


def _load_bundled(file: Path) -> tuple[str, ...]:
    number = QFontDatabase.addApplicationFont(str(file)) if file.is_file() else -1
    if number < 0:
        raise FileNotFoundError(file.name)
    return tuple(QFontDatabase.applicationFontFamilies(number))
