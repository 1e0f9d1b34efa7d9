from datetime import date

import pytest

from desktop.documents.layout.display_text import chinese_date, full_width_marks


def test_a_date_has_no_leading_zeros() -> None:
    assert chinese_date(date(2026, 3, 5)) == "2026年3月5日"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("企业(单位)应当:制定制度;并落实.", "企业（单位）应当：制定制度；并落实。"),
        ("甲,乙;丙", "甲，乙；丙"),
        ("得分82.5,共3.0分", "得分82.5,共3.0分"),
        ("见ISO(27001)", "见ISO(27001)"),
        ("时间10:30", "时间10:30"),
        ("制度(含(附件)清单)", "制度（含（附件）清单）"),
        ("a,b", "a,b"),
    ],
)
def test_marks_between_chinese_characters_are_shown_full_width(stored: str, shown: str) -> None:
    assert full_width_marks(stored) == shown
