import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState, Round
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.ui.places import CRITERIA, EVIDENCE
from desktop.ui.screens.package.view import PackageScreen
from desktop.ui.session import Session
from tests.support.gestures import nameless
from tests.support.sample_files import a_pdf
from tests.support.window import TIMEOUT_MS, open_new, wait_idle


@pytest.fixture
def screen(qtbot: QtBot, session: Session, tmp_path: Path) -> PackageScreen:
    open_new(session, qtbot, tmp_path / "示例.miping")
    made = PackageScreen(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def attach(
    qtbot: QtBot, session: Session, path: Path, level: DisclosureLevel | None = None
) -> None:
    project = session.require_project()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.evidence.attach(
            project, a_pdf(path), LinkWish(("1.1.1",), level=level), JobContext()
        )


def test_a_package_is_built_and_told_with_its_digest(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    attach(qtbot, session, tmp_path / "a.pdf", DisclosureLevel.SUBMITTABLE)
    screen.build_to(tmp_path / "包.pdf")
    assert not screen.build_button.isEnabled()
    wait_idle(session, qtbot)
    qtbot.waitUntil(screen.build_button.isEnabled, timeout=TIMEOUT_MS)
    assert screen.result_card.title.text() == "申报包已生成：包.pdf"
    subprocess.run(["qpdf", "--check", tmp_path / "包.pdf"], check=True, capture_output=True)
    screen.verify_file(tmp_path / "包.pdf")
    wait_idle(session, qtbot)
    qtbot.waitUntil(lambda: screen.result_card.title.text() == "申报包完整")


def test_an_error_closes_the_button_and_says_why(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    assert screen.build_button.isEnabled()
    attach(qtbot, session, tmp_path / "a.pdf")
    assert not screen.build_button.isEnabled()
    assert screen.reason.text() == "先处理 1 项错误"


def test_findings_lead_to_their_places(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    attach(qtbot, session, tmp_path / "a.pdf")
    content = screen.content
    assert content is not None
    places = {
        finding.rule: place
        for finding in content.findings
        if (place := screen.place_of(finding)) is not None
    }
    assert places["evidence.undecided"].screen_id == EVIDENCE
    assert places["criterion.unfinished"].screen_id == CRITERIA


def test_a_failure_is_told_as_a_sentence(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    screen.build_to(tmp_path / "no" / "包.pdf")
    wait_idle(session, qtbot)
    qtbot.waitUntil(lambda: screen.result_card.title.text() == "没有完成", timeout=TIMEOUT_MS)


def test_the_next_round_is_entered_only_after_asking(
    qtbot: QtBot, session: Session, screen: PackageScreen
) -> None:
    screen.round_button.click()
    assert screen.question is not None
    screen.question.decided.emit(False)
    assert session.require_project().assessment.round is Round.SELF_ASSESSMENT
    screen.round_button.click()
    assert screen.question is not None
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        screen.question.decided.emit(True)
    assert screen.round_label.text() == "轮次：园区指导"


def test_the_page_follows_every_change(
    qtbot: QtBot, session: Session, screen: PackageScreen
) -> None:
    before = screen.content
    project = session.require_project()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    assert screen.content != before


def test_every_control_has_a_name(screen: PackageScreen) -> None:
    assert nameless(screen) == []
