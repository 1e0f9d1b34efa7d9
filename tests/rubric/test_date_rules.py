import pytest

from rubric.date_rules import DATE_RULE_TEXT
from rubric.model import DateRule


@pytest.mark.parametrize("rule", list(DateRule))
def test_every_rule_has_one_sentence(rule: DateRule) -> None:
    text = DATE_RULE_TEXT[rule]
    assert text.endswith("。")
    assert text.count("。") == 1
