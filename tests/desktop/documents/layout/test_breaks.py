import pytest

from desktop.documents.layout.breaks import Place, break_places, punctuation_allows
from desktop.documents.layout.characters import kind_of


def marked(text: str) -> str:
    """The text with | where a line may end and ? where it may end reluctantly."""
    places = break_places(text, [kind_of(one) for one in text])
    signs = {Place.NO: "", Place.RELUCTANTLY: "?", Place.YES: "|"}
    return "".join(signs[place] + one for place, one in zip(places, text, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲乙", "甲|乙"),
        ("甲，乙", "甲，|乙"),
        ("甲《乙》丙", "甲|《乙》|丙"),
        ("甲——乙", "甲|——|乙"),
        ("甲……乙", "甲……|乙"),
        ("见ISO 9001标准", "见|ISO |9001|标|准"),
        ('甲"乙"丙', '甲"乙"丙'),
        ("共28 mm宽", "共|28 mm|宽"),
        ("第12条", "第12条"),
        ("按渝市监发〔2026〕14号办", "按|渝?市?监?发〔2026〕14号|办"),
        ("☑符合 ☐不符合", "☑符合 |☐不符合"),
        ("甲\u200b，乙", "甲\u200b，|乙"),
    ],
)
def test_a_line_may_end_only_where_the_rules_allow(text: str, expected: str) -> None:
    assert marked(text) == expected


def test_marks_decide_by_both_neighbours() -> None:
    assert not punctuation_allows("甲", "。")
    assert not punctuation_allows("（", "甲")
    assert not punctuation_allows("—", "—")
    assert punctuation_allows("。", "甲")
