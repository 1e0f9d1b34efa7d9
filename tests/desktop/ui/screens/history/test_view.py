"""变更记录 in the window."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.ui.screens.history.presenter import ACTIONS
from desktop.ui.screens.history.view import HistoryScreen
from desktop.ui.session import Session
from tests.support.gestures import nameless
from tests.support.window import TIMEOUT_MS, open_new, wait_idle

SERVICES = Path(__file__).resolve().parents[5] / "desktop" / "services"


@pytest.fixture
def screen(qtbot: QtBot, session: Session, tmp_path: Path) -> HistoryScreen:
    open_new(session, qtbot, tmp_path / "示例.miping")
    made = HistoryScreen(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    wait_idle(session, qtbot)
    return made


def cells(screen: HistoryScreen) -> list[str]:
    model = screen.table.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_a_change_appears_on_top_while_the_page_is_seen(
    qtbot: QtBot, session: Session, screen: HistoryScreen
) -> None:
    assert cells(screen) == ["新建项目"]
    project = session.require_project()
    session.services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    qtbot.waitUntil(lambda: len(cells(screen)) == 2, timeout=TIMEOUT_MS)
    assert cells(screen) == ["修改条目状态", "新建项目"]
    assert screen.summary.text() == "2 条"


def test_a_page_out_of_sight_reads_when_it_is_seen_again(
    qtbot: QtBot, session: Session, screen: HistoryScreen
) -> None:
    screen.hide()
    project = session.require_project()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    wait_idle(session, qtbot)
    assert len(cells(screen)) == 1
    screen.show()
    qtbot.waitUntil(lambda: len(cells(screen)) == 2, timeout=TIMEOUT_MS)


def test_typing_narrows_the_table(screen: HistoryScreen) -> None:
    screen.filter.setText("没有这样的")
    assert not screen.table.isVisible()
    screen.filter.clear()
    assert screen.table.isVisible()
    assert cells(screen) == ["新建项目"]


def test_the_chain_is_computed_again_and_told(
    qtbot: QtBot, session: Session, screen: HistoryScreen
) -> None:
    qtbot.waitUntil(lambda: screen.chain.text.startswith("已核对 1 条"), timeout=TIMEOUT_MS)
    project = session.require_project()
    project.file.database.execute("UPDATE history SET actor = '别人'")
    screen.hide()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    screen.show()
    qtbot.waitUntil(lambda: "已损坏或被改动过" in screen.chain.text, timeout=TIMEOUT_MS)


def test_the_table_has_headers_and_names(screen: HistoryScreen) -> None:
    model = screen.table.model()
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert titles == ["时间", "来源", "做了什么", "内容"]
    assert nameless(screen) == []


def test_every_code_that_services_write_has_a_word() -> None:
    files = [path for path in SERVICES.glob("*.py") if path.name != "errors.py"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    commits = re.findall(r"project\.commit\(([^{]+)\{", source)
    written = {code for call in commits for code in re.findall(r'"([a-z_]+\.[a-z_]+)"', call)}
    written |= set(re.findall(r'action="([a-z_]+\.[a-z_]+)"', source))
    assert written
    assert written <= set(ACTIONS)
