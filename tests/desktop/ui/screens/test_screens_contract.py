"""What every page owes: it opens, names its controls, fits, draws in both themes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import places
from desktop.ui.application import MipingApplication
from desktop.ui.main_window import MainWindow
from desktop.ui.navigation import SCREENS
from desktop.ui.places import Place
from desktop.ui.screen import Screen
from desktop.ui.session import Session
from desktop.ui.theme import TextScale, ThemeChoice
from tests.support.window import open_begun, wait_idle

IDS = [spec.id for spec in SCREENS]
SIZES = [(1440, 900), (1366, 688), (1280, 720), (960, 540)]


def _shown(
    window: MainWindow, session: Session, qtbot: QtBot, folder: Path, screen_id: str
) -> Screen:
    open_begun(session, qtbot, folder / "示例 2026年度 自评.miping")
    session.go(Place(screen_id))
    wait_idle(session, qtbot)
    return window.pages.screen_of(screen_id)


def _keyboard_stops(page: QWidget) -> list[QWidget]:
    return [
        child
        for child in page.findChildren(QWidget)
        if child.isVisible()
        and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
    ]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_page_has_an_id_that_places_know() -> None:
    known = {value for value in vars(places).values() if isinstance(value, str)}
    assert set(IDS) <= known
    assert len(set(IDS)) == len(IDS)
    assert len({spec.shortcut for spec in SCREENS}) == len(SCREENS)


@pytest.mark.parametrize("screen_id", IDS)
def test_every_control_of_a_page_has_a_name(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, screen_id: str
) -> None:
    page = _shown(window, session, qtbot, tmp_path, screen_id)
    assert page.isVisible()
    assert window.isActiveWindow(), "a part of the page was shown as a window of its own"
    stops = _keyboard_stops(page)
    assert stops
    nameless = [type(stop).__name__ for stop in stops if not _name(stop).strip()]
    assert nameless == []


@pytest.mark.parametrize("screen_id", IDS)
def test_a_page_fits_the_smallest_window_without_scrolling_sideways(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, screen_id: str
) -> None:
    window.resize(960, 540)
    page = _shown(window, session, qtbot, tmp_path, screen_id)
    assert (window.width(), window.height()) == (960, 540)
    for area in page.findChildren(QScrollArea):
        inner = area.widget()
        if area.isVisible() and inner is not None:
            assert inner.width() <= area.viewport().width(), area.accessibleName()


@pytest.mark.parametrize("screen_id", IDS)
def test_a_page_takes_any_key_and_lets_itself_be_left(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path, screen_id: str
) -> None:
    page = _shown(window, session, qtbot, tmp_path, screen_id)
    page.show_place("9.9.9")
    page.show_place("")
    assert page.panes()
    page.leave()
    session.lock()
    wait_idle(session, qtbot)
    assert not window.is_open


@pytest.mark.screens
@pytest.mark.parametrize("screen_id", IDS)
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_page_is_drawn(
    window: MainWindow,
    session: Session,
    qtbot: QtBot,
    tmp_path: Path,
    pictures: Path,
    qapp: MipingApplication,
    screen_id: str,
    choice: ThemeChoice,
) -> None:
    qapp.set_look(choice, TextScale.NORMAL)
    _shown(window, session, qtbot, tmp_path, screen_id)
    for width, height in SIZES:
        window.resize(width, height)
        wait_idle(session, qtbot)
        qapp.processEvents()
        picture = window.grab()
        assert picture.width() == width
        name = f"screen-{screen_id}-{choice.name.lower()}-{width}.png"
        assert picture.save(str(pictures / name))
