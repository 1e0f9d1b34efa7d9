from pathlib import Path

import pytest

from desktop.domain.assessment import ResponseState
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.screens.criteria.presenter import CriteriaPresenter, with_locator
from desktop.ui.session import Session


@pytest.fixture
def project(session: Session) -> OpenProject:
    return session.require_project()


@pytest.fixture
def presenter(services: Services, project: OpenProject) -> CriteriaPresenter:
    return CriteriaPresenter(services, project)


def an_item(services: Services, project: OpenProject, folder: Path, *criteria: str) -> str:
    file = folder / "制度.pdf"
    file.write_bytes(b"made up")
    return services.evidence.attach(project, file, LinkWish(criteria), JobContext()).item.id


def test_the_steps_end_at_both_ends(presenter: CriteriaPresenter) -> None:
    assert presenter.show("1.1.1")
    assert (presenter.previous, presenter.next) == (None, "1.1.2")
    assert presenter.show("7.1.5")
    assert (presenter.previous, presenter.next) == ("7.1.4", None)
    assert presenter.position == "第 39 / 39 项"
    assert not presenter.show("9.9.9")
    assert presenter.current == "7.1.5"


def test_the_next_unfinished_goes_round_the_end(
    services: Services, project: OpenProject, presenter: CriteriaPresenter
) -> None:
    for criterion in project.rubric.criteria():
        if criterion.id != "2.1.1":
            services.assessments.set_state(project, criterion.id, ResponseState.VERIFIED)
    presenter.refresh()
    presenter.show("4.1.4")
    assert presenter.next_unfinished == "2.1.1"
    presenter.show("2.1.1")
    assert presenter.next_unfinished is None


def test_a_link_that_was_taken_away_meanwhile_does_not_come_back(
    services: Services, project: OpenProject, presenter: CriteriaPresenter, tmp_path: Path
) -> None:
    item = an_item(services, project, tmp_path, "4.1.4")
    write = presenter.link_write(item, "4.1.4", with_locator("第3页"))
    presenter.unlink_write(item, "4.1.4")(project)
    write(project)
    presenter.unlink_write(item, "4.1.4")(project)
    assert project.assessment.links_of("4.1.4") == ()


def test_linking_from_the_library_begins_an_untouched_criterion_and_spares_an_old_link(
    services: Services, project: OpenProject, presenter: CriteriaPresenter, tmp_path: Path
) -> None:
    item = an_item(services, project, tmp_path)
    presenter.show("4.1.4")
    assert [entry.id for entry in presenter.unlinked()] == [item]
    presenter.new_link_write(item, "4.1.4")(project)
    presenter.link_write(item, "4.1.4", with_locator(" 第3页 "))(project)
    presenter.new_link_write(item, "4.1.4")(project)
    assert project.assessment.links_of("4.1.4")[0].locator == "第3页"
    assert project.assessment.response("4.1.4").state is ResponseState.PREPARING
    assert presenter.unlinked() == ()


def test_the_other_criteria_of_a_file_are_named_in_the_order_of_the_annex(
    services: Services, project: OpenProject, presenter: CriteriaPresenter, tmp_path: Path
) -> None:
    item = an_item(services, project, tmp_path, "4.1.5", "4.1.4", "1.1.1")
    presenter.show("4.1.4")
    assert presenter.used_elsewhere(item) == ("1.1.1", "4.1.5")
