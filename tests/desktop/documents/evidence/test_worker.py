"""Evidence is read apart: what a file does over there is an outcome here."""

from collections.abc import Iterator

import pytest

from desktop.documents.evidence import worker as worker_module
from desktop.documents.evidence.kinds import EvidenceKind
from desktop.documents.evidence.normalise import normalise
from desktop.documents.evidence.outcome import NormalisedEvidence, Outcome
from desktop.documents.evidence.worker import EvidenceWorker
from tests.desktop.documents.evidence import hostile
from tests.support import isolated_calls


@pytest.fixture
def worker() -> Iterator[EvidenceWorker]:
    with EvidenceWorker() as evidence_worker:
        yield evidence_worker


def test_it_gives_what_normalise_gives(worker: EvidenceWorker) -> None:
    for name, data in (
        ("制度😀.pdf", hostile.a_pdf(2)),
        ("照片.jpg", hostile.a_jpeg()),
        ("合同.docx", b"PK\x03\x04"),
        ("..", b""),
    ):
        assert worker.normalise(name, data) == normalise(name, data)


def test_a_file_that_kills_it_says_so_and_the_next_file_works(
    worker: EvidenceWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(worker_module, "normalise", isolated_calls.die)
        died = worker.normalise("示例.pdf", hostile.a_pdf())
    assert died == NormalisedEvidence(EvidenceKind.PDF, Outcome.WORKER_DIED)
    assert worker.normalise("示例.pdf", hostile.a_pdf()).outcome is Outcome.INLINE


def test_a_file_that_takes_too_long_says_so_and_the_next_file_works(
    worker: EvidenceWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker.process.timeout_seconds = 0
    with monkeypatch.context() as patched:
        patched.setattr(worker_module, "normalise", isolated_calls.spin)
        late = worker.normalise("示例.pdf", hostile.a_pdf())
    assert late == NormalisedEvidence(EvidenceKind.PDF, Outcome.TIMED_OUT)
    worker.process.timeout_seconds = 60
    assert worker.normalise("示例.pdf", hostile.a_pdf()).outcome is Outcome.INLINE


def test_a_preview_that_kills_it_says_so(
    worker: EvidenceWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "preview_page", isolated_calls.die)
    assert worker.preview("示例.pdf", hostile.a_pdf(), 0, 100).outcome is Outcome.WORKER_DIED


def test_a_preview_comes_back_as_a_picture(worker: EvidenceWorker) -> None:
    preview = worker.preview("示例.pdf", hostile.a_pdf(3), 1, 200)
    assert (preview.outcome, preview.page_count, preview.width) == (Outcome.INLINE, 3, 200)
