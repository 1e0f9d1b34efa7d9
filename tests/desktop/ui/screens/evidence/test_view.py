from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.ui.linking.choice_dialog import ChoiceDialog
from desktop.ui.places import CRITERIA, Place
from desktop.ui.screens.evidence.content import Scope
from desktop.ui.screens.evidence.rename_dialog import RenameDialog
from desktop.ui.screens.evidence.table_model import Column
from desktop.ui.screens.evidence.view import EvidenceScreen
from desktop.ui.session import Session
from desktop.ui.widgets.confirm_dialog import ConfirmDialog
from tests.support.gestures import drop_files, nameless
from tests.support.sample_pdf import plain_pdf
from tests.support.window import TIMEOUT_MS, wait_idle


def add(
    session: Session,
    folder: Path,
    name: str,
    *criteria: str,
    level: DisclosureLevel | None = None,
    content: bytes = b"",
) -> str:
    file = folder / name
    file.write_bytes(content or name.encode())
    wish = LinkWish(criteria, level=level)
    project = session.require_project()
    return session.services.evidence.attach(project, file, wish, JobContext()).item.id


@pytest.fixture
def screen(qtbot: QtBot, session: Session, tmp_path: Path) -> EvidenceScreen:
    """Three files: linked and submittable, linked and internal, and one alone."""
    add(session, tmp_path, "制度.pdf", "4.1.4", "1.1.1", level=DisclosureLevel.SUBMITTABLE)
    add(session, tmp_path, "秘点.pdf", "6.1.1", level=DisclosureLevel.INTERNAL)
    add(session, tmp_path, "照片.pdf", content=plain_pdf(2))
    made = EvidenceScreen(session)
    qtbot.addWidget(made)
    made.resize(1440, 816)
    made.show()
    wait_idle(session, qtbot)
    return made


def listed(screen: EvidenceScreen) -> list[str]:
    model = screen.table.model()
    return [str(model.index(row, Column.NUMBER).data()) for row in range(model.rowCount())]


def level_of(session: Session, evidence_id: str) -> DisclosureLevel:
    return session.require_project().assessment.item(evidence_id).level


def test_the_search_and_the_filters_narrow_the_list(screen: EvidenceScreen) -> None:
    assert listed(screen) == ["E-0001", "E-0002", "E-0003"]
    screen.page.search.setText("4.1.4")
    assert listed(screen) == ["E-0001"]
    screen.page.search.clear()
    screen.filters.scopes[Scope.UNLINKED].click()
    assert listed(screen) == ["E-0003"]
    screen.filters.levels[DisclosureLevel.INTERNAL].click()
    assert listed(screen) == []
    assert screen.page.no_match.isVisible()
    screen.page.no_match.action_triggered.emit()
    assert len(listed(screen)) == 3


def test_folders_dropped_on_the_page_are_walked(
    qtbot: QtBot, session: Session, screen: EvidenceScreen, tmp_path: Path
) -> None:
    folder = tmp_path / "材料" / "下级"
    folder.mkdir(parents=True)
    (folder / "会议纪要.docx").write_bytes(b"minutes")
    (folder / "空.pdf").write_bytes(b"")
    assert drop_files(screen, tmp_path / "材料")
    wait_idle(session, qtbot)
    assert listed(screen)[-1] == "E-0004"
    assert screen.page.intake.bar.text == "已添加 1 件；1 件没有添加。"
    assert screen.table.current == "E-0004"


def test_files_copied_in_the_file_manager_can_be_pasted(
    qtbot: QtBot, session: Session, screen: EvidenceScreen, tmp_path: Path
) -> None:
    (tmp_path / "新.pdf").write_bytes(b"new")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "新.pdf"))])
    QGuiApplication.clipboard().setMimeData(data)
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_idle(session, qtbot)
    assert len(listed(screen)) == 4


def test_a_place_that_the_filter_hides_is_shown_all_the_same(screen: EvidenceScreen) -> None:
    screen.filters.scopes[Scope.UNLINKED].click()
    screen.show_place("E-0001")
    assert screen.place_key() == "E-0001"
    assert screen.details.title.text() == "制度"


def test_many_files_get_their_level_at_once_and_internal_ones_after_one_question(
    qtbot: QtBot, session: Session, screen: EvidenceScreen
) -> None:
    screen.table.selectAll()
    assert screen.details.title.text() == "已选 3 件"
    screen.details.levels.buttons[DisclosureLevel.SUBMITTABLE].click()
    question = screen.acts.levels.question
    assert question is not None
    question.safe_button.click()
    wait_idle(session, qtbot)
    assert level_of(session, "E-0002") is DisclosureLevel.INTERNAL
    assert level_of(session, "E-0003") is DisclosureLevel.SUBMITTABLE
    screen.details.levels.buttons[DisclosureLevel.SUBMITTABLE].click()
    question = screen.acts.levels.question
    assert question is not None
    question.act_button.click()
    wait_idle(session, qtbot)
    assert level_of(session, "E-0002") is DisclosureLevel.SUBMITTABLE


