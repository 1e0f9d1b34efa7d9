"""The faces of the printed pages and which of them draws a character.

reportlab keeps its registered fonts for the whole process; a face is registered there under a name
made from its content, so that loading a set again changes nothing.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from desktop.documents.layout.characters import (
    BOXES,
    FULL_WIDTH_QUOTES,
    is_ignorable,
    is_line_end,
)
from desktop.documents.layout.embedded_font import EmbeddedFont
from desktop.documents.layout.errors import FontFileError
from desktop.documents.layout.font_files import OfficialFace, SystemFont, font_folder

_WIDE = 800
"""Thousandths of an em from which on a quotation mark counts as a Chinese one."""


class Role(StrEnum):
    """What a face is for. The last four are those of official papers."""

    BODY = "body_serif"
    TITLE = "title"
    SANS = "sans"
    KAI = "kai"
    MONO = "mono"
    FANGSONG = "fangsong"
    XIAOBIAOSONG = "xiaobiaosong"
    HEITI = "heiti"
    KAITI = "kaiti"


@dataclass(frozen=True)
class Face:
    """One font that can be embedded."""

    name: str
    """Name under which reportlab knows it."""
    family: str
    from_system: bool
    """Whether it belongs to the machine instead of the program."""
    sha256: str
    widths: Mapping[int, float] = field(repr=False, compare=False)
    """Advance of each code point it has, in thousandths of an em."""

    def has(self, character: str) -> bool:
        """Whether it has a glyph for one character."""
        return ord(character) in self.widths


@dataclass(frozen=True)
class FaceRecord:
    """Which face stood for which role, to be told in the package."""

    role: Role
    family: str
    from_system: bool
    sha256: str


_COMMITTED: Mapping[Role, str] = {
    Role.BODY: "NotoSerifSC-Regular.ttf",
    Role.TITLE: "NotoSerifSC-Black.ttf",
    Role.SANS: "NotoSansSC-Medium.ttf",
    Role.KAI: "MipingKai-Regular.ttf",
    Role.MONO: "NotoSansMono-Regular.ttf",
}
_OFFICIAL: Mapping[Role, tuple[OfficialFace, Role]] = {
    Role.FANGSONG: (OfficialFace.FANGSONG, Role.BODY),
    Role.XIAOBIAOSONG: (OfficialFace.XIAOBIAOSONG, Role.TITLE),
    Role.HEITI: (OfficialFace.HEITI, Role.SANS),
    Role.KAITI: (OfficialFace.KAITI, Role.KAI),
}


class FontSet:
    """All faces, and for each role the order in which they are asked for a character.

    Example:
        faces = FontSet.load()
        faces.missing_glyphs("示例公司😀")   # ("😀",)
    """

    def __init__(self, chains: Mapping[Role, tuple[Face, ...]]) -> None:
        self._chains = chains
        self._known: dict[Role, dict[str, Face | None]] = {role: {} for role in chains}

    @classmethod
    def load(
        cls, resources_dir: Path | None = None, system: Iterable[SystemFont] = ()
    ) -> "FontSet":
        """Register the committed faces and, for the official roles, those of the system.

        Args:
            resources_dir: Folder that holds `fonts/`; found by itself when not given.
            system: From `font_files.find_system_fonts`; empty gives the same pages everywhere.

        Raises:
            FontFileError: A committed font is missing or damaged.
        """
        folder = font_folder(resources_dir)
        committed = {role: _committed(folder / name) for role, name in _COMMITTED.items()}
        by_kind = {font.kind: _of_system(font) for font in system}
        rest = (committed[Role.BODY], committed[Role.SANS])
        chains: dict[Role, tuple[Face, ...]] = {
            role: (face, *rest) for role, face in committed.items()
        }
        for role, (kind, stand_in) in _OFFICIAL.items():
            first = by_kind.get(kind)
            chains[role] = ((first,) if first else ()) + chains[stand_in]
        return cls({role: tuple(dict.fromkeys(chain)) for role, chain in chains.items()})

    def face(self, role: Role) -> Face:
        """The face that is asked first."""
        return self._chains[role][0]

    def face_for(self, role: Role, character: str) -> Face | None:
        """The face that draws a character, or None when none at hand has it."""
        known = self._known[role]
        if character not in known:
            known[character] = self._choose(role, character)
        return known[character]

    def missing_glyphs(self, text: str, role: Role = Role.BODY) -> tuple[str, ...]:
        """Characters of a text that no face draws, each once, in order of appearance.

        Check boxes are drawn as shapes, line ends and invisible marks need no glyph: none of
        these is missing.
        """
        return tuple(
            character
            for character in dict.fromkeys(text)
            if not _needs_no_glyph(character) and self.face_for(role, character) is None
        )

    def printable(self, text: str, role: Role = Role.BODY) -> str:
        """Spell out what no face draws, as 〔U+1F600〕: nothing is lost, nothing is left blank."""
        missing = self.missing_glyphs(text, role)
        return text.translate({ord(one): f"〔U+{ord(one):04X}〕" for one in missing})

    def records(self) -> tuple[FaceRecord, ...]:
        """Which face stands for which role on this machine."""
        return tuple(
            FaceRecord(role, chain[0].family, chain[0].from_system, chain[0].sha256)
            for role, chain in self._chains.items()
        )

    def _choose(self, role: Role, character: str) -> Face | None:
        having = [face for face in self._chains[role] if face.has(character)]
        if character in FULL_WIDTH_QUOTES:
            wide = (face for face in having if face.widths[ord(character)] >= _WIDE)
            return next(wide, having[0] if having else None)
        return having[0] if having else None


def _needs_no_glyph(character: str) -> bool:
    return (
        character in BOXES or character == "\t" or is_ignorable(character) or is_line_end(character)
    )


def _committed(path: Path) -> Face:
    try:
        return _register(path, family=path.stem, from_system=False)
    except (OSError, TTFError) as problem:
        raise FontFileError(file_name=path.name) from problem


def _of_system(font: SystemFont) -> Face | None:
    try:
        return _register(font.path, family=font.family, from_system=True)
    except (OSError, TTFError):
        return None  # reportlab cannot use this one: the committed set stands in and is recorded


def _register(path: Path, *, family: str, from_system: bool) -> Face:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = f"{path.stem}-{digest[:8]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(EmbeddedFont(name, str(path)))
    font = pdfmetrics.getFont(name)
    if not isinstance(font, EmbeddedFont):
        raise FontFileError(file_name=path.name)
    return Face(name, family, from_system, digest, font.face.charWidths)
