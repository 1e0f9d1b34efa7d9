"""What the frame says of a project."""

from pathlib import Path

import pytest

from desktop.domain.assessment import Round
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.frame.facts import frame_facts
from desktop.ui.places import PACKAGE, UNDERTAKINGS
from tests.support.builders import an_applicant
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD, quick_services


@pytest.fixture
def services(clock: FakeClock) -> Services:
    return quick_services(clock)


@pytest.fixture
def project(services: Services, tmp_path: Path) -> OpenProject:
    return services.projects.create(tmp_path / "示例.miping", an_applicant(), 2026, PASSWORD)


def test_company_year_round_and_edition_come_from_the_project(
    services: Services, project: OpenProject
) -> None:
    services.assessments.enter_round(project, Round.SUPPLEMENT)
    facts = frame_facts(services, project)
    assert (facts.company, facts.year, facts.round_position) == (
        "示例精工有限公司",
        "2026 年度",
        2,
    )
    assert facts.edition == "评分标准：江北府办发〔2023〕65号附件，39 项"
    assert not facts.read_only
    project.close()


def test_errors_are_counted_at_the_package(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    assert frame_facts(services, project).counts[PACKAGE] == 0
    proof = tmp_path / "示例.txt"
    proof.write_text("示例", encoding="utf-8")
    done = services.evidence.attach(project, proof, LinkWish(("4.1.1",)), JobContext())
    assert frame_facts(services, project).counts[PACKAGE] == 1
    services.evidence.set_level(project, done.item.id, DisclosureLevel.INTERNAL)
    assert frame_facts(services, project).counts[PACKAGE] == 0
    project.close()


def test_no_paper_waits_before_one_was_issued(services: Services, project: OpenProject) -> None:
    assert frame_facts(services, project).counts[UNDERTAKINGS] == 0
    project.close()
