"""Evidence files are read in a process apart, so that none of them can take the program down."""

from types import TracebackType
from typing import Final, Self

from desktop.documents.evidence.isolation import Failure, IsolatedProcess
from desktop.documents.evidence.kinds import recognise
from desktop.documents.evidence.normalise import normalise
from desktop.documents.evidence.outcome import NormalisedEvidence, Outcome
from desktop.documents.evidence.preview import PagePreview, preview_page

_TIMEOUT_SECONDS: Final = 180
_FAILURES: Final = {
    Failure.TIMED_OUT: Outcome.TIMED_OUT,
    Failure.DIED: Outcome.WORKER_DIED,
}


class EvidenceWorker:
    """Normalises and previews evidence files one at a time; usable from any thread.

    The process is started by the first call and ended with the context.
    """

    def __init__(self, timeout_seconds: int = _TIMEOUT_SECONDS) -> None:
        self.process = IsolatedProcess(timeout_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.close()

    def close(self) -> None:
        """End the process; a later call starts another."""
        self.process.close()

    def normalise(self, name: str, data: bytes) -> NormalisedEvidence:
        """Turn one file into A4 pages, or say why not; no file raises or does harm."""
        answer = self.process.call(normalise, name, data)
        if isinstance(answer, Failure):
            return NormalisedEvidence(recognise(name, data), _FAILURES[answer])
        return answer

    def preview(self, name: str, data: bytes, page_index: int, width: int) -> PagePreview:
        """Draw one page of the file as it is; see `preview.preview_page`."""
        answer = self.process.call(preview_page, name, data, page_index, width)
        if isinstance(answer, Failure):
            return PagePreview(recognise(name, data), _FAILURES[answer])
        return answer
