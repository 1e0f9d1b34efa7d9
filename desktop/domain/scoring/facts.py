"""What scoring needs to know of an assessment, and nothing more.

The package carries these facts, so that anybody can compute its score again without the project.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.assessment import Assessment, ResponseState
from rubric.model import Criterion, Rubric


@dataclass(frozen=True)
class CriterionFacts:
    """What was stated for one criterion and what stands behind it.

    Attributes:
        stated: As the user stated it, before the evaluation year is looked at.
        evidence_count: Linked evidence items of any disclosure level.
        stamped_scans: Linked scans of stamped paper; only these carry a two-year criterion.
        note: The reason in the user's words, for 不申报.
    """

    stated: ResponseState
    evidence_count: int
    stamped_scans: int
    note: str = ""


def facts_of(rubric: Rubric, assessment: Assessment) -> Mapping[str, CriterionFacts]:
    """Gather the facts of every criterion, in the order of the annex."""
    return {
        criterion.id: _criterion_facts(criterion, assessment) for criterion in rubric.criteria()
    }


def _criterion_facts(criterion: Criterion, assessment: Assessment) -> CriterionFacts:
    response = assessment.response(criterion.id)
    links = assessment.links_of(criterion.id)
    own_prints = {
        digest for draft in assessment.undertakings.values() for digest in draft.printed_sha256
    }
    stamped = sum(
        link.stamped and assessment.item(link.evidence_id).sha256 not in own_prints
        for link in links
    )
    return CriterionFacts(response.state, len(links), stamped, response.note)
