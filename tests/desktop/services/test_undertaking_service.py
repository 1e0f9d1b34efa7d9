from pathlib import Path

import pytest

from desktop.domain.assessment import ResponseState
from desktop.domain.errors import GateRefusedError, GateUnansweredError
from desktop.domain.evidence import DisclosureLevel
from desktop.services.errors import OutputFolderMissingError
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.storage.errors import StorageFullError
from rubric.model import UndertakingKind
from tests.support.sample_files import a_jpeg
from tests.support.services import PASSWORD

KIND = UndertakingKind.NOT_INFRINGED
ANSWERS = {
    "是否受侵犯": "否",
    "自查日期": "2026-11-10",
    "自查人": "示例丙",
    "参加部门": "研发、生产、销售各部门",
}


def test_a_refused_paper_leaves_no_file_and_no_answers(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    for answers, error in (
        ({}, GateUnansweredError),
        ({**ANSWERS, "是否受侵犯": "是"}, GateRefusedError),
    ):
        with pytest.raises(error):
            services.undertakings.issue(project, KIND, answers, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
    assert not project.assessment.undertakings


def test_answers_are_kept_and_need_not_be_given_again(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    first = services.undertakings.issue(project, KIND, ANSWERS, tmp_path / "a.pdf")
    path = project.path
    project.close()
    again = services.projects.open(path, PASSWORD)
    try:
        second = services.undertakings.issue(again, KIND, {}, tmp_path / "b.pdf")
    finally:
        again.close()
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (first.draft.version, second.draft.version) == (1, 1)


def test_a_changed_answer_makes_a_new_version(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    services.undertakings.issue(project, KIND, ANSWERS, tmp_path / "a.pdf")
    changed = services.undertakings.issue(
        project, KIND, {"签署日期": "2026-11-22"}, tmp_path / "b.pdf"
    )
    assert changed.draft.version == 2
    assert len(changed.draft.printed_sha256) == 2


def test_a_preview_keeps_nothing(services: Services, project: OpenProject) -> None:
    prepared = services.undertakings.preview(project, KIND, ANSWERS)
    assert prepared.pdf.startswith(b"%PDF")
    assert not project.assessment.undertakings


def test_a_file_that_cannot_be_written_keeps_no_answers(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    with pytest.raises(OutputFolderMissingError):
        services.undertakings.issue(project, KIND, ANSWERS, tmp_path / "no" / "a.pdf")
    assert not project.assessment.undertakings


def test_only_the_stamped_scan_scores_never_the_print(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    services.undertakings.issue(project, KIND, ANSWERS, tmp_path / "a.pdf")
    services.assessments.set_state(project, "6.2.1", ResponseState.VERIFIED)
    wish = LinkWish(("6.2.1",), level=DisclosureLevel.SUBMITTABLE)
    services.evidence.attach(project, tmp_path / "a.pdf", wish, JobContext())
    assert services.scoring.sheet(project).criteria["6.2.1"].conservative == 0
    services.evidence.attach(project, a_jpeg(tmp_path / "scan.jpg"), wish, JobContext())
    assert services.scoring.sheet(project).criteria["6.2.1"].conservative == 50


def test_no_print_leaves_the_program_unknown_to_the_project(
    services: Services, project: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise StorageFullError

    monkeypatch.setattr(project.file, "commit", full)
    with pytest.raises(StorageFullError):
        services.undertakings.issue(project, KIND, ANSWERS, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
