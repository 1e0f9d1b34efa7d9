"""The interface face has Chinese, wherever it comes from."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont, QTextLayout

from desktop.ui import fonts
from desktop.ui.application import MipingApplication
from desktop.ui.fonts import find_families
from desktop.ui.resources import resource_root


def test_no_character_of_the_interface_is_a_box(qapp: MipingApplication) -> None:
    layout = QTextLayout("逐项自评 承诺书〔2026〕14号 71.5", qapp.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert all(index != 0 for run in layout.glyphRuns() for index in run.glyphIndexes())


@pytest.mark.usefixtures("qapp")
def test_families_are_installed_ones() -> None:
    found = find_families(resource_root())
    installed = set(QFontDatabase.families())
    assert found.interface
    assert set(found.interface) | set(found.mono) <= installed


@pytest.mark.usefixtures("qapp")
def test_without_any_chinese_face_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "UI_FAMILIES", ("No Such Face",))
    with pytest.raises(FileNotFoundError):
        find_families(tmp_path)


@pytest.mark.usefixtures("qapp")
def test_the_bundled_face_steps_in(monkeypatch: pytest.MonkeyPatch) -> None:
    if not (resource_root() / "fonts" / fonts.BUNDLED_FILE).is_file():
        pytest.skip("the bundled face is not in this copy")
    monkeypatch.setattr(fonts, "UI_FAMILIES", ("No Such Face",))
    family = find_families(resource_root()).interface[0]
    face = QRawFont.fromFont(fonts.FontFamilies((family,), ()).interface_font())
    assert face.supportsCharacter(ord("秘"))
