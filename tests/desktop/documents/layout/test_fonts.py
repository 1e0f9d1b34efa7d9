import hashlib
import shutil
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # has no types

from desktop.documents.layout.errors import FontFileError
from desktop.documents.layout.font_files import OfficialFace, SystemFont, font_folder
from desktop.documents.layout.fonts import FontSet, Role

FONTS = font_folder()
SIGNS = "㎡㎥℃№ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ①⑩⑳㈠✓√×÷±≥≤％‰〔〕「」『』【】《》〈〉“”‘’……——～·￥¥→─│┌■●★αΩéü"


def sources() -> list[dict[str, object]]:
    text = (FONTS / "SOURCES.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["font"])


def test_every_committed_font_is_recorded_with_digest_and_licence() -> None:
    recorded = {str(entry["file"]): entry for entry in sources()}
    assert set(recorded) == {path.name for path in FONTS.glob("*.ttf")}
    for name, entry in recorded.items():
        assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == entry["sha256"]
        licence = (FONTS / str(entry["licence_file"])).read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_the_fonts_may_be_embedded_and_carry_outlines_alone(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert font["OS/2"].fsType == 0
        assert "glyf" in font
        assert not {"GSUB", "GPOS", "fpgm", "prep", "cvt "} & set(font.keys())


def test_the_kai_face_does_not_bear_the_reserved_name() -> None:
    with TTFont(FONTS / "MipingKai-Regular.ttf", lazy=True) as font:
        texts = "".join(str(record) for record in font["name"].names if record.nameID != 0)
    assert "LXGW" not in texts
    assert "霞鹜" not in texts


@pytest.mark.parametrize("role", list(Role))
def test_every_role_draws_the_basic_set_and_the_signs_of_forms(faces: FontSet, role: Role) -> None:
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    basic = "".join(row.decode("gb2312", errors="ignore") for row in rows)
    assert len(basic) == 6763
    assert faces.missing_glyphs(basic + SIGNS + "𬭎𫟹䶮𬍛𬘭㛃𬬭𫖯𬴃䲟", role) == ()


def test_missing_characters_are_named_once_and_boxes_are_not_missing(faces: FontSet) -> None:
    assert faces.missing_glyphs("☑合同😀\n\t\u200b🀄😀☐□☒") == ("😀", "🀄")


def test_what_cannot_be_drawn_is_spelled_out_on_request(faces: FontSet) -> None:
    assert faces.printable("合同😀.pdf") == "合同〔U+1F600〕.pdf"


def test_chinese_in_the_face_of_digests_comes_from_the_text_face(faces: FontSet) -> None:
    assert faces.face_for(Role.MONO, "中") == faces.face(Role.BODY)
    assert faces.face_for(Role.MONO, "a") == faces.face(Role.MONO)


def test_quotation_marks_take_a_full_em_in_every_role(faces: FontSet) -> None:
    for role in Role:
        face = faces.face_for(role, "“")
        assert face is not None
        assert face.widths[ord("“")] >= 800


def test_the_dash_fills_its_em_so_that_two_of_them_are_one_rule() -> None:
    for name in ("NotoSerifSC-Regular.ttf", "NotoSansSC-Medium.ttf", "MipingKai-Regular.ttf"):
        with TTFont(FONTS / name) as font:
            glyph = font["glyf"][font.getBestCmap()[0x2014]]
            assert (glyph.xMin, glyph.xMax) == (0, 1000)


def test_an_official_face_of_the_system_is_preferred_and_recorded() -> None:
    system = SystemFont(OfficialFace.FANGSONG, FONTS / "MipingKai-Regular.ttf", "示例仿宋")
    faces = FontSet.load(system=(system,))
    assert faces.face(Role.FANGSONG).family == "示例仿宋"
    record = next(one for one in faces.records() if one.role is Role.FANGSONG)
    assert record.from_system
    assert faces.face(Role.KAITI) == faces.face(Role.KAI)


def test_what_the_system_face_lacks_comes_from_the_committed_ones() -> None:
    system = SystemFont(OfficialFace.FANGSONG, FONTS / "NotoSansMono-Regular.ttf", "示例")
    faces = FontSet.load(system=(system,))
    assert faces.face_for(Role.FANGSONG, "中") == faces.face(Role.BODY)


def test_without_official_faces_the_committed_ones_stand_in(faces: FontSet) -> None:
    assert faces.face(Role.FANGSONG) == faces.face(Role.BODY)
    assert faces.face(Role.XIAOBIAOSONG) == faces.face(Role.TITLE)
    assert not any(record.from_system for record in faces.records())


def test_a_damaged_committed_font_is_named(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "fonts")
    (tmp_path / "fonts" / "NotoSansSC-Medium.ttf").write_bytes(b"no font")
    with pytest.raises(FontFileError) as caught:
        FontSet.load(tmp_path)
    assert caught.value.file_name == "NotoSansSC-Medium.ttf"
