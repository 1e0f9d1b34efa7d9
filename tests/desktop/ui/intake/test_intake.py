from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import CancelToken, JobContext
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.intake import intake
from desktop.ui.intake.intake import IntakeReport, take_in
from tests.support.builders import an_applicant
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD, quick_services

WISH = LinkWish(("4.1.4",))


@pytest.fixture
def services(clock: FakeClock) -> Services:
    return quick_services(clock)


@pytest.fixture
def project(services: Services, tmp_path: Path) -> Iterator[OpenProject]:
    made = services.projects.create(tmp_path / "示例.miping", an_applicant(), 2026, PASSWORD)
    yield made
    made.close()


def a_file(folder: Path, name: str, content: bytes = b"made up") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def take(
    services: Services, project: OpenProject, *paths: Path, context: JobContext | None = None
) -> IntakeReport:
    return take_in(services.evidence, project, paths, WISH, context or JobContext())


def test_one_bad_file_does_not_keep_the_others_out(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    first = a_file(tmp_path, "制度.pdf", b"one")
    empty = a_file(tmp_path, "空.pdf", b"")
    last = a_file(tmp_path, "通知.pdf", b"three")
    report = take(services, project, first, empty, tmp_path / "没有.pdf", last)
    assert [taken.file_name for taken in report.taken] == ["制度.pdf", "通知.pdf"]
    assert [refusal.file_name for refusal in report.refused] == ["空.pdf", "没有.pdf"]
    assert "0 字节" in report.refused[0].reason
    assert len(project.assessment.links_of("4.1.4")) == 2
    assert report.summary == "已添加 2 件；2 件没有添加。"
    assert not report.is_clean


def test_a_file_that_is_there_already_is_named_with_its_number(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    take(services, project, a_file(tmp_path, "一.pdf"))
    report = take(services, project, a_file(tmp_path, "二.pdf"))
    assert report.lines() == (("二.pdf", "与 E-0001《一》内容相同，沿用原有一份。"),)
    assert report.summary.startswith("已添加 0 件；1 件与已有证据内容相同")


def test_the_same_file_again_keeps_what_its_link_says(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    file = a_file(tmp_path, "制度.pdf")
    wish = LinkWish(("4.1.4",), "第三章 / 第12页", "写明审批")
    services.evidence.attach(project, file, wish, JobContext())
    take(services, project, file)
    (link,) = project.assessment.links_of("4.1.4")
    assert (link.locator, link.note) == ("第三章 / 第12页", "写明审批")


def test_folders_are_walked_and_system_files_are_named_not_taken(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    folder = tmp_path / "材料"
    a_file(folder, "乙.pdf", b"1")
    a_file(folder / "下级", "甲.docx", b"2")
    a_file(folder, "Thumbs.db", b"3")
    a_file(folder, "~$甲.docx", b"4")
    report = take(services, project, folder)
    assert {taken.file_name for taken in report.taken} == {"甲.docx", "乙.pdf"}
    assert set(report.skipped) == {"Thumbs.db", "~$甲.docx"}
    assert "略过系统文件 2 个" in report.summary


def test_a_system_file_that_was_dropped_by_itself_is_taken(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    report = take(services, project, a_file(tmp_path, "desktop.ini"))
    assert [taken.file_name for taken in report.taken] == ["desktop.ini"]


def test_cancelling_keeps_what_was_taken_and_names_the_rest(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    class StopAfterOne:
        def __init__(self) -> None:
            self.token = CancelToken()

        def report(self, done: int, total: int, step: str) -> None:
            if (step, done, total) == ("导入文件", 1, 3):
                self.token.cancel()

    progress = StopAfterOne()
    files = [a_file(tmp_path, f"{n}.pdf", bytes([n])) for n in (1, 2, 3)]
    report = take(services, project, *files, context=JobContext(progress, progress.token))
    assert [taken.file_name for taken in report.taken] == ["1.pdf"]
    assert report.not_reached == ("2.pdf", "3.pdf")
    assert report.stopped == "已取消，先添加的保留。"
    assert len(project.assessment.evidence) == 1


def test_a_project_that_cannot_be_written_ends_the_work_at_once(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    path = project.path
    project.close()
    locked = services.projects.open(path, PASSWORD, read_only=True)
    report = take(services, locked, a_file(tmp_path, "1.pdf"), a_file(tmp_path, "2.pdf"))
    locked.close()
    assert report.not_reached == ("1.pdf", "2.pdf")
    assert "只读" in report.stopped


def test_a_whole_disk_dropped_by_mistake_is_refused_before_anything_is_read(
    services: Services,
    project: OpenProject,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "MOST_FILES", 2)
    for number in range(4):
        a_file(tmp_path / "多", f"{number}.pdf", bytes([number]))
    report = take(services, project, tmp_path / "多")
    assert "一次最多添加 2 件" in report.stopped
    assert not project.assessment.evidence
