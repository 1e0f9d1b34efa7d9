import shutil
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # has no types

from desktop.documents.layout.errors import FontFileError
from desktop.documents.layout.font_files import (
    OfficialFace,
    find_system_fonts,
    font_folder,
    system_font_folders,
)

SAMPLE = font_folder() / "NotoSansMono-Regular.ttf"


def put_font(path: Path, kind_of_embedding: int = 0) -> None:
    with TTFont(SAMPLE) as font:
        font["OS/2"].fsType = kind_of_embedding
        font.save(path)


def test_the_fonts_of_the_source_tree_are_found() -> None:
    assert (font_folder() / "NotoSerifSC-Regular.ttf").is_file()


def test_the_fonts_of_a_frozen_program_are_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "desktop" / "_resources" / "fonts"
    target.mkdir(parents=True)
    (target / "SOURCES.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert font_folder() == target


def test_a_folder_without_fonts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FontFileError):
        font_folder(tmp_path)


def test_official_faces_are_found_by_their_file_names(tmp_path: Path) -> None:
    put_font(tmp_path / "SIMFANG.TTF")
    put_font(tmp_path / "simhei.ttf")
    put_font(tmp_path / "other.ttf")
    found = find_system_fonts((tmp_path, tmp_path / "absent"))
    assert [font.kind for font in found] == [OfficialFace.FANGSONG, OfficialFace.HEITI]
    assert found[0].family == "Noto Sans Mono"


@pytest.mark.parametrize("kind_of_embedding", [0x0002, 0x0100, 0x0200])
def test_a_font_whose_maker_forbids_embedding_is_left_out(
    tmp_path: Path, kind_of_embedding: int
) -> None:
    put_font(tmp_path / "simfang.ttf", kind_of_embedding)
    assert find_system_fonts((tmp_path,)) == ()


@pytest.mark.parametrize("kind_of_embedding", [0x0004, 0x0008])
def test_a_font_that_may_be_embedded_for_print_or_editing_is_used(
    tmp_path: Path, kind_of_embedding: int
) -> None:
    put_font(tmp_path / "simfang.ttf", kind_of_embedding)
    assert len(find_system_fonts((tmp_path,))) == 1


def test_a_damaged_font_is_passed_over_for_the_next(tmp_path: Path) -> None:
    (tmp_path / "simfang_gb2312.ttf").write_bytes(b"damaged")
    put_font(tmp_path / "simfang.ttf")
    (found,) = find_system_fonts((tmp_path,))
    assert found.path.name == "simfang.ttf"


def test_a_font_of_the_first_folder_goes_before_one_of_the_second(tmp_path: Path) -> None:
    for name in ("machine", "person"):
        (tmp_path / name).mkdir()
        shutil.copy(SAMPLE, tmp_path / name / "simkai.ttf")
    (found,) = find_system_fonts((tmp_path / "machine", tmp_path / "person"))
    assert found.path.parent.name == "machine"


@pytest.mark.skipif(sys.platform == "win32", reason="speaks of other systems")
def test_other_systems_have_no_folder_of_official_faces() -> None:
    assert system_font_folders() == ()
