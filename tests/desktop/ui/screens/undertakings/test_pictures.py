"""Pictures of 承诺书 with a paper on its way."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.undertaking import SELF_CHECK_ON
from desktop.ui.application import MipingApplication
from desktop.ui.main_window import MainWindow
from desktop.ui.places import UNDERTAKINGS, Place
from desktop.ui.screens.undertakings.view import UndertakingsScreen
from desktop.ui.session import Session
from desktop.ui.theme import TextScale, ThemeChoice
from tests.support.sample_files import a_jpeg
from tests.support.window import open_new, wait_idle

SIZES = [(1440, 900), (1366, 688), (1280, 720), (960, 540)]
ANSWERS = {
    "是否受侵犯": "否",
    SELF_CHECK_ON: "2026-11-10",
    "自查人": "示例丙",
    "参加部门": "研发中心、人力资源部、销售部、采购部",
}


def _snap(window: MainWindow, session: Session, qtbot: QtBot, file: Path) -> None:
    qtbot.wait(200)
    wait_idle(session, qtbot)
    qtbot.wait(50)
    assert window.grab().save(str(file))


@pytest.mark.screens
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_paper_on_its_way_is_drawn(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    pictures: Path,
    qapp: MipingApplication,
    choice: ThemeChoice,
) -> None:
    qapp.set_look(choice, TextScale.NORMAL)
    open_new(session, qtbot, tmp_path / "示例 2026年度 自评.miping")
    session.go(Place(UNDERTAKINGS))
    screen = window.pages.screen_of(UNDERTAKINGS)
    assert isinstance(screen, UndertakingsScreen)
    look = choice.name.lower()
    window.resize(1440, 900)
    _snap(window, session, qtbot, pictures / f"undertakings-1-first-{look}.png")
    screen.form.gates["是否受侵犯"].buttons["是"].click()
    _snap(window, session, qtbot, pictures / f"undertakings-2-refused-{look}.png")
    screen.form.gates["是否受侵犯"].buttons["否"].click()
    _snap(window, session, qtbot, pictures / f"undertakings-3-missing-{look}.png")
    for name, text in ANSWERS.items():
        if name in screen.form.fields:
            screen.form.fields[name].editor.setText(text)
    screen.form.hand_over()
    qtbot.waitUntil(lambda: screen.prepared is not None, timeout=30_000)
    screen.acts.export(tmp_path / "承诺书.pdf")
    for width, height in SIZES:
        window.resize(width, height)
        name = f"undertakings-4-issued-{look}-{width}.png"
        _snap(window, session, qtbot, pictures / name)
    screen.layout_panes.tabs.setCurrentIndex(1)
    _snap(window, session, qtbot, pictures / f"undertakings-5-tab-{look}-960.png")
    window.resize(1440, 900)
    screen.acts.attach((a_jpeg(tmp_path / "盖章扫描.jpg"),))
    _snap(window, session, qtbot, pictures / f"undertakings-6-returned-{look}.png")
    qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)
