"""Pictures of 申报包 before, while and after a package is built."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.package_service import STEPS
from desktop.ui.application import MipingApplication
from desktop.ui.main_window import MainWindow
from desktop.ui.places import PACKAGE, Place
from desktop.ui.screens.package.view import PackageScreen
from desktop.ui.session import Session
from desktop.ui.theme import TextScale, ThemeChoice
from tests.support.sample_files import a_docx, a_pdf
from tests.support.window import open_begun, wait_idle

SIZES = [(1440, 900), (1366, 688), (1280, 720), (960, 540)]


def _fill(session: Session, folder: Path) -> None:
    project, evidence = session.require_project(), session.services.evidence
    for number, (name, criteria, level) in enumerate(
        (
            ("成立通知", ("1.1.1", "1.1.2", "1.2.1"), DisclosureLevel.SUBMITTABLE),
            ("秘点清单", ("4.2.1",), DisclosureLevel.INTERNAL),
            ("保密协议", ("4.1.4",), DisclosureLevel.AFTER_REDACTION),
            ("培训签到表", ("5.1.1",), DisclosureLevel.UNDECIDED),
        )
    ):
        file = a_docx(folder / f"{name}.docx") if number == 1 else a_pdf(folder / f"{name}.pdf")
        evidence.attach(project, file, LinkWish(criteria, level=level), JobContext())
    session.services.assessments.set_state(project, "4.1.4", ResponseState.READY)


def _snap(window: MainWindow, session: Session, qtbot: QtBot, file: Path) -> None:
    wait_idle(session, qtbot)
    qtbot.wait(50)
    assert window.grab().save(str(file))


@pytest.mark.screens
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_package_on_its_way_is_drawn(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    pictures: Path,
    qapp: MipingApplication,
    choice: ThemeChoice,
) -> None:
    qapp.set_look(choice, TextScale.NORMAL)
    project = open_begun(session, qtbot, tmp_path / "示例 2026年度 自评.miping")
    _fill(session, tmp_path)
    session.go(Place(PACKAGE))
    screen = window.pages.screen_of(PACKAGE)
    assert isinstance(screen, PackageScreen)
    look = choice.name.lower()
    for width, height in SIZES:
        window.resize(width, height)
        _snap(window, session, qtbot, pictures / f"package-1-checked-{look}-{width}.png")
    for item in project.assessment.evidence.values():
        if item.level is DisclosureLevel.UNDECIDED:
            session.services.evidence.set_level(project, item.id, DisclosureLevel.SUBMITTABLE)
    window.resize(1440, 900)
    qtbot.wait(50)
    screen.acts.build_to(tmp_path / "申报包 2026年度 自评轮.pdf")
    screen.progress.show_progress(108, 178, STEPS[2])
    screen.progress.show()
    assert window.grab().save(str(pictures / f"package-2-building-{look}.png"))
    _snap(window, session, qtbot, pictures / f"package-3-built-{look}.png")
    screen.acts.verify_file(tmp_path / "申报包 2026年度 自评轮.pdf")
    wait_idle(session, qtbot)
    for width, height in SIZES:
        window.resize(width, height)
        _snap(window, session, qtbot, pictures / f"package-4-verified-{look}-{width}.png")
    qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)
