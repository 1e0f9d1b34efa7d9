"""The window's tests run without a screen, on the program's own QApplication."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.theme import TextScale, ThemeChoice


def pytest_configure(config: pytest.Config) -> None:
    """Let pass what the platform without a screen remarks about itself."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def qapp_cls() -> type[MipingApplication]:
    """Tell pytest-qt which application to make."""
    return MipingApplication


@pytest.fixture
def appearance(qapp: MipingApplication) -> Iterator[Appearance]:
    """The light look at normal size, whatever an earlier test chose."""
    qapp.setCursorFlashTime(0)
    qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)
    yield qapp.appearance
    qapp.set_look(ThemeChoice.LIGHT, TextScale.NORMAL)
