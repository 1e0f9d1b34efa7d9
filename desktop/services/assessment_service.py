"""Answering criteria and keeping the company's profile."""

from dataclasses import replace

from desktop.domain.applicant import Applicant
from desktop.domain.assessment import ResponseState, Round
from desktop.domain.errors import StateNotSettableError, UnknownCriterionError
from desktop.services.open_project import OpenProject
from rubric.model import Criterion


class AssessmentService:
    """Changes of answers; each one is committed before it returns."""

    def set_state(
        self, project: OpenProject, criterion_id: str, state: ResponseState, note: str | None = None
    ) -> None:
        """State how far a criterion is, optionally with a new note.

        Raises:
            UnknownCriterionError: Not in this edition.
            StateNotSettableError: 未到期 follows from the evaluation year.
        """
        require_criterion(project, criterion_id)
        if state is ResponseState.NOT_DUE:
            raise StateNotSettableError(criterion_id)
        with project.lock:
            response = project.assessment.response(criterion_id)
            changed = replace(
                response,
                state=state,
                note=response.note if note is None else note.strip(),
                changed_at=project.clock.now(),
            )
            project.commit(
                project.assessment.with_response(criterion_id, changed),
                "response.state",
                {"criterion": criterion_id, "from": response.state.value, "to": state.value},
            )

    def set_note(self, project: OpenProject, criterion_id: str, note: str) -> None:
        """Write the 证明说明 of a criterion; nothing happens when it stays the same."""
        require_criterion(project, criterion_id)
        with project.lock:
            response = project.assessment.response(criterion_id)
            if response.note == note.strip():
                return
            changed = replace(response, note=note.strip(), changed_at=project.clock.now())
            project.commit(
                project.assessment.with_response(criterion_id, changed),
                "response.note",
                {"criterion": criterion_id},
            )

    def set_profile(self, project: OpenProject, applicant: Applicant) -> None:
        """Replace the company profile."""
        with project.lock:
            changed = sorted(
                name
                for name, value in applicant
                if value != getattr(project.assessment.applicant, name)
            )
            if changed:
                project.commit(
                    replace(project.assessment, applicant=applicant),
                    "profile.changed",
                    {"fields": ",".join(changed)},
                )

    def enter_round(self, project: OpenProject, new_round: Round) -> None:
        """Move the application to another round."""
        with project.lock:
            old = project.assessment.round
            if old is not new_round:
                project.commit(
                    replace(project.assessment, round=new_round),
                    "round.entered",
                    {"from": old.value, "to": new_round.value},
                )


def require_criterion(project: OpenProject, criterion_id: str) -> Criterion:
    """Find a criterion of the project's edition; raises UnknownCriterionError."""
    if not project.rubric.has_criterion(criterion_id):
        raise UnknownCriterionError(criterion_id)
    return project.rubric.criterion(criterion_id)
