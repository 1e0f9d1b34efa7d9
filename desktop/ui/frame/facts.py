"""What the frame says about the open project, decided without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.prechecks.base import Rank
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.places import PACKAGE, UNDERTAKINGS
from rubric.model import Rubric

OFFLINE = "离线运行，数据仅存本机"
PROVISIONAL = "自评得分为预评，以评审结果为准"


@dataclass(frozen=True)
class FrameFacts:
    """Words of top bar and status bar, and the rail's counters by screen id."""

    company: str
    year: str
    round_position: int
    read_only: bool
    path: str
    edition: str
    counts: Mapping[str, int]


def frame_facts(services: Services, project: OpenProject) -> FrameFacts:
    """Read the present snapshot; cheap, for the GUI thread."""
    assessment, rubric = project.assessment, project.rubric
    errors = sum(f.rank is Rank.ERROR for f in services.prechecks.findings(project))
    criteria = sum(1 for _ in rubric.criteria())
    return FrameFacts(
        company=assessment.applicant.name,
        year=f"{assessment.year} 年度",
        round_position=tuple(type(assessment.round)).index(assessment.round),
        read_only=project.read_only,
        path=str(project.path),
        edition=f"评分标准：{rubric.document_number}附件，{criteria} 项",
        counts={UNDERTAKINGS: _waiting_for_seal(rubric, assessment), PACKAGE: errors},
    )


def _waiting_for_seal(rubric: Rubric, assessment: Assessment) -> int:
    """Papers that were issued for a criterion that has no stamped scan yet."""
    waiting = {
        rubric.undertaking(kind).criterion_id
        for kind in assessment.undertakings
        if any(template.kind is kind for template in rubric.undertakings)
    }
    return sum(
        assessment.response(criterion_id).state is not ResponseState.NOT_CLAIMED
        and not any(link.stamped for link in assessment.links_of(criterion_id))
        for criterion_id in waiting
    )
