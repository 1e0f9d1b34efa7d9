"""Make the fonts in `resources/fonts` from the fonts they are cut from.

The sources come by ordinary package clients (see README.md beside this file); this script fetches
nothing. It refuses a source whose SHA-256 is not the recorded one, so the same files come out on
every machine, and writes `resources/fonts/SOURCES.toml` beside them.
"""
# ruff: noqa: INP001 - a script that is started by path, not a package

import argparse
import bz2
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.misc.transform import Transform  # type: ignore[import-untyped] # has no types
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped] # has no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped] # has no types
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped] # has no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # has no types

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"

SIGN_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01CD, 0x01DC),  # letters of pinyin
    (0x0370, 0x03FF),  # Greek
    (0x0401, 0x0451),  # Cyrillic, as in GB 2312
    (0x1E3E, 0x1E3F),
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # raised and lowered figures
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218B),  # ℃ № ™ Ⅰ-Ⅻ
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2460, 0x257F),  # circled figures, box drawing
    (0x2580, 0x26FF),  # shapes
    (0x2701, 0x27BE),  # ✓ ❶
    (0x2E80, 0x2FD5),  # radicals, as they come out of copied PDF text
    (0x2FF0, 0x2FFB),
    (0x3000, 0x30FF),  # 〔〕「」, kana
    (0x3105, 0x312D),
    (0x31C0, 0x33FF),  # strokes, ㈠ ㊣ ㎡ ㎥
    (0xFE10, 0xFE4F),
    (0xFF01, 0xFFEF),  # full-width forms
)
LATIN_BLOCKS = ((0x0020, 0x007E), (0x00A0, 0x017F), (0x2010, 0x2027), (0x2030, 0x203A))
GENERAL_STANDARD_COUNT = 8105
ENGLISH = 0x409
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]


@dataclass(frozen=True)
class Recipe:
    """How one committed font is made."""

    target: str
    argument: str
    """Command-line argument that gives the folder or file of the source."""
    member: str
    """Path inside the source folder; empty when the argument is the font itself."""
    package: str
    version: str
    licence_file: str
    source_sha256: str
    family: str = ""
    """New family name, where the licence reserves the old one; else empty."""
    chinese: bool = True


