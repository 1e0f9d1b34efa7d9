import hashlib
import os
from pathlib import Path

import pytest
from typing_extensions import override

from desktop.domain.assessment import ResponseState
from desktop.domain.errors import UnknownCriterionError, UnknownEvidenceError
from desktop.domain.evidence import DisclosureLevel, EvidenceLink
from desktop.errors import AppError
from desktop.services.errors import (
    CancelledJobError,
    NoSuchLinkError,
    SourceChangedError,
    SourceEmptyError,
    SourceIsProjectError,
    SourceMissingError,
    SourceNotFileError,
    SourceUnreadableError,
)
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import CancelToken, JobContext, SilentProgress
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from tests.support.services import PASSWORD

CONTEXT = JobContext()


def a_file(folder: Path, name: str = "制度.pdf", content: bytes = b"%PDF- made up") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_extracting_gives_back_the_identical_bytes(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    content = os.urandom(3 * 1024 * 1024 + 17)
    source = a_file(tmp_path, content=content)
    attached = services.evidence.attach(project, source, LinkWish(("4.1.2",)), CONTEXT)
    assert attached.item.sha256 == hashlib.sha256(content).hexdigest()
    services.evidence.extract(project, attached.item.id, tmp_path / "out.pdf", CONTEXT)
    assert (tmp_path / "out.pdf").read_bytes() == content


def test_one_file_serves_several_criteria_each_with_its_own_words(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    wish = LinkWish(("4.1.2", "4.1.3"), "第三章", "证明已写入制度", DisclosureLevel.SUBMITTABLE)
    item = services.evidence.attach(project, a_file(tmp_path), wish, CONTEXT).item
    services.evidence.link(
        project, item.id, "4.1.3", EvidenceLink(item.id, "4.1.3", "第四章", "另一句")
    )
    assert [(link.criterion_id, link.locator, link.note) for link in project.assessment.links] == [
        ("4.1.2", "第三章", "证明已写入制度"),
        ("4.1.3", "第四章", "另一句"),
    ]
    assert project.assessment.item(item.id).level is DisclosureLevel.SUBMITTABLE


def test_the_same_bytes_twice_are_stored_once(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    first = services.evidence.attach(
        project, a_file(tmp_path, "a.pdf"), LinkWish(("1.1.1",)), CONTEXT
    )
    again = services.evidence.attach(
        project, a_file(tmp_path, "b.pdf"), LinkWish(("1.1.2",)), CONTEXT
    )
    assert not first.known
    assert again.known
    assert again.item.id == first.item.id
    assert [link.criterion_id for link in project.assessment.links] == ["1.1.1", "1.1.2"]


def test_a_new_file_is_undecided_and_its_criterion_begins(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    item = services.evidence.attach(project, a_file(tmp_path), LinkWish(("1.1.1",)), CONTEXT).item
    assert item.level is DisclosureLevel.UNDECIDED
    assert project.assessment.response("1.1.1").state is ResponseState.PREPARING


def test_a_statement_of_a_person_is_not_touched_by_attaching(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    services.assessments.set_state(project, "1.1.1", ResponseState.NOT_CLAIMED, "原因")
    services.evidence.attach(project, a_file(tmp_path), LinkWish(("1.1.1",)), CONTEXT)
    assert project.assessment.response("1.1.1").state is ResponseState.NOT_CLAIMED


@pytest.mark.parametrize(
    ("name", "criterion_id", "stamped"),
    [
        ("扫描.pdf", "6.2.1", True),
        ("扫描.JPG", "6.3.1", True),
        ("说明.docx", "6.2.1", False),
        ("扫描.pdf", "1.1.1", False),
    ],
)
def test_a_picture_or_pdf_on_a_paper_criterion_counts_as_its_scan(
    services: Services,
    project: OpenProject,
    tmp_path: Path,
    *,
    name: str,
    criterion_id: str,
    stamped: bool,
) -> None:
    services.evidence.attach(project, a_file(tmp_path, name), LinkWish((criterion_id,)), CONTEXT)
    assert project.assessment.links[0].stamped is stamped


def test_numbers_are_never_used_twice(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    first = services.evidence.attach(project, a_file(tmp_path), LinkWish(), CONTEXT).item
    services.evidence.remove(project, first.id)
    second = services.evidence.attach(project, a_file(tmp_path), LinkWish(), CONTEXT).item
    assert (first.id, second.id) == ("E-0001", "E-0002")


def test_removing_takes_links_and_bytes_away(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    item = services.evidence.attach(project, a_file(tmp_path), LinkWish(("1.1.1",)), CONTEXT).item
    services.evidence.remove(project, item.id)
    assert not project.assessment.evidence
    assert not project.assessment.links
    with pytest.raises(AppError):
        b"".join(project.file.objects.read(item.object_id))


def test_everything_is_there_again_after_opening(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    wish = LinkWish(("4.1.2",), "第三章", "说明")
    services.evidence.attach(project, a_file(tmp_path), wish, CONTEXT)
    before, path = project.assessment, project.path
    project.close()
    again = services.projects.open(path, PASSWORD)
    try:
        assert again.assessment == before
    finally:
        again.close()


def test_an_unknown_criterion_is_refused_before_anything_is_read(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    with pytest.raises(UnknownCriterionError):
        services.evidence.attach(project, tmp_path / "missing.pdf", LinkWish(("9.9.9",)), CONTEXT)


def refused(services: Services, project: OpenProject, source: Path) -> AppError:
    before = project.assessment
    with pytest.raises(AppError) as caught:
        services.evidence.attach(project, source, LinkWish(("1.1.1",)), CONTEXT)
    assert project.assessment == before
    return caught.value


def test_a_file_that_vanished_is_named(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    error = refused(services, project, tmp_path / "走了.pdf")
    assert isinstance(error, SourceMissingError)
    assert error.file_name == "走了.pdf"


def test_an_empty_file_is_refused(services: Services, project: OpenProject, tmp_path: Path) -> None:
    assert isinstance(refused(services, project, a_file(tmp_path, content=b"")), SourceEmptyError)


def test_a_folder_is_refused(services: Services, project: OpenProject, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert isinstance(refused(services, project, tmp_path / "folder"), SourceNotFileError)


def test_a_locked_file_is_refused(
    services: Services,
    project: OpenProject,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def locked(_path: Path, *_arguments: object) -> None:
        raise PermissionError

    source = a_file(tmp_path)
    monkeypatch.setattr(Path, "open", locked)
    assert isinstance(refused(services, project, source), SourceUnreadableError)


def test_a_project_is_no_evidence(services: Services, project: OpenProject) -> None:
    assert isinstance(refused(services, project, project.path), SourceIsProjectError)


def test_a_file_that_grows_while_it_is_read_is_refused(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    source = a_file(tmp_path, content=b"x" * 3_000_000)

    class Growing(SilentProgress):
        @override
        def report(self, done: int, total: int, step: str) -> None:
            del total, step
            if done and source.stat().st_size == 3_000_000:
                with source.open("ab") as stream:
                    stream.write(b"more")

    before = project.assessment
    with pytest.raises(SourceChangedError):
        services.evidence.attach(
            project, source, LinkWish(("1.1.1",)), JobContext(progress=Growing())
        )
    assert project.assessment == before


def test_a_cancelled_import_leaves_nothing(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    cancel = CancelToken()
    cancel.cancel()
    before = project.assessment
    with pytest.raises(AppError):
        services.evidence.attach(
            project, a_file(tmp_path), LinkWish(("1.1.1",)), JobContext(cancel=cancel)
        )
    assert project.assessment == before
    with pytest.raises(CancelledJobError):
        services.evidence.attach_all(
            project, [a_file(tmp_path)], LinkWish(), JobContext(cancel=cancel)
        )


def test_a_link_that_is_not_there_cannot_be_taken_away(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    item = services.evidence.attach(project, a_file(tmp_path), LinkWish(("1.1.1",)), CONTEXT).item
    with pytest.raises(NoSuchLinkError):
        services.evidence.unlink(project, item.id, "1.1.2")
    services.evidence.unlink(project, item.id, "1.1.1")
    assert not project.assessment.links
    assert item.id in project.assessment.evidence


def test_an_unknown_number_is_named(services: Services, project: OpenProject) -> None:
    with pytest.raises(UnknownEvidenceError):
        services.evidence.set_level(project, "E-9999", DisclosureLevel.INTERNAL)


def test_levels_and_titles_can_be_changed(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    item = services.evidence.attach(project, a_file(tmp_path), LinkWish(), CONTEXT).item
    services.evidence.set_level(project, item.id, DisclosureLevel.INTERNAL)
    services.evidence.rename(project, item.id, "  新 题名 ")
    changed = project.assessment.item(item.id)
    assert (changed.level, changed.title) == (DisclosureLevel.INTERNAL, "新 题名")


def test_names_that_no_system_likes_are_made_harmless(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    for index, name in enumerate(["CON.pdf", "合照😀.jpg", "长" * 80 + ".pdf", ".. ..pdf"]):
        item = services.evidence.attach(
            project, a_file(tmp_path, name, str(index).encode()), LinkWish(), CONTEXT
        ).item
        assert Path(item.file_name).name == item.file_name
        assert len(item.file_name.encode()) <= 200


def test_every_change_is_in_the_history(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    services.evidence.attach(project, a_file(tmp_path), LinkWish(("1.1.1",)), CONTEXT)
    services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    assert [line[2] for line in project.history_lines()] == [
        "project.created",
        "evidence.attached",
        "response.state",
    ]
    assert project.file.history.verify_chain()
