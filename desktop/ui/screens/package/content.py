"""What 申报包 shows, worded and counted without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.assessment import Assessment, Round
from desktop.domain.materials import Withheld, materials_of
from desktop.domain.prechecks.base import Finding, Rank
from desktop.services.package_service import BuiltPackage
from desktop.ui.formats import hash_text, points_text, size_text
from rubric.model import Rubric


@dataclass(frozen=True)
class PackageContent:
    """The page for one snapshot.

    Attributes:
        findings: Errors first.
        blocked: Why nothing can be built; empty when it can.
        parts: Title and remark of every part.
        withheld: Number and reason of every material that stays out.
        next_round: Where 进入下一轮 leads; None in the last one.
    """

    findings: tuple[Finding, ...]
    counts: Mapping[Rank, int]
    blocked: str
    parts: tuple[tuple[str, str], ...]
    withheld: tuple[str, ...]
    round: Round
    next_round: Round | None


def content_of(
    rubric: Rubric,
    assessment: Assessment,
    findings: tuple[Finding, ...],
    titles: tuple[tuple[str, str], ...],
) -> PackageContent:
    """Word the page."""
    counts = {rank: sum(item.rank is rank for item in findings) for rank in Rank}
    errors = counts[Rank.ERROR]
    materials = materials_of(rubric, assessment)
    inside = sum(material.withheld is None for material in materials)
    remarks = {
        "evidence": f"放入 {inside} 件",
        "withheld": f"{len(materials) - inside} 件",
        "items": f"{sum(1 for _ in rubric.criteria())} 项",
    }
    rounds = tuple(Round)
    position = rounds.index(assessment.round)
    return PackageContent(
        findings=findings,
        counts=counts,
        blocked=f"先处理 {errors} 项错误" if errors else "",
        parts=tuple((title, remarks.get(page_id, "")) for page_id, title in titles),
        withheld=tuple(
            f"{material.label}：{material.withheld.value}"
            for material in materials
            if isinstance(material.withheld, Withheld)
        ),
        round=assessment.round,
        next_round=rounds[position + 1] if position + 1 < len(rounds) else None,
    )


def result_lines(built: BuiltPackage) -> tuple[str, ...]:
    """What is worth knowing of a finished package, one sentence each."""
    lines = [
        f"{built.pages} 页，{size_text(built.size)}，放入证明材料 {built.evidence_count} 件。",
        (
            f"自评得分（预评）：已核对 {points_text(built.conservative)}，"
            f"预期 {points_text(built.expected)}，以评审结果为准。"
        ),
        "已按写出的文件独立验证：签名完整，得分复算一致。",
        f"文件 SHA-256：{hash_text(built.sha256)}",
        f"证书指纹：{hash_text(built.fingerprint_sha256)}",
    ]
    lines.extend(f"未放入 {label}：{reason}。" for label, reason in built.withheld)
    lines.extend(f"{note}。" for note in built.notes)
    return tuple(lines)
