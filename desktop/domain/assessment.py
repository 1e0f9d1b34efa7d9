"""What the company answered: one frozen snapshot of the whole self-assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from desktop.domain.applicant import Applicant
from desktop.domain.errors import UnknownEvidenceError, UnknownStateError
from desktop.domain.evidence import EvidenceId, EvidenceItem, EvidenceLink
from desktop.domain.undertaking import UndertakingDraft
from rubric.model import UndertakingKind


class ResponseState(StrEnum):
    """How far one criterion is; the values are the words on screen."""

    NOT_STARTED = "未开始"
    PREPARING = "准备中"
    READY = "材料齐"
    VERIFIED = "已核对"
    NOT_CLAIMED = "不申报"
    NOT_DUE = "未到期"


SETTABLE_STATES = tuple(state for state in ResponseState if state is not ResponseState.NOT_DUE)
"""What a person may state; 未到期 follows from the evaluation year alone."""


class Round(StrEnum):
    """Where the application stands."""

    SELF_ASSESSMENT = "自评"
    PARK_GUIDANCE = "园区指导"
    SUPPLEMENT = "补充"
    FINAL = "正式"


@dataclass(frozen=True)
class Response:
    """What was stated for one criterion.

    Attributes:
        note: Why, in the user's words; for 不申报 the reason, else the 证明说明 of the criterion.
        changed_at: UTC; None while nothing was ever stated.
    """

    state: ResponseState = ResponseState.NOT_STARTED
    note: str = ""
    changed_at: datetime | None = None


_UNTOUCHED = Response()


@dataclass(frozen=True)
class Assessment:
    """One company, one year, one edition: profile, answers, evidence and papers.

    Never changed in place: every change makes a new snapshot, so that a worker thread and the
    window can each hold one.
    """

    rubric_id: str
    year: int
    round: Round
    applicant: Applicant
    responses: Mapping[str, Response] = field(default_factory=lambda: MappingProxyType({}))
    evidence: Mapping[EvidenceId, EvidenceItem] = field(
        default_factory=lambda: MappingProxyType({})
    )
    links: tuple[EvidenceLink, ...] = ()
    undertakings: Mapping[UndertakingKind, UndertakingDraft] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def response(self, criterion_id: str) -> Response:
        """What was stated for a criterion; an untouched one is 未开始."""
        return self.responses.get(criterion_id, _UNTOUCHED)

    def item(self, evidence_id: str) -> EvidenceItem:
        """Find one evidence item; raises UnknownEvidenceError."""
        found = self.evidence.get(EvidenceId(evidence_id))
        if found is None:
            raise UnknownEvidenceError(evidence_id)
        return found

    def links_of(self, criterion_id: str) -> tuple[EvidenceLink, ...]:
        """The links of one criterion in the order in which they were made."""
        return tuple(link for link in self.links if link.criterion_id == criterion_id)

    def links_to(self, evidence_id: EvidenceId) -> tuple[EvidenceLink, ...]:
        """The links that lead to one evidence item."""
        return tuple(link for link in self.links if link.evidence_id == evidence_id)

    def linked_evidence(self) -> tuple[EvidenceItem, ...]:
        """Items with at least one link, by number."""
        linked = {link.evidence_id for link in self.links}
        return tuple(item for key, item in sorted(self.evidence.items()) if key in linked)

    def with_response(self, criterion_id: str, response: Response) -> "Assessment":
        return replace(self, responses=MappingProxyType({**self.responses, criterion_id: response}))

    def with_item(self, item: EvidenceItem) -> "Assessment":
        return replace(self, evidence=MappingProxyType({**self.evidence, item.id: item}))

    def with_link(self, link: EvidenceLink) -> "Assessment":
        """Add a link, or replace the one between the same item and criterion in its place."""
        key = (link.evidence_id, link.criterion_id)
        if any((old.evidence_id, old.criterion_id) == key for old in self.links):
            links = tuple(
                link if (old.evidence_id, old.criterion_id) == key else old for old in self.links
            )
        else:
            links = (*self.links, link)
        return replace(self, links=links)

    def without_link(self, evidence_id: EvidenceId, criterion_id: str) -> "Assessment":
        return replace(
            self,
            links=tuple(
                link
                for link in self.links
                if (link.evidence_id, link.criterion_id) != (evidence_id, criterion_id)
            ),
        )

    def without_item(self, evidence_id: EvidenceId) -> "Assessment":
        """Drop an item and every link to it."""
        kept = {key: item for key, item in self.evidence.items() if key != evidence_id}
        links = tuple(link for link in self.links if link.evidence_id != evidence_id)
        return replace(self, evidence=MappingProxyType(kept), links=links)

    def with_undertaking(self, draft: UndertakingDraft) -> "Assessment":
        return replace(
            self, undertakings=MappingProxyType({**self.undertakings, draft.kind: draft})
        )


def state_from_word(word: str) -> ResponseState:
    """Read a state as people write it; raises UnknownStateError."""
    try:
        return ResponseState(word.strip())
    except ValueError as error:
        raise UnknownStateError(word) from error
