from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.file_names import clean_file_name, title_of


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("成立通知.pdf", "成立通知.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("..", "未命名"),
        (".", "未命名"),
        ("", "未命名"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("LPT1.pdf", "_LPT1.pdf"),
        ("COMMON.pdf", "COMMON.pdf"),
        ("问：答?.pdf", "问：答_.pdf"),
        ("尾点.pdf. . ", "尾点.pdf"),
        ("合照😀👨‍👩‍👧.jpg", "合照😀👨‍👩‍👧.jpg"),
        ("假\u202efdp.exe", "假fdp.exe"),
        ("换\n行.pdf", "换行.pdf"),
    ],
)
def test_names_become_harmless_and_stay_recognisable(name: str, clean: str) -> None:
    assert clean_file_name(name) == clean


@given(st.text())
def test_any_name_becomes_one_that_every_system_can_carry(name: str) -> None:
    clean = clean_file_name(name)
    assert clean
    assert len(clean.encode("utf-8")) <= 200
    assert PurePosixPath(clean).name == clean
    assert not set(clean) & set('<>:"/\\|?*')
    assert clean_file_name(clean) == clean


def test_a_name_of_255_bytes_keeps_its_ending() -> None:
    clean = clean_file_name("长" * 83 + "x.pdf")
    assert clean.endswith(".pdf")
    assert len(clean.encode("utf-8")) <= 200


def test_the_title_is_the_name_without_its_ending() -> None:
    assert title_of("成立通知.v2.pdf") == "成立通知.v2"
    assert title_of(".pdf") == ".pdf"
