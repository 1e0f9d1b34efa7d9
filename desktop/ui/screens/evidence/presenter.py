"""Decides what 证据库 shows, without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.errors import UnknownEvidenceError
from desktop.domain.evidence import DisclosureLevel, EvidenceItem, EvidenceLink
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.screens.evidence.content import (
    Counters,
    Details,
    LibraryFilter,
    LibraryRow,
    Scope,
    counters_of,
    details_of,
    filtered,
    library_rows,
)

Write = Callable[[OpenProject], None]


class EvidencePresenter:
    """Holds the filter; reads the present snapshot each time it is refreshed."""

    def __init__(self, services: Services, project: OpenProject) -> None:
        self._services = services
        self._project = project
        self.filter = LibraryFilter()
        self._all = self._read()

    @property
    def rows(self) -> tuple[LibraryRow, ...]:
        """What passes the filter, by number."""
        return filtered(self._all, self.filter)

    @property
    def counters(self) -> Counters:
        return counters_of(self._all)

    @property
    def is_empty(self) -> bool:
        """Whether the project holds no file at all."""
        return not self._all

    def refresh(self) -> None:
        """Read the snapshot again."""
        self._all = self._read()

    def set_words(self, text: str) -> None:
        """Filter by words in title, file name, number and criteria."""
        self.filter = replace(self.filter, words=tuple(text.casefold().split()))

    def set_scope(self, scope: Scope) -> None:
        self.filter = replace(self.filter, scope=scope)

    def set_levels(self, levels: frozenset[DisclosureLevel]) -> None:
        """Keep only these levels; an empty set keeps all."""
        self.filter = replace(self.filter, levels=levels)

    def clear_filter(self) -> None:
        self.filter = LibraryFilter()

    def details(self, evidence_id: str) -> Details | None:
        """Everything about one file; None when it is not in the project any more."""
        project = self._project
        try:
            return details_of(
                project.rubric,
                project.assessment,
                self._services.scoring.sheet(project),
                self._services.prechecks.findings(project),
                evidence_id,
            )
        except UnknownEvidenceError:
            return None

    def items(self, evidence_ids: Sequence[str]) -> tuple[EvidenceItem, ...]:
        """Those of the items that are still in the project."""
        wanted = frozenset(evidence_ids)
        return tuple(row.item for row in self._all if row.item.id in wanted)

    def open_criteria(self, evidence_id: str) -> tuple[tuple[str, str], ...]:
        """Id and short name of the criteria that an item does not serve yet."""
        item = self._project.assessment.item(evidence_id)
        used = {link.criterion_id for link in self._project.assessment.links_to(item.id)}
        return tuple(
            (criterion.id, criterion.guidance.short)
            for criterion in self._project.rubric.criteria()
            if criterion.id not in used
        )

    def link_write(self, evidence_id: str, criterion_id: str) -> Write:
        """The change that links an item; a link that exists is left as it is."""
        service = self._services.evidence

        def write(project: OpenProject) -> None:
            with project.lock:
                item = project.assessment.item(evidence_id)
                used = {link.criterion_id for link in project.assessment.links_to(item.id)}
                if criterion_id not in used:
                    link = EvidenceLink(item.id, criterion_id)
                    service.link(project, item.id, criterion_id, link)

        return write

    def unlink_write(self, evidence_id: str, criterion_id: str) -> Write:
        """The change that takes a link away; the file stays."""
        service = self._services.evidence

        def write(project: OpenProject) -> None:
            with project.lock:
                links = project.assessment.links_of(criterion_id)
                if any(link.evidence_id == evidence_id for link in links):
                    service.unlink(project, evidence_id, criterion_id)

        return write

    def rename_write(self, evidence_id: str, title: str) -> Write:
        """The change that gives an item another title."""
        service = self._services.evidence
        return lambda project: service.rename(project, evidence_id, title)

    def remove_write(self, evidence_id: str) -> Write:
        """The change that deletes an item, its links and its bytes."""
        service = self._services.evidence

        def write(project: OpenProject) -> None:
            with project.lock:
                if any(key == evidence_id for key in project.assessment.evidence):
                    service.remove(project, evidence_id)

        return write

    def _read(self) -> tuple[LibraryRow, ...]:
        project = self._project
        findings = self._services.prechecks.findings(project)
        return library_rows(project.rubric, project.assessment, findings)
