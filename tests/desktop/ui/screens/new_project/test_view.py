"""The dialog that makes a project."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.entrance import Entrance
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.new_project.view import NewProjectDialog
from desktop.ui.session import Session
from tests.support.builders import company_fields
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, wait_idle


@pytest.fixture
def dialog(window: MainWindow, entrance: Entrance) -> NewProjectDialog:
    entrance.new_project()
    found = window.findChild(NewProjectDialog)
    assert isinstance(found, NewProjectDialog)
    return found


def _fill(dialog: NewProjectDialog, path: Path) -> None:
    for name, value in company_fields().items():
        editor = dialog.fields[name].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(str(value))
    dialog.path.setText(str(path))
    dialog.password.edit.setText(PASSWORD)
    dialog.repeat.edit.setText(PASSWORD)


def test_a_filled_form_makes_and_opens_the_project(
    dialog: NewProjectDialog, session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _fill(dialog, tmp_path / "示例.miping")
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        dialog.create_button.click()
        assert not dialog.create_button.isEnabled()
        dialog.reject()
        assert dialog.isVisible()
    assert not dialog.isVisible()
    assert window.is_open
    assert session.require_project().assessment.year == 2026
    assert (tmp_path / "示例.miping").exists()


def test_an_empty_form_marks_its_fields_and_writes_nothing(
    dialog: NewProjectDialog, session: Session, tmp_path: Path
) -> None:
    dialog.create_button.click()
    assert dialog.fields["name"].note.text == "单位全称没有填写。"
    assert dialog.fields["password"].note.text == "请设置项目密码。"
    assert session.project is None
    dialog.reject()
    assert list(tmp_path.glob("*.miping")) == []


def test_an_existing_file_is_never_overwritten(
    dialog: NewProjectDialog, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "示例.miping"
    target.write_bytes(b"mine")
    _fill(dialog, target)
    dialog.create_button.click()
    wait_idle(session, qtbot)
    assert dialog.failure.isVisible()
    assert target.read_bytes() == b"mine"
    dialog.reject()


def test_a_wrong_code_is_told_when_the_field_is_left(dialog: NewProjectDialog) -> None:
    editor = dialog.fields["credit_code"].editor
    assert isinstance(editor, QLineEdit)
    editor.setText("123")
    editor.editingFinished.emit()
    assert dialog.fields["credit_code"].note.text == "统一社会信用代码不是 18 位。"
    dialog.reject()


def test_the_file_name_follows_the_company_until_it_is_typed(dialog: NewProjectDialog) -> None:
    name = dialog.fields["name"].editor
    assert isinstance(name, QLineEdit)
    name.setText("示例精工有限公司")
    name.editingFinished.emit()
    assert dialog.path.text().endswith("示例精工有限公司 2026年度 自评.miping")
    dialog.path.setText("own.miping")
    dialog.path.textEdited.emit("own.miping")
    name.editingFinished.emit()
    assert dialog.path.text() == "own.miping"
    dialog.reject()


def test_the_dialog_fits_the_smallest_window(window: MainWindow, entrance: Entrance) -> None:
    window.resize(960, 540)
    entrance.new_project()
    dialog = window.findChild(NewProjectDialog)
    assert isinstance(dialog, NewProjectDialog)
    assert dialog.height() <= window.height()
    assert dialog.width() <= window.width()
    dialog.reject()
