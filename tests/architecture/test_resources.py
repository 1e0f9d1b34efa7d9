"""Pictures and fonts: what is named is there, and what is there says where it is from."""

import tomllib
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.ui.resources import FILLED, Icon
from tests.architecture.sources import ROOT, named

ICONS = ROOT / "resources" / "icons"
FONTS = ROOT / "resources" / "fonts"


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_of_the_window_is_shipped(icon: Icon) -> None:
    assert (ICONS / f"{icon.value}_20_regular.svg").is_file()


@pytest.mark.parametrize("icon", sorted(FILLED))
def test_every_filled_icon_of_the_window_is_shipped(icon: Icon) -> None:
    assert (ICONS / f"{icon.value}_20_filled.svg").is_file()


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=named)
def test_every_picture_names_its_origin_and_licence(file: Path) -> None:
    content = tomllib.loads((ICONS / "SOURCES.toml").read_text(encoding="utf-8"))
    entries = [
        entry
        for entry in content["source"]
        if any(fnmatch(file.name, pattern) for pattern in entry["files"])
    ]
    assert entries
    for entry in entries:
        assert entry["licence"]
        assert (ICONS / entry.get("licence_file", "SOURCES.toml")).is_file()


def test_every_font_is_the_one_whose_origin_and_licence_are_named() -> None:
    content = tomllib.loads((FONTS / "SOURCES.toml").read_text(encoding="utf-8"))
    stated = {entry["file"]: entry["sha256"] for entry in content["font"]}
    shipped = {file.name: sha256(file.read_bytes()).hexdigest() for file in FONTS.glob("*.ttf")}
    assert shipped == stated
    for entry in content["font"]:
        assert (FONTS / entry["licence_file"]).is_file()
