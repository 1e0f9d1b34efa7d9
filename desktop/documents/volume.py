"""What a package is made of: the answers, the materials and the signer, ready to be printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from desktop.documents.evidence.outcome import NormalisedEvidence
from desktop.documents.evidence.words import note_words, reason_not_shown
from desktop.domain.assessment import Assessment
from desktop.domain.materials import Material
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.domain.undertaking import UndertakingDocument
from rubric.model import Rubric


@dataclass(frozen=True)
class Signer:
    """The certificate that will sign, as the pages name it."""

    name: str
    fingerprint_sha256: str
    valid_from: date
    valid_to: date


@dataclass(frozen=True)
class EvidencePart:
    """One material that goes in: as pages, or as an attachment with a notice page.

    Attributes:
        pages_pdf: A4 pages with free head and foot; None for an attachment.
        attachment: The original bytes; None where the pages stand for them.
        attachment_name: The name of the embedded file; None without one.
        note: What happened to it on the way in, in words; empty when nothing did.
    """

    material: Material
    pages_pdf: bytes | None
    page_count: int
    attachment: bytes | None
    attachment_name: str | None
    note: str

    @property
    def shown_pages(self) -> int:
        """Pages that it takes in the volume; a notice page stands for an attachment."""
        return self.page_count if self.pages_pdf is not None else 1


@dataclass(frozen=True)
class Volume:
    """Everything that the pages of one package say.

    Attributes:
        materials: All linked items, those left out included.
        parts: Those that go in, in the order of `materials`.
        undertakings: The papers that were issued for stamping.
        built_at: UTC.
        built_on: The user's local date.
    """

    rubric: Rubric
    assessment: Assessment
    sheet: ScoreSheet
    materials: tuple[Material, ...]
    parts: tuple[EvidencePart, ...]
    undertakings: tuple[UndertakingDocument, ...]
    signer: Signer
    built_at: datetime
    built_on: date
    program_version: str


@dataclass(frozen=True)
class PageSpan:
    """Where something stands in the volume: first page, counted from 1, and how many."""

    first: int
    count: int


@dataclass(frozen=True)
class Layout:
    """Where everything stands; empty while it is not known yet."""

    sections: Mapping[str, PageSpan]
    """By page id of the rubric's package.toml."""
    evidence: Mapping[str, PageSpan]
    """By material label."""
    total: int


def evidence_part(
    material: Material, normalised: NormalisedEvidence, content: bytes
) -> EvidencePart:
    """Decide how a material goes in: its pages where it has some, else the original itself."""
    if normalised.pages_pdf is not None:
        return EvidencePart(
            material,
            normalised.pages_pdf,
            normalised.page_count,
            None,
            None,
            note_words(normalised),
        )
    ending = PurePosixPath(material.item.file_name).suffix
    return EvidencePart(
        material,
        None,
        0,
        content,
        f"{material.label}{ending}",
        reason_not_shown(normalised.outcome),
    )
