"""The one door: any evidence file in, A4 pages or the reason for their absence out."""

from desktop.documents.evidence.kinds import EvidenceKind, recognise
from desktop.documents.evidence.outcome import NormalisedEvidence, NotShownError, Outcome
from desktop.documents.evidence.pdf_pages import pdf_pages
from desktop.documents.evidence.pictures import picture_pages


def normalise(name: str, data: bytes) -> NormalisedEvidence:
    """Turn one evidence file into A4 pages.

    Hostile files can make this slow, hungry or crash the libraries below it: the program calls
    it through `worker.EvidenceWorker` alone.

    Args:
        name: The file's name; only its suffix is looked at, and only where the bytes say nothing.
        data: The whole file.

    Returns:
        Pages, or an outcome that says why there are none; a bad file never raises.
    """
    if not data:
        return NormalisedEvidence(recognise(name, data), Outcome.EMPTY)
    kind = recognise(name, data)
    try:
        return _pages(kind, data)
    except NotShownError as reason:
        return NormalisedEvidence(kind, reason.outcome)
    except (MemoryError, RecursionError):
        return NormalisedEvidence(kind, Outcome.TOO_COMPLEX)


def _pages(kind: EvidenceKind, data: bytes) -> NormalisedEvidence:
    if kind is EvidenceKind.PDF:
        return pdf_pages(data)
    if kind.is_image:
        return picture_pages(kind, data)
    raise NotShownError(Outcome.NOT_DISPLAYABLE)
