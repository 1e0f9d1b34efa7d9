"""Pages of evidence and of our own PDFs as pictures, never through a file on the disk."""

from dataclasses import dataclass

from desktop.documents.evidence.words import REASONS_NOT_SHOWN
from desktop.documents.evidence.worker import EvidenceWorker
from desktop.domain.evidence import EvidenceItem
from desktop.domain.prechecks.evidence_rules import LARGEST_IN_PACKAGE
from desktop.services.errors import PreviewUnavailableError
from desktop.services.evidence_service import EvidenceService
from desktop.services.open_project import OpenProject

_COUNTING_WIDTH = 64


@dataclass(frozen=True)
class PageImage:
    """One page: PNG bytes, and how many pages the file has."""

    png: bytes
    page_count: int


class PreviewService:
    """Draws pages in a process apart, which no evidence file can take down with it."""

    def __init__(self, evidence: EvidenceService) -> None:
        self._evidence = evidence
        self._worker = EvidenceWorker()

    def page(
        self, project: OpenProject, item: EvidenceItem, page_index: int, width_px: int
    ) -> PageImage:
        """Draw one page of an item, counted from 0; one beyond the last gives the last.

        Raises:
            PreviewUnavailableError: The file has no pages that can be shown, with the reason.
        """
        if item.size > LARGEST_IN_PACKAGE:
            raise PreviewUnavailableError("文件过大")
        content = self._evidence.content(project, item)
        return self.page_of(item.file_name, content, page_index, width_px)

    def page_count(self, project: OpenProject, item: EvidenceItem) -> int:
        """Count the pages of an item; raises PreviewUnavailableError."""
        return self.page(project, item, 0, _COUNTING_WIDTH).page_count

    def page_image(
        self, project: OpenProject, item: EvidenceItem, page_index: int, width_px: int
    ) -> bytes:
        """One page of an item as PNG; raises PreviewUnavailableError."""
        return self.page(project, item, page_index, width_px).png

    def page_of(self, name: str, content: bytes, page_index: int, width_px: int) -> PageImage:
        """Draw one page of bytes in memory, such as a paper that is about to be printed.

        Raises:
            PreviewUnavailableError: There are no pages that can be shown, with the reason.
        """
        shown = self._worker.preview(name, content, page_index, width_px)
        if shown.png is None:
            raise PreviewUnavailableError(REASONS_NOT_SHOWN[shown.outcome])
        return PageImage(shown.png, shown.page_count)

    def close(self) -> None:
        """End the process that draws."""
        self._worker.close()
