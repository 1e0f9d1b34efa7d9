"""The pre-check of an open project."""

from desktop.domain.prechecks.base import Finding, PrecheckContext
from desktop.domain.prechecks.registry import run_prechecks
from desktop.services.open_project import OpenProject
from desktop.services.scoring_service import ScoringService


class PrecheckService:
    """Findings before a package is built."""

    def __init__(self, scoring: ScoringService) -> None:
        self._scoring = scoring

    def findings(self, project: OpenProject) -> tuple[Finding, ...]:
        """Errors first, then warnings, then hints."""
        return run_prechecks(
            PrecheckContext(
                rubric=project.rubric,
                assessment=project.assessment,
                sheet=self._scoring.sheet(project),
                today=project.clock.today(),
            )
        )
