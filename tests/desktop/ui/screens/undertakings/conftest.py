"""A made-up project, open in the session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.session import Session
from tests.support.window import open_new


@pytest.fixture
def session(session: Session, qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """The session with an empty project of 2026."""
    open_new(session, qtbot, tmp_path / "示例.miping")
    yield session
    session.services.previews.close()
