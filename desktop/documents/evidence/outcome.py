"""What came of turning one file into pages: codes that are stable, without any sentence."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.documents.evidence.kinds import EvidenceKind


class Outcome(StrEnum):
    """The one word for a file; the first five come with pages, the others without."""

    INLINE = "inline"
    """Shown page by page."""
    REPAIRED = "repaired"
    """Shown, but the PDF was damaged and had to be put right; something may be missing."""
    HAS_SCRIPT_REMOVED = "has_script_removed"
    """Shown without the scripts and actions that it carried."""
    RESTRICTED = "restricted"
    """Shown, though its author restricted copying or printing: the user must have the right."""
    RASTERISED = "rasterised"
    """Shown as pictures of its pages, since it has hidden layers or unpainted form fields."""
    EMPTY = "empty"
    """The file has no bytes."""
    NO_PAGES = "no_pages"
    """A PDF without a single page."""
    ENCRYPTED = "encrypted"
    """A PDF that opens only with a password."""
    DAMAGED = "damaged"
    """Its structure cannot be read."""
    XFA_FORM = "xfa_form"
    """A form of an XML kind that only Adobe's programs show; the PDF pages are an empty shell."""
    TOO_LARGE_IMAGE = "too_large_image"
    """More pixels than can be decoded safely."""
    TOO_MANY_PAGES = "too_many_pages"
    """More pages than one file may have (`PAGE_LIMIT`)."""
    TOO_COMPLEX = "too_complex"
    """Drawing it takes more memory than is allowed."""
    NOT_DISPLAYABLE = "not_displayable"
    """A kind of which no pages are made: office files, text, archives and so on."""
    TIMED_OUT = "timed_out"
    """Reading it took too long and was stopped."""
    WORKER_DIED = "worker_died"
    """Reading it brought down the process that is there to be brought down."""


class Note(StrEnum):
    """Facts worth telling about a file; any number of them goes with an outcome."""

    REPAIRED = "repaired"
    SCRIPT_REMOVED = "script_removed"
    RESTRICTED = "restricted"
    FILES_INSIDE_NOT_SHOWN = "files_inside_not_shown"
    """The PDF carries other files; they are not on its pages."""
    SIGNATURE_NOT_KEPT = "signature_not_kept"
    """The PDF was digitally signed; its pages are shown, its signature holds in the original."""
    FORM_FLATTENED = "form_flattened"
    """What was filled into its form is now part of the pages."""
    LAYERS_FLATTENED = "layers_flattened"
    """Hidden layers stay hidden; the pages became pictures for it."""
    FIRST_FRAME_ONLY = "first_frame_only"
    """An animation or a set of pictures: only the first is shown."""
    REDUCED = "reduced"
    """The picture was reduced to the resolution of the page; the original has more detail."""


PAGE_LIMIT: Final = 3_000
"""Pages that one evidence file may have."""


@dataclass(frozen=True)
class NormalisedEvidence:
    """One evidence file as A4 pages, or the reason why there are none.

    Attributes:
        kind: What the file is.
        pages_pdf: A PDF with nothing but A4 pages whose head and foot are free; None when the
            file is not shown.
        page_count: Pages in `pages_pdf`, 0 without.
    """

    kind: EvidenceKind
    outcome: Outcome
    pages_pdf: bytes | None = None
    page_count: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def is_shown(self) -> bool:
        return self.pages_pdf is not None


class NotShownError(Exception):
    """Inside this package only: a file turned out to have no pages to show."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
