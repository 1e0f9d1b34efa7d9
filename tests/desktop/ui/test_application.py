"""The application dresses itself and follows the settings."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.crash_report import CrashReport
from desktop.ui.crash_report_dialog import CrashReportDialog
from desktop.ui.theme import TextScale, ThemeChoice
from desktop.ui.theme_focus import FocusRingFrame
from desktop.ui.tokens import DARK, LIGHT


def test_palette_sheet_and_fonts_follow_the_settings(
    qapp: MipingApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    assert qapp.palette().window().color().name().upper() == LIGHT.app
    with qtbot.waitSignal(appearance.changed):
        qapp.set_look(ThemeChoice.DARK, TextScale.LARGE)
    assert qapp.palette().window().color().name().upper() == DARK.app
    assert DARK.surface in qapp.styleSheet()
    assert qapp.font().pixelSize() == 16


def test_setting_the_same_look_again_changes_nothing(
    qapp: MipingApplication, appearance: Appearance, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(appearance.changed):
        qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)


def test_the_window_icon_is_there(qapp: MipingApplication) -> None:
    assert not qapp.windowIcon().isNull()


@pytest.mark.usefixtures("appearance")
def test_the_ring_goes_round_what_has_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    first, second = QPushButton("一"), QPushButton("二")
    layout.addWidget(first)
    layout.addWidget(second)
    window.show()
    window.activateWindow()
    first.setFocus()
    second.setFocus()
    qtbot.waitUntil(lambda: len(window.findChildren(FocusRingFrame)) == 1)
    ring = window.findChildren(FocusRingFrame)[0]
    assert ring.widget() is second
    assert ring.geometry().contains(second.geometry())
    assert ring.width() == second.width() + 6


@pytest.mark.usefixtures("appearance", "qtbot")
def test_one_crash_dialog_at_a_time(qapp: MipingApplication) -> None:
    report = CrashReport(("a.B",), (), ())
    qapp.crash_reporter.reported.emit(report)
    qapp.crash_reporter.reported.emit(report)
    dialogs = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, CrashReportDialog)]
    assert len(dialogs) == 1
    dialogs[0].close_button.click()
    assert not dialogs[0].isVisible()