RECIPES = (
    Recipe(
        target="NotoSerifSC-Regular.ttf",
        argument="serif",
        member="400Regular/NotoSerifSC_400Regular.ttf",
        package="npm @expo-google-fonts/noto-serif-sc",
        version="0.4.3",
        licence_file="OFL-NotoSerifSC.txt",
        source_sha256="c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    ),
    Recipe(
        target="NotoSerifSC-Black.ttf",
        argument="serif",
        member="900Black/NotoSerifSC_900Black.ttf",
        package="npm @expo-google-fonts/noto-serif-sc",
        version="0.4.3",
        licence_file="OFL-NotoSerifSC.txt",
        source_sha256="092e71a70c744be3cc33999eb4edcb10fbe95c1b4cff6c2d7f04d6ff15d031e2",
    ),
    Recipe(
        target="NotoSansSC-Medium.ttf",
        argument="sans",
        member="500Medium/NotoSansSC_500Medium.ttf",
        package="npm @expo-google-fonts/noto-sans-sc",
        version="0.4.3",
        licence_file="OFL-NotoSansSC.txt",
        source_sha256="b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
    ),
    Recipe(
        target="MipingKai-Regular.ttf",
        argument="kai",
        member="",
        package="Debian fonts-lxgw-wenkai",
        version="1.250+repack-1",
        licence_file="OFL-LXGWWenKai.txt",
        source_sha256="bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
        family="Miping Kai",
    ),
    Recipe(
        target="NotoSansMono-Regular.ttf",
        argument="mono",
        member="",
        package="Debian fonts-noto-mono",
        version="20201225-1",
        licence_file="OFL-NotoSansMono.txt",
        source_sha256="6b692c4b6d15ccf59f1c1fe8d11cb8a92f51960f3e9f1f523781755a3af7e29f",
        chinese=False,
    ),
)


class SourceError(Exception):
    """A source is not the recorded one."""


def sha256_of(path: Path) -> str:
    """Digest of a file, in lower-case hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def gb2312_characters() -> set[int]:
    """Everything GB 2312 encodes: 6,763 Chinese characters and 682 signs."""
    found: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            text = bytes((row, cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, text))
    return found


def general_standard_characters(mappings: Path) -> set[int]:
    """The 8,105 characters of 通用规范汉字表, from the kTGH field of the Unihan database.

    Args:
        mappings: `Unihan_OtherMappings.txt.bz2`.

    Raises:
        SourceError: The file does not hold exactly 8,105 of them.
    """
    text = bz2.decompress(mappings.read_bytes()).decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    found = {
        int(row[0].removeprefix("U+"), base=16) for row in rows if len(row) > 1 and row[1] == "kTGH"
    }
    if len(found) != GENERAL_STANDARD_COUNT:
        raise SourceError(f"{mappings.name}: {len(found)} characters instead of 8105")
    return found


def in_blocks(blocks: tuple[tuple[int, int], ...]) -> set[int]:
    """Code points of some ranges, both ends included."""
    return {code for first, last in blocks for code in range(first, last + 1)}


def centre_dash(font: TTFont) -> None:
    """Give U+2014 a full em of ink at the height of Chinese characters, so that —— has no gap."""
    name = font.getBestCmap()[0x2014]
    old = font["glyf"][name]
    across = 1000 / (old.xMax - old.xMin)
    up = 380 - (old.yMin + old.yMax) / 2
    pen = TTGlyphPen(None)
    matrix = Transform(across, 0, 0, 1, -old.xMin * across, up)
    font.getGlyphSet()[name].draw(TransformPen(pen, matrix))
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (1000, 0)


def rename(font: TTFont, family: str) -> None:
    """Put another family name into the font, as the licence demands of modified versions."""
    compact = family.replace(" ", "")
    texts = {1: family, 3: f"{compact}-Regular", 4: family, 6: f"{compact}-Regular", 16: family}
    table = font["name"]
    table.names = [record for record in table.names if record.langID == ENGLISH]
    for record in table.names:
        if record.nameID in texts:
            record.string = texts[record.nameID]


def subset_options() -> Options:
    """Outlines, widths and names alone: no hints, no layout tables."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "prep"]
    options.name_IDs = KEPT_NAMES
    options.name_languages = [ENGLISH]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    return options


def cut(source: Path, recipe: Recipe, wanted: set[int]) -> int:
    """Write one subset.

    Returns:
        The number of characters it has.
    """
    font = TTFont(source, recalcTimestamp=False)
    if recipe.chinese:
        centre_dash(font)
    subsetter = Subsetter(subset_options())
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    if recipe.family:
        rename(font, recipe.family)
    font.save(FONTS / recipe.target)
    return len(font.getBestCmap())


def source_of(recipe: Recipe, arguments: dict[str, Any]) -> Path:
    """Where the source of a recipe lies.

    Raises:
        SourceError: Its digest is not the recorded one.
    """
    given = Path(arguments[recipe.argument])
    path = given / recipe.member if recipe.member else given
    found = sha256_of(path)
    if found != recipe.source_sha256:
        raise SourceError(f"{path.name}: SHA-256 {found} is not the recorded one")
    return path


def entry(recipe: Recipe, characters: int) -> str:
    """The lines of SOURCES.toml about one font."""
    target = FONTS / recipe.target
    lines = [
        "[[font]]",
        f'file = "{recipe.target}"',
        f'sha256 = "{sha256_of(target)}"',
        f"bytes = {target.stat().st_size}",
        f"characters = {characters}",
        'licence = "OFL-1.1"',
        f'licence_file = "{recipe.licence_file}"',
        f'source_package = "{recipe.package}"',
        f'source_version = "{recipe.version}"',
        f'source_sha256 = "{recipe.source_sha256}"',
    ]
    if recipe.family:
        lines.append(f'renamed_to = "{recipe.family}"')
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make all the fonts and their list."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("serif", "sans", "kai", "mono", "unihan"):
        parser.add_argument(f"--{name}", required=True)
    arguments = vars(parser.parse_args())
    chinese = gb2312_characters() | in_blocks(SIGN_BLOCKS)
    chinese |= general_standard_characters(Path(arguments["unihan"]))
    parts = ["# Written by installers/fonts/subset_fonts.py.\n"]
    for recipe in RECIPES:
        wanted = chinese if recipe.chinese else in_blocks(LATIN_BLOCKS)
        characters = cut(source_of(recipe, arguments), recipe, wanted)
        parts.append(entry(recipe, characters))
        sys.stdout.write(f"{recipe.target}: {characters}\n")
    (FONTS / "SOURCES.toml").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
