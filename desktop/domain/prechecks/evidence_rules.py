"""Rules about evidence: undecided, withheld, orphaned, used twice, without a word of proof."""

from collections.abc import Iterator
from typing import Final

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import Finding, PrecheckContext, Rank

LARGEST_IN_PACKAGE: Final = 200 * 1024**2
"""Bytes of one item."""

_CLAIMED = (ResponseState.READY, ResponseState.VERIFIED)


def undecided_level(context: PrecheckContext) -> Iterator[Finding]:
    """A linked file without a disclosure level stops the package: nobody has decided on it."""
    for item in context.assessment.linked_evidence():
        if item.level is DisclosureLevel.UNDECIDED:
            yield Finding(
                "evidence.undecided",
                Rank.ERROR,
                item.id,
                f"{item.id}《{item.title}》的提交级别未定。",
                "选定可提交、脱敏后提交或内部后再生成申报包。",
            )


def too_large(context: PrecheckContext) -> Iterator[Finding]:
    """A package is made in memory and sent by mail or stick; a giant file has no place in it."""
    for item in context.assessment.linked_evidence():
        if item.level is DisclosureLevel.SUBMITTABLE and item.size > LARGEST_IN_PACKAGE:
            yield Finding(
                "evidence.too_large",
                Rank.ERROR,
                item.id,
                f"{item.id}《{item.title}》超过 {LARGEST_IN_PACKAGE // 1024**2} MB，"
                "不能放入申报包。",
                "换成较小的副本（如截图、节选或压缩后的视频），原件改为内部并另行递交。",
            )


def claimed_without_evidence(context: PrecheckContext) -> Iterator[Finding]:
    """A criterion that counts points without any item has nothing to show; paper may exist."""
    for criterion_id, score in context.sheet.criteria.items():
        if score.state in _CLAIMED and not context.assessment.links_of(criterion_id):
            yield Finding(
                "evidence.missing",
                Rank.WARNING,
                criterion_id,
                f"条目 {criterion_id} 标为{score.state.value}，但没有关联证据。",
                "关联证据，或把状态改回准备中。",
            )


def claimed_on_withheld(context: PrecheckContext) -> Iterator[Finding]:
    """Points that rest only on files which the package leaves out will be questioned."""
    for criterion_id, score in context.sheet.criteria.items():
        links = context.assessment.links_of(criterion_id)
        if score.state not in _CLAIMED or not links:
            continue
        levels = {context.assessment.item(link.evidence_id).level for link in links}
        if levels <= {DisclosureLevel.INTERNAL, DisclosureLevel.AFTER_REDACTION}:
            yield Finding(
                "evidence.all_withheld",
                Rank.WARNING,
                criterion_id,
                f"条目 {criterion_id} 的证据都不放入申报包，得分在包内看不到依据。",
                "另附可提交的脱敏副本，或在现场核验时出示原件。",
            )


def awaiting_redaction(context: PrecheckContext) -> Iterator[Finding]:
    """An item to be redacted first stays out until a redacted copy is attached."""
    for item in context.assessment.linked_evidence():
        if item.level is DisclosureLevel.AFTER_REDACTION:
            yield Finding(
                "evidence.awaiting_redaction",
                Rank.WARNING,
                item.id,
                f"{item.id}《{item.title}》须脱敏后提交，原件不放入申报包。",
                "把脱敏后的副本作为新证据添加，级别选可提交。",
            )


def orphan(context: PrecheckContext) -> Iterator[Finding]:
    """An item without a link proves nothing and stays out of the package."""
    for key, item in sorted(context.assessment.evidence.items()):
        if not context.assessment.links_to(key):
            yield Finding(
                "evidence.orphan",
                Rank.WARNING,
                item.id,
                f"{item.id}《{item.title}》没有关联任何条目，不会放入申报包。",
                "关联到条目，或确认不需要。",
            )


def reused_bonus(context: PrecheckContext) -> Iterator[Finding]:
    """One item for two different achievements inside the bonus section invites a refusal."""
    bonus = {
        criterion.id
        for section in context.rubric.sections
        if section.bonus
        for criterion in section.criteria
    }
    for key, item in sorted(context.assessment.evidence.items()):
        used = [
            link.criterion_id
            for link in context.assessment.links_to(key)
            if link.criterion_id in bonus
        ]
        if len(used) > 1:
            yield Finding(
                "evidence.reused_bonus",
                Rank.WARNING,
                item.id,
                f"{item.id}《{item.title}》同时用于加分项 {'、'.join(used)}。",
                "加分项之间宜用不同材料。",
            )


def without_note(context: PrecheckContext) -> Iterator[Finding]:
    """A reviewer looks for one sentence on what the material proves."""
    for criterion_id, score in context.sheet.criteria.items():
        links = context.assessment.links_of(criterion_id)
        spoken = context.assessment.response(criterion_id).note or any(link.note for link in links)
        if score.state in _CLAIMED and links and not spoken:
            yield Finding(
                "evidence.no_note",
                Rank.HINT,
                criterion_id,
                f"条目 {criterion_id} 没有证明说明。",
                "用一两句话写清材料证明了什么。",
            )
