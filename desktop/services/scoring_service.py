"""The score of an open project."""

from desktop.domain.scoring.engine import score
from desktop.domain.scoring.facts import facts_of
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.services.open_project import OpenProject


class ScoringService:
    """自评(预评)得分, always for today's date of the injected clock."""

    def sheet(self, project: OpenProject) -> ScoreSheet:
        """Score the present snapshot."""
        assessment = project.assessment
        facts = facts_of(project.rubric, assessment)
        return score(project.rubric, facts, assessment.year, project.clock.today())
