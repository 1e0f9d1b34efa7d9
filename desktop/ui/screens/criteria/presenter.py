"""Decides what 逐项自评 shows and where it leads, without Qt."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import EvidenceItem, EvidenceLink
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.screens.criteria.card_content import CardContent, card_content
from desktop.ui.screens.criteria.outline import Outline, outline_of


class CriteriaPresenter:
    """Holds which criterion is shown; reads the present snapshot each time it is asked."""

    def __init__(self, services: Services, project: OpenProject) -> None:
        self._services = services
        self._project = project
        self._ids = tuple(criterion.id for criterion in project.rubric.criteria())
        self.outline = self._read_outline()
        self.current = self._first_unfinished()

    @property
    def position(self) -> str:
        """第 19 / 39 项."""
        return f"第 {self._ids.index(self.current) + 1} / {len(self._ids)} 项"

    @property
    def title(self) -> str:
        """4.1.4  涵盖涉密委托加工."""
        short = self._project.rubric.criterion(self.current).guidance.short
        return f"{self.current}  {short}"

    @property
    def previous(self) -> str | None:
        """The criterion before the current one."""
        return self._beside(-1)

    @property
    def next(self) -> str | None:
        """The criterion after the current one."""
        return self._beside(1)

    @property
    def next_unfinished(self) -> str | None:
        """The nearest criterion after the current one, round the end, that asks for work."""
        place = self._ids.index(self.current)
        order = (*self._ids[place + 1 :], *self._ids[:place])
        rows = {row.id: row for row in self.outline.criteria}
        return next((name for name in order if rows[name].is_unfinished), None)

    def refresh(self) -> None:
        """Read the snapshot again."""
        self.outline = self._read_outline()

    def show(self, criterion_id: str) -> bool:
        """Make a criterion the current one; False for an id that is not in this edition."""
        if criterion_id not in self._ids:
            return False
        self.current = criterion_id
        return True

    def card(self) -> CardContent:
        """What the card of the current criterion says."""
        project = self._project
        return card_content(
            project.rubric,
            project.assessment,
            self._services.scoring.sheet(project),
            self._services.prechecks.findings(project),
            self.current,
        )

    def unlinked(self) -> tuple[EvidenceItem, ...]:
        """Evidence that does not serve the current criterion yet, by number."""
        assessment = self._project.assessment
        linked = {link.evidence_id for link in assessment.links_of(self.current)}
        return tuple(item for key, item in sorted(assessment.evidence.items()) if key not in linked)

    def used_elsewhere(self, evidence_id: str) -> tuple[str, ...]:
        """The other criteria that an item serves, in the order of the annex."""
        item = self._project.assessment.item(evidence_id)
        used = {link.criterion_id for link in self._project.assessment.links_to(item.id)}
        return tuple(name for name in self._ids if name in used and name != self.current)

    def state_write(
        self, criterion_id: str, state: ResponseState, note: str | None = None
    ) -> Callable[[OpenProject], None]:
        """The change that states how far a criterion is."""
        service = self._services.assessments
        return lambda project: service.set_state(project, criterion_id, state, note)

    def note_write(self, criterion_id: str, note: str) -> Callable[[OpenProject], None]:
        """The change that keeps a 证明说明."""
        service = self._services.assessments
        return lambda project: service.set_note(project, criterion_id, note)

    def link_write(
        self,
        evidence_id: str,
        criterion_id: str,
        change: Callable[[EvidenceLink], EvidenceLink],
    ) -> Callable[[OpenProject], None]:
        """The change of one link, applied to what stands when its turn comes.

        A link that was taken away meanwhile stays away.
        """
        service = self._services.evidence

        def write(project: OpenProject) -> None:
            with project.lock:
                item = project.assessment.item(evidence_id)
                links = project.assessment.links_of(criterion_id)
                old = next((link for link in links if link.evidence_id == item.id), None)
                if old is not None and change(old) != old:
                    service.link(project, item.id, criterion_id, change(old))

        return write

    def new_link_write(self, evidence_id: str, criterion_id: str) -> Callable[[OpenProject], None]:
        """The change that links an item of the library, and begins an untouched criterion."""
        evidence, assessments = self._services.evidence, self._services.assessments

        def write(project: OpenProject) -> None:
            with project.lock:
                item = project.assessment.item(evidence_id)
                linked = {link.evidence_id for link in project.assessment.links_of(criterion_id)}
                if item.id in linked:
                    return
                evidence.link(project, item.id, criterion_id, EvidenceLink(item.id, criterion_id))
                response = project.assessment.response(criterion_id)
                if response.state is ResponseState.NOT_STARTED:
                    assessments.set_state(project, criterion_id, ResponseState.PREPARING)

        return write

    def unlink_write(self, evidence_id: str, criterion_id: str) -> Callable[[OpenProject], None]:
        """The change that takes a link away; the file stays."""
        service = self._services.evidence

        def write(project: OpenProject) -> None:
            with project.lock:
                linked = {link.evidence_id for link in project.assessment.links_of(criterion_id)}
                if evidence_id in linked:
                    service.unlink(project, evidence_id, criterion_id)

        return write

    def _beside(self, step: int) -> str | None:
        place = self._ids.index(self.current) + step
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def _first_unfinished(self) -> str:
        rows = self.outline.criteria
        return next((row.id for row in rows if row.is_unfinished), self._ids[0])

    def _read_outline(self) -> Outline:
        project = self._project
        return outline_of(
            project.rubric,
            project.assessment,
            self._services.scoring.sheet(project),
            self._services.prechecks.findings(project),
        )


def with_locator(locator: str) -> Callable[[EvidenceLink], EvidenceLink]:
    """Say where in the item the proof stands."""
    return lambda link: replace(link, locator=locator.strip())


def with_note(note: str) -> Callable[[EvidenceLink], EvidenceLink]:
    """Say what the item proves."""
    return lambda link: replace(link, note=note.strip())


def with_stamp(*, stamped: bool) -> Callable[[EvidenceLink], EvidenceLink]:
    """Say whether the item is the scan of stamped paper."""
    return lambda link: replace(link, stamped=stamped)
