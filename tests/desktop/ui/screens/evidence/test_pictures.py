"""Pictures of the page with a project that has come some way, for people to look at."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.application import MipingApplication
from desktop.ui.main_window import MainWindow
from desktop.ui.places import EVIDENCE, Place
from desktop.ui.session import Session
from desktop.ui.theme import TextScale, ThemeChoice
from tests.support.filled_project import fill
from tests.support.window import open_new, wait_idle

LIGHT, DARK = ThemeChoice.LIGHT, ThemeChoice.DARK
NORMAL, HUGE = TextScale.NORMAL, TextScale.HUGE
LOOKS = [
    ("light", LIGHT, NORMAL, (1440, 868)),
    ("dark", DARK, NORMAL, (1440, 868)),
    ("1366", LIGHT, NORMAL, (1366, 688)),
    ("1200", LIGHT, NORMAL, (1200, 768)),
    ("960", LIGHT, NORMAL, (960, 540)),
    ("huge", LIGHT, HUGE, (1920, 1040)),
]


@pytest.mark.screens
def test_the_page_is_drawn(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    qapp: MipingApplication,
    tmp_path: Path,
    pictures: Path,
) -> None:
    open_new(session, qtbot, tmp_path / "示例 2026年度 自评.miping")
    rules = fill(session, tmp_path)
    session.go(Place(EVIDENCE, rules.id))
    for name, choice, scale, (width, height) in LOOKS:
        qapp.set_look(choice, scale)
        window.resize(width, height)
        QTest.qWait(200)  # a preview rests a moment before it asks for its page
        wait_idle(session, qtbot)
        qapp.processEvents()
        picture = window.grab()
        assert picture.width() == width
        assert picture.save(str(pictures / f"evidence-{name}.png"))
    session.services.previews.close()
