"""What the demonstration project says; company, people and papers are made up."""

from dataclasses import dataclass
from typing import Final

from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish

CREDIT_CODE_BODY: Final = "91500105MA0000000"

COMPANY: Final = {
    "name": "示例精工有限公司",
    "legal_representative": "示例甲",
    "address": "重庆市示例路1号",
    "founded_on": "2015-03-05",
    "contact": "示例乙",
    "phone": "023-00000000",
    "recipient": "示例园区管理委员会",
    "recommender": "示例园区管理委员会",
}

SELF_CHECK: Final = {
    "自查人": "示例丙",
    "参加部门": "研发、生产、销售、人力资源各部门",
}


@dataclass(frozen=True)
class SamplePaper:
    """One made-up company paper and what it is to prove."""

    title: str
    paragraphs: tuple[str, ...]
    wish: LinkWish


def _proof(
    *criteria: str,
    locator: str = "",
    note: str = "",
    level: DisclosureLevel = DisclosureLevel.SUBMITTABLE,
) -> LinkWish:
    return LinkWish(criteria, locator, note, level)


PAPERS: Final = (
    SamplePaper(
        "关于成立商业秘密保护工作领导小组的通知（示例）",
        (
            "示例发〔2026〕1号",
            (
                "为加强商业秘密保护工作，公司决定成立商业秘密保护工作领导小组。组长由总经理示例甲担任，"
                "副组长由分管副总经理示例丁担任，成员为研发部、生产部、销售部、人力资源部负责人。"
            ),
            "领导小组下设办公室（商秘办），设在综合管理部，负责人示例戊，经办人示例乙。",
            "示例精工有限公司　2026年1月6日",
        ),
        _proof(
            "1.1.1",
            "1.1.2",
            "1.2.1",
            "1.2.2",
            "1.2.3",
            locator="第1页",
            note="证明领导小组和商秘办已成立，组长、分管领导、负责人和经办人均已明确。",
        ),
    ),
    SamplePaper(
        "商业秘密保护管理办法（示例）",
        (
            "示例发〔2026〕3号，自2026年2月1日起施行。",
            (
                "第一章　总则。公司依照法律法规，对不为公众所知悉、具有商业价值并经采取保密措施的"
                "技术信息、经营信息实施保护。"
            ),
            "第二章　涉密人员管理。入职签订保密协议，在职每年培训，离岗办理交接并谈话提醒。",
            "第三章　涉密场所与载体管理。涉密区域设标识和门禁，载体借阅、销毁均须审批。",
            "第四章　涉密委托加工管理。委托加工须审批，签订保密协议，图纸交付和回收逐份登记。",
            "第五章　信息网络管理。不得用个人邮箱、网盘、即时通信和生成式人工智能处理涉密信息。",
            "第六章　奖惩。对保护商业秘密有功的给予奖励，对违反本办法的依规处理。",
        ),
        _proof(
            "4.1.1",
            "4.1.2",
            "4.1.3",
            "4.1.4",
            "4.1.5",
            "4.4.1",
            locator="第二章至第六章",
            note="证明制度已正式印发，并写明人员、场所、载体、委托加工、网络和奖惩的规定。",
        ),
    ),
    SamplePaper(
        "2026年度商业秘密保护培训记录（示例）",
        (
            "培训时间：2026年4月16日下午；地点：公司三楼会议室；主讲人：示例己（指导员）。",
            (
                "参加人员：研发部、生产部、销售部共32人，签到表附后。内容：商业秘密的范围、保密义务、"
                "对外交流注意事项。"
            ),
        ),
        _proof("4.2.1", "5.3.1", locator="全文", note="证明年度培训已开展，由指导员主讲。"),
    ),
    SamplePaper(
        "商业秘密保护指导记录（示例，上半年）",
        (
            "指导时间：2026年5月20日；地点：商秘办；指导人员：示例己；企业参加人员：示例戊、示例乙。",
            "指导内容：检查制度执行和载体登记情况，提出整改建议两条，均已完成。",
        ),
        _proof("5.2.1", "5.4.1", locator="第1页", note="证明上半年已接受一次指导。"),
    ),
    SamplePaper(
        "核心秘点清单（示例，内部）",
        ("本页内容仅供演示内部材料不放入申报包。",),
        _proof("6.1.1", level=DisclosureLevel.INTERNAL),
    ),
)

PHOTOS: Final = (("商秘办门牌", _proof("3.1.1", note="2026年10月12日摄于公司三楼商秘办。")),)

STATES: Final = (
    ("1.1.1", "已核对", "通知已印发，文号、日期、公章齐全。"),
    ("1.1.2", "已核对", "组长为总经理。"),
    ("1.2.1", "已核对", "商秘办设在综合管理部。"),
    ("1.2.2", "已核对", "分管领导已写明姓名和职务。"),
    ("1.2.3", "材料齐", "负责人和经办人均已写明。"),
    ("3.1.1", "材料齐", "门牌照片一张。"),
    ("4.1.1", "已核对", "制度已正式印发。"),
    ("4.1.2", "已核对", "见第二章。"),
    ("4.1.3", "已核对", "见第三章。"),
    ("4.1.4", "材料齐", "见第四章。"),
    ("4.1.5", "材料齐", "见第五章。"),
    ("4.2.1", "已核对", "计划与签到齐全。"),
    ("4.4.1", "材料齐", "见第六章。"),
    ("5.2.1", "已核对", "5月20日指导一次。"),
    ("5.3.1", "材料齐", "指导员主讲培训一次。"),
    ("6.2.1", "材料齐", "演示用扫描件，尚未核对。"),
    ("7.1.3", "不申报", "本年度没有此类案件。"),
)
"""Criterion, state and note; everything else stays as it is in a fresh project."""
