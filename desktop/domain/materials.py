"""Which evidence goes into the package, under which number, and what stays out and why."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.assessment import Assessment
from desktop.domain.evidence import DisclosureLevel, EvidenceId, EvidenceItem, EvidenceLink
from rubric.model import Rubric


class Withheld(StrEnum):
    """Why an item stays out; the values are the words in the package."""

    INTERNAL = "内部材料，不放入申报包"
    AWAITING_REDACTION = "须脱敏后提交，原件不放入申报包"


@dataclass(frozen=True)
class Material:
    """One linked evidence item as the package knows it.

    Attributes:
        label: Rubric number and running number, such as "1.1.1-01": the first criterion in the
            order of the annex that the item is linked to, and its place there.
        links: All links of the item in the order of the annex.
        withheld: None when the item goes in.
    """

    label: str
    item: EvidenceItem
    links: tuple[EvidenceLink, ...]
    withheld: Withheld | None

    @property
    def public_title(self) -> str:
        """What the package may call it: the title of an internal item is internal too."""
        if self.withheld is Withheld.INTERNAL:
            return f"内部材料（{self.item.id}）"
        return self.item.title


def materials_of(rubric: Rubric, assessment: Assessment) -> tuple[Material, ...]:
    """Number every linked item once, in the order of the annex.

    Items that nobody has decided on are treated as internal; the pre-check stops the package
    before they could matter.
    """
    found: dict[EvidenceId, Material] = {}
    for criterion in rubric.criteria():
        running = 0
        for link in assessment.links_of(criterion.id):
            if link.evidence_id in found:
                continue
            running += 1
            item = assessment.item(link.evidence_id)
            found[item.id] = Material(
                label=f"{criterion.id}-{running:02d}",
                item=item,
                links=_links_in_order(rubric, assessment, item.id),
                withheld=_withheld(item.level),
            )
    return tuple(found.values())


def _links_in_order(
    rubric: Rubric, assessment: Assessment, evidence_id: EvidenceId
) -> tuple[EvidenceLink, ...]:
    order = {criterion.id: index for index, criterion in enumerate(rubric.criteria())}
    return tuple(
        sorted(assessment.links_to(evidence_id), key=lambda link: order[link.criterion_id])
    )


def _withheld(level: DisclosureLevel) -> Withheld | None:
    match level:
        case DisclosureLevel.SUBMITTABLE:
            return None
        case DisclosureLevel.AFTER_REDACTION:
            return Withheld.AWAITING_REDACTION
        case DisclosureLevel.INTERNAL | DisclosureLevel.UNDECIDED:
            return Withheld.INTERNAL
