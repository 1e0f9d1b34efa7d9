"""The command line in an empty folder, with a cheap key derivation."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from tests.support.builders import an_applicant, company_fields
from tests.support.command_line import CommandLine
from tests.support.fake_clock import FakeClock
from tests.support.sample_files import a_docx, a_pdf
from tests.support.services import PASSWORD, quick_services


@pytest.fixture
def line(
    clock: FakeClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> CommandLine:
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MIPING_PASSWORD", PASSWORD)

    def captured() -> tuple[str, str]:
        said = capsys.readouterr()
        return said.out, said.err

    return CommandLine(quick_services(clock), folder, captured)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project, its evidence and its package, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "company.json").write_text(json.dumps(company_fields()), encoding="utf-8")
    services = quick_services(FakeClock())
    with closing(
        services.projects.create(folder / "P.miping", an_applicant(), 2026, PASSWORD)
    ) as project:
        for path, item in (
            (a_pdf(folder / "办法.pdf", pages=2), "4.1.1"),
            (a_docx(folder / "名单.docx"), "2.1.1"),
        ):
            wish = LinkWish((item,), level=DisclosureLevel.SUBMITTABLE)
            services.evidence.attach(project, path, wish, JobContext())
        services.assessments.set_state(project, "4.1.1", ResponseState.VERIFIED)
        services.packages.build(project, folder / "package.pdf", JobContext())
    return folder


@pytest.fixture
def package(line: CommandLine, made: Path) -> Path:
    """The package beside project and evidence, in the folder of the command line."""
    shutil.copytree(made, line.folder, dirs_exist_ok=True)
    return line.folder / "package.pdf"
