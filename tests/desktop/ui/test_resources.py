"""Every icon is shipped, licensed, drawn in the wanted colour, and drawn once."""

import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from desktop.ui.resources import FILLED, Icon, IconStore, resource_root

ICONS = resource_root() / "icons"


def _shipped_names() -> set[str]:
    return {file.name for file in ICONS.glob("*_20_*.svg")}


def test_enum_and_folder_hold_the_same_icons() -> None:
    expected = {f"{icon.value}_20_regular.svg" for icon in Icon}
    expected |= {f"{icon.value}_20_filled.svg" for icon in FILLED}
    assert _shipped_names() == expected


def test_every_file_has_a_source_and_a_licence() -> None:
    sources = tomllib.loads((ICONS / "SOURCES.toml").read_text(encoding="utf-8"))["source"]
    for file in ICONS.glob("*.svg"):
        assert any(file.match(pattern) for source in sources for pattern in source["files"])
    for source in sources:
        assert source["licence"]
        assert (ICONS / source.get("licence_file", "SOURCES.toml")).is_file()


@pytest.mark.parametrize("icon", list(Icon))
@pytest.mark.usefixtures("qapp")
def test_icons_take_the_tint(icon: Icon) -> None:
    ink = QColor("#B23528")
    image = IconStore(resource_root()).pixmap(icon, ink, 20, 2.0).toImage()
    assert image.width() == 40
    solid = [
        image.pixelColor(x, y)
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {colour.name() for colour in solid} == {ink.name()}


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_drawn_once_per_look() -> None:
    store = IconStore(resource_root())
    first = store.pixmap(Icon.LOCK, QColor("#000000"), 20, 1.0)
    assert store.pixmap(Icon.LOCK, QColor("#000000"), 20, 1.0) is first
    assert store.pixmap(Icon.LOCK, QColor("#000000"), 20, 1.0, filled=True) is not first
    assert store.pixmap(Icon.LOCK, QColor("#000000"), 20, 1.5) is not first


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        IconStore(resource_root()).pixmap(Icon.ADD, QColor("#000000"), 20, 1.0, filled=True)


@pytest.mark.usefixtures("qapp")
def test_the_application_icon_is_drawn() -> None:
    image = IconStore(resource_root()).application_icon().pixmap(64, 64).toImage()
    assert image.pixelColor(32, 6).name().upper() == "#B23528"


def test_a_frozen_build_finds_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "desktop" / "_resources"
    (folder / "icons").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_root() == folder
