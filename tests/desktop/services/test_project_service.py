from pathlib import Path

import pytest

from desktop.domain.assessment import ResponseState, Round
from desktop.domain.errors import StateNotSettableError, UnknownCriterionError, YearError
from desktop.services.errors import (
    CompanyFileError,
    ReadOnlyProjectError,
    UnknownRubricError,
)
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.storage.errors import ProjectExistsError, StorageFullError, WrongSecretError
from tests.support.builders import an_applicant
from tests.support.services import PASSWORD


def test_a_new_project_has_its_profile_and_nothing_answered(project: OpenProject) -> None:
    assessment = project.assessment
    assert assessment.applicant == an_applicant()
    assert (assessment.year, assessment.round) == (2026, Round.SELF_ASSESSMENT)
    assert not assessment.responses
    assert project.history_lines()[0][2] == "project.created"


def test_an_existing_file_is_never_overwritten(services: Services, project: OpenProject) -> None:
    before = project.path.read_bytes()
    with pytest.raises(ProjectExistsError):
        services.projects.create(project.path, an_applicant(), 2026, PASSWORD)
    assert project.path.read_bytes() == before


@pytest.mark.parametrize("year", [0, 26, 1999, 2100, -2026])
def test_an_impossible_year_makes_no_file(services: Services, tmp_path: Path, year: int) -> None:
    with pytest.raises(YearError):
        services.projects.create(tmp_path / "p.miping", an_applicant(), year, PASSWORD)
    assert not list(tmp_path.iterdir())


def test_an_unknown_edition_makes_no_file(services: Services, tmp_path: Path) -> None:
    with pytest.raises(UnknownRubricError):
        services.projects.create(tmp_path / "p.miping", an_applicant(), 2026, PASSWORD, "none")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", [b"", b"[", b"\xff\xfe\x00", b"{" * 100_000])
def test_a_company_file_that_is_none_is_refused(
    services: Services, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "c.json").write_bytes(content)
    with pytest.raises(CompanyFileError):
        services.projects.read_company_file(tmp_path / "c.json")


def test_reading_only_changes_nothing(services: Services, project: OpenProject) -> None:
    path = project.path
    project.close()
    before = path.read_bytes()
    reader = services.projects.open(path, PASSWORD, read_only=True)
    try:
        with pytest.raises(ReadOnlyProjectError):
            services.assessments.set_state(reader, "1.1.1", ResponseState.READY)
        assert not reader.assessment.responses
    finally:
        reader.close()
    assert path.read_bytes() == before


def test_a_new_password_opens_and_the_old_one_no_more(
    services: Services, project: OpenProject
) -> None:
    path = project.path
    with pytest.raises(WrongSecretError):
        services.projects.change_password(project, "wrong", "new")
    services.projects.change_password(project, PASSWORD, "新密码 2")
    project.close()
    with pytest.raises(WrongSecretError):
        services.projects.open(path, PASSWORD)
    services.projects.open(path, "新密码 2").close()


def test_states_and_notes_last(services: Services, project: OpenProject) -> None:
    services.assessments.set_state(project, "4.1.2", ResponseState.READY, " 第三章 ")
    services.assessments.set_note(project, "4.1.2", "第三章第五条")
    services.assessments.set_state(project, "4.1.2", ResponseState.VERIFIED)
    path, before = project.path, project.assessment
    project.close()
    again = services.projects.open(path, PASSWORD)
    try:
        assert again.assessment == before
        assert again.assessment.response("4.1.2").note == "第三章第五条"
    finally:
        again.close()


def test_what_cannot_be_stated_is_refused(services: Services, project: OpenProject) -> None:
    with pytest.raises(UnknownCriterionError):
        services.assessments.set_state(project, "8.1.1", ResponseState.READY)
    with pytest.raises(StateNotSettableError):
        services.assessments.set_state(project, "5.2.2", ResponseState.NOT_DUE)
    assert not project.assessment.responses


def test_a_failing_commit_leaves_the_snapshot_and_the_file_as_they_were(
    services: Services, project: OpenProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise StorageFullError

    before = project.assessment
    monkeypatch.setattr(project.file, "commit", full)
    with pytest.raises(StorageFullError):
        services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    monkeypatch.undo()
    assert project.assessment is before
    assert [line[2] for line in project.history_lines()] == ["project.created"]
    services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    assert project.assessment.response("1.1.1").state is ResponseState.READY


def test_listeners_hear_of_committed_changes_until_they_leave(
    services: Services, project: OpenProject
) -> None:
    heard: list[str] = []
    leave = project.events.subscribe(lambda event: heard.append(event.action))
    services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    leave()
    services.assessments.set_state(project, "1.1.1", ResponseState.VERIFIED)
    assert heard == ["response.state"]


def test_a_changed_profile_says_which_fields(services: Services, project: OpenProject) -> None:
    services.assessments.set_profile(project, an_applicant(contact="示例丁"))
    assert project.assessment.applicant.contact == "示例丁"
    assert '"fields": "contact"' in project.history_lines()[-1][3]