def test_the_radio_rows_follow_what_is_kept(screen: EvidenceScreen) -> None:
    screen.show_place("E-0002")
    assert screen.details.levels.buttons[DisclosureLevel.INTERNAL].isChecked()
    screen.show_place("E-0003")
    assert not any(button.isChecked() for button in screen.details.levels.buttons.values())
    assert "未定 1 件" in screen.details.levels.state.text()


def test_f2_renames(qtbot: QtBot, session: Session, screen: EvidenceScreen) -> None:
    screen.show_place("E-0001")
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_F2)
    dialog = screen.acts.dialog
    assert isinstance(dialog, RenameDialog)
    dialog.editor.setText(" ")
    dialog.keep_button.click()
    assert dialog.field.note.text
    dialog.editor.setText("保护办法（2026）")
    dialog.keep_button.click()
    wait_idle(session, qtbot)
    assert screen.details.title.text() == "保护办法（2026）"


def test_deleting_names_the_links_and_keeps_the_file_unless_told(
    qtbot: QtBot, session: Session, screen: EvidenceScreen
) -> None:
    screen.show_place("E-0001")
    screen.details.remove_button.click()
    dialog = screen.acts.dialog
    assert isinstance(dialog, ConfirmDialog)
    assert "用于条目 1.1.1、4.1.4" in dialog.accessibleDescription()
    assert dialog.safe_button.isDefault()
    dialog.safe_button.click()
    wait_idle(session, qtbot)
    assert "E-0001" in listed(screen)
    screen.details.remove_button.click()
    dialog = screen.acts.dialog
    assert isinstance(dialog, ConfirmDialog)
    dialog.act_button.click()
    wait_idle(session, qtbot)
    assert listed(screen) == ["E-0002", "E-0003"]
    assert session.require_project().assessment.links_of("4.1.4") == ()


def test_the_original_comes_out_byte_for_byte(
    qtbot: QtBot, session: Session, screen: EvidenceScreen, tmp_path: Path
) -> None:
    item = session.require_project().assessment.item("E-0003")
    screen.acts.extract(item, tmp_path / "out.pdf")
    wait_idle(session, qtbot)
    assert (tmp_path / "out.pdf").read_bytes() == plain_pdf(2)
    assert "不再加密" in screen.page.message.text
    screen.acts.extract(item, tmp_path / "no folder" / "out.pdf")
    wait_idle(session, qtbot)
    assert "文件夹不存在" in screen.page.message.text


def test_links_are_added_followed_and_taken_away(
    qtbot: QtBot, session: Session, screen: EvidenceScreen
) -> None:
    screen.show_place("E-0003")
    screen.details.links.link_button.click()
    dialog = screen.acts.dialog
    assert isinstance(dialog, ChoiceDialog)
    dialog.filter_edit.setText("3.1.1")
    dialog.list.selectAll()
    dialog.link_button.click()
    wait_idle(session, qtbot)
    assert [link.evidence_id for link in session.require_project().assessment.links_of("3.1.1")]
    with qtbot.waitSignal(session.place_requested) as asked:
        screen.details.links.criterion_activated.emit("3.1.1")
    assert asked.args == [Place(CRITERIA, "3.1.1")]
    screen.details.links.unlink_requested.emit("3.1.1")
    wait_idle(session, qtbot)
    assert session.require_project().assessment.links_of("3.1.1") == ()


def test_space_shows_the_page_and_hides_it_again(
    qtbot: QtBot, session: Session, screen: EvidenceScreen
) -> None:
    screen.show_place("E-0003")
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.preview.pages.page_count == 2, timeout=TIMEOUT_MS)
    assert screen.side.currentWidget() is screen.preview
    wait_idle(session, qtbot)
    QTest.keyClick(screen.table, Qt.Key.Key_Space)
    assert screen.side.currentWidget() is screen.details


def test_an_empty_project_says_where_to_begin(qtbot: QtBot, session: Session) -> None:
    screen = EvidenceScreen(session)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.page.no_files.isVisible()
    assert not screen.table.isVisible()


def test_a_selection_survives_changes_elsewhere(
    qtbot: QtBot, session: Session, screen: EvidenceScreen, tmp_path: Path
) -> None:
    screen.show_place("E-0002")
    add(session, tmp_path, "别的.pdf")
    qtbot.waitUntil(lambda: len(listed(screen)) == 4)
    assert screen.table.selected == ("E-0002",)
    assert screen.place_key() == "E-0002"


@pytest.mark.parametrize("size", [(1440, 816), (1366, 640), (1120, 640), (960, 480)])
def test_the_table_never_scrolls_sideways(
    screen: EvidenceScreen, qtbot: QtBot, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    qtbot.waitUntil(lambda: screen.width() == size[0])
    assert screen.table.horizontalHeader().length() <= screen.table.viewport().width()
    assert screen.table.columnWidth(Column.NAME) >= 150


def test_every_control_says_what_it_is(screen: EvidenceScreen) -> None:
    screen.show_place("E-0001")
    assert nameless(screen) == []
