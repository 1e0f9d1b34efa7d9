"""What each date rule asks of a proof, in one sentence for people."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rubric.model import DateRule

DATE_RULE_TEXT: Final[Mapping[DateRule, str]] = MappingProxyType(
    {
        DateRule.IN_FORCE: "打包之日现行有效的文件；成文、生效日期不晚于打包之日，有效期未过。",
        DateRule.IN_FORCE_CERTIFIED: "打包之日现行有效，证书在有效期内；培训以近两年内的为宜。",
        DateRule.YEAR: "考核年度1月1日至12月31日之间至少有一份记录。",
        DateRule.FIRST_HALF: "考核年度1月1日至6月30日之间至少有一份记录。",
        DateRule.SECOND_HALF: "考核年度7月1日至12月31日之间至少有一份记录；未到期的不算缺失。",
        DateRule.TWO_YEARS: "正文须写明近两年的起止日期，期间截至签署之日。",
        DateRule.TWO_YEARS_CONVINCING: "以近两年内的材料为宜，更早的可以附上，但说服力较弱。",
        DateRule.PHOTO: "写明拍摄时间和地点，以近12个月内拍摄的为宜。",
        DateRule.ROWS: "台账每一行都要填全，日期落在考核年度内，并能找到对应的记录。",
    }
)
"""One sentence for every rule."""
