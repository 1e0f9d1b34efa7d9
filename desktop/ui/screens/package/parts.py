"""The parts of the package in the order of the edition, with what goes into each."""

from collections.abc import Sequence

from desktop.domain.applicant import FIELD_LABELS
from desktop.domain.assessment import Assessment
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.materials import Material, materials_of
from desktop.ui.screens.package.content import PartLine
from rubric.model import Rubric, Section


def part_lines(
    titles: Sequence[tuple[str, str]], rubric: Rubric, assessment: Assessment
) -> tuple[PartLine, ...]:
    """One line for each part; the evidence is told by section too."""
    materials = materials_of(rubric, assessment)
    words = _words(rubric, assessment, materials)
    lines: list[PartLine] = []
    for page_id, title in titles:
        lines.append(PartLine(title, words.get(page_id, "")))
        if page_id == "evidence":
            lines.extend(
                PartLine(
                    f"{section.number}、{section.name}", _count(section, materials), is_section=True
                )
                for section in rubric.sections
            )
    return tuple(lines)


def withheld_words(rubric: Rubric, assessment: Assessment) -> str:
    """One sentence on what stays out, by number."""
    materials = materials_of(rubric, assessment)
    out = [material for material in materials if not _goes_in(material)]
    if not out:
        return "没有须留在包外的材料。"
    return f"{len(out)} 件材料不放入申报包：{'、'.join(item.label for item in out)}。"


def evidence_words(materials: Sequence[Material]) -> str:
    """How many go in, how many stay out, how many nobody has decided on."""
    undecided = sum(item.item.level is DisclosureLevel.UNDECIDED for item in materials)
    inside = sum(_goes_in(item) for item in materials)
    outside = len(materials) - inside - undecided
    words = [f"{inside} 件放入"]
    if outside:
        words.append(f"{outside} 件不放入")
    if undecided:
        words.append(f"{undecided} 件未定级别")
    return "，".join(words)


def _words(rubric: Rubric, assessment: Assessment, materials: Sequence[Material]) -> dict[str, str]:
    criteria = f"{sum(1 for _ in rubric.criteria())} 项"
    inside = [material for material in materials if _goes_in(material)]
    out = [material.label for material in materials if not _goes_in(material)]
    return {
        "cover": f"{assessment.year} 年度，{assessment.round.value}轮",
        "profile": f"{len(FIELD_LABELS)} 栏",
        "score_sheet": criteria,
        "items": criteria,
        "undertakings": _papers(assessment),
        "evidence": evidence_words(materials),
        "withheld": f"{len(out)} 件：{'、'.join(out)}" if out else "无",
        "manifest": f"{len(inside)} 个文件",
        "signature": "完整性签名(防篡改)",
    }


def _papers(assessment: Assessment) -> str:
    count = len(assessment.undertakings)
    return f"{count} 份" if count else "未出具"


def _count(section: Section, materials: Sequence[Material]) -> str:
    ids = {criterion.id for criterion in section.criteria}
    own = [item for item in materials if item.label.rpartition("-")[0] in ids]
    inside = sum(_goes_in(item) for item in own)
    rest = len(own) - inside
    return f"{inside} 件" + (f"（另 {rest} 件不放入）" if rest else "")


def _goes_in(material: Material) -> bool:
    return material.withheld is None
