"""The frozen shape of one edition of a checklist.

Official text (what a re-issued annex could change) lives in `Section`, `Group` and `Criterion`;
our own help lives in `Guidance` and `UndertakingTemplate`, so that the two can be diffed apart.
"""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from rubric.points import Tenths

SCHEMA_VERSION = 1
"""Version of this shape; a data folder names the version it was written for."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class DateRule(StrEnum):
    """Which dates make a proof count; the sentences that explain them are in `DATE_RULE_TEXT`."""

    IN_FORCE = "EFF"
    IN_FORCE_CERTIFIED = "EFF2"
    YEAR = "Y1"
    FIRST_HALF = "H1"
    SECOND_HALF = "H2"
    TWO_YEARS = "2Y"
    TWO_YEARS_CONVINCING = "Y2S"
    PHOTO = "PHOTO"
    ROWS = "ROWS"


class UndertakingKind(StrEnum):
    """The papers that the two-year criteria ask for."""

    NOT_INFRINGED = "A"
    NO_INFRINGEMENT = "B"
    DEFENDED = "A2"


class Tick(_Frozen):
    """All or nothing: the full points of the criterion, or none."""

    kind: Literal["tick"] = "tick"


class Guidance(_Frozen):
    """Our own help beside one criterion; never official text."""

    short: str
    """A few words for trees and lists, at most 14 characters."""
    hint: str
    evidence: tuple[str, ...]
    """Kinds of proof a reviewer expects, most usual first."""
    pitfalls: tuple[str, ...]
    date_rule: DateRule


class Criterion(_Frozen):
    """One scored leaf of the annex."""

    id: str
    text: str
    """Verbatim, half-width punctuation as in the source."""
    points: Tenths
    scoring: Tick = Tick()
    papers: tuple[UndertakingKind, ...] = ()
    """Undertakings that can serve this criterion; if any, only a stamped scan scores."""
    guidance: Guidance

    @property
    def text_sha256(self) -> str:
        """Hex digest of the UTF-8 official text."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def needs_stamped_paper(self) -> bool:
        return bool(self.papers)


class Group(_Frozen):
    """One second-level entry: its official text, without its number and its points."""

    id: str
    number: str = ""
    """The number printed in the annex ("1."), empty where it prints none."""
    text: str
    """Verbatim; empty for the bonus section, which has no group text."""
    points: Tenths
    criteria: tuple[Criterion, ...]


class Section(_Frozen):
    """One first-level entry of the annex."""

    id: str
    number: str
    """As printed: 一 … 七."""
    name: str
    points: Tenths
    standard: str
    """The 创建标准 column, verbatim."""
    bonus: bool = False
    groups: tuple[Group, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        return tuple(criterion for group in self.groups for criterion in group.criteria)


class GateQuestion(_Frozen):
    """A fact to be stated before a paper may be produced at all."""

    field: str
    text: str
    answers: tuple[str, ...]
    """The answers that can be given, for example 否 and 是."""
    required: str
    """The only answer with which this paper may be produced."""
    refusal: str
    """What to tell the user when another answer was given."""


class UndertakingField(_Frozen):
    """One variable of the text, written as 【name】 in it."""

    name: str
    question: str
    kind: Literal["text", "date"] = "text"
    source: str = ""
    """Where a default comes from: a profile field ("applicant.name"), "award", "period.start",
    "period.end", "signed_on", or empty when only a person can say it."""


class UndertakingTemplate(_Frozen):
    """Draft of one paper, with the questions to ask before it is produced."""

    kind: UndertakingKind
    criterion_id: str
    title: str
    gates: tuple[GateQuestion, ...]
    fields: tuple[UndertakingField, ...]
    salutation: str
    paragraphs: tuple[str, ...]
    """Body paragraphs in order, with variables as 【name】; no indent characters."""
    attachments: tuple[str, ...] = ()
    signatory_label: str = "承诺单位"


class Rubric(_Frozen):
    """One edition of a checklist, complete and checked."""

    schema_version: int
    id: str
    title: str
    issuer: str
    document_number: str
    award: str
    """What is applied for, as the papers name it; a default that a project may change."""
    applicant_kind: str
    cap: Tenths
    """Base and bonus together never exceed this."""
    package_pages: tuple[str, ...]
    """Ids of the package's pages in order."""
    sections: tuple[Section, ...]
    undertakings: tuple[UndertakingTemplate, ...]
    source: str = ""
    """Public address of the official text, empty where there is none."""
    questions_for_the_park: tuple[str, ...]
    """What only the receiving body can say; shown on the start page."""

    def criteria(self) -> Iterator[Criterion]:
        """All leaves in the order of the annex."""
        for section in self.sections:
            yield from section.criteria

    def criterion(self, criterion_id: str) -> Criterion:
        """Find one leaf.

        Raises:
            KeyError: No such id in this edition.
        """
        for criterion in self.criteria():
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)

    def has_criterion(self, criterion_id: str) -> bool:
        return any(criterion.id == criterion_id for criterion in self.criteria())

    def section_of(self, criterion_id: str) -> Section:
        """The section that holds a leaf; KeyError for an unknown id."""
        for section in self.sections:
            if any(criterion.id == criterion_id for criterion in section.criteria):
                return section
        raise KeyError(criterion_id)

    def group_of(self, criterion_id: str) -> Group:
        """The group that holds a leaf; KeyError for an unknown id."""
        for group in self.section_of(criterion_id).groups:
            if any(criterion.id == criterion_id for criterion in group.criteria):
                return group
        raise KeyError(criterion_id)

    def undertaking(self, kind: UndertakingKind) -> UndertakingTemplate:
        """Find the draft of one paper; KeyError when this edition has none of the kind."""
        for template in self.undertakings:
            if template.kind is kind:
                return template
        raise KeyError(kind)

    @property
    def official_sha256(self) -> str:
        """Digest over every official text and its points, in the order of the annex.

        Two copies of an edition that agree here say the same to the applicant.
        """
        digest = hashlib.sha256()
        for line in self._official_lines():
            digest.update(line.encode("utf-8") + b"\n")
        return digest.hexdigest()

    def _official_lines(self) -> Iterator[str]:
        yield f"{self.title}|{self.cap}"
        for section in self.sections:
            yield f"{section.number}|{section.name}|{section.points}|{section.standard}"
            for group in section.groups:
                yield f"{group.id}|{group.number}|{group.text}|{group.points}"
                for criterion in group.criteria:
                    yield f"{criterion.id}|{criterion.text}|{criterion.points}"
