"""设置 under the hands of a person."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.storage.errors import WrongSecretError
from desktop.ui.application import MipingApplication
from desktop.ui.look_store import LookStore
from desktop.ui.screens.settings.presenter import CHANGED, OLD, PROFILE_SAVED
from desktop.ui.screens.settings.view import SettingsScreen
from desktop.ui.session import Session
from desktop.ui.theme import TextScale, ThemeChoice
from desktop.ui.user_files import user_folder, window_settings
from tests.support.builders import an_applicant
from tests.support.gestures import nameless
from tests.support.services import PASSWORD
from tests.support.window import TIMEOUT_MS, open_new, wait_idle


@pytest.fixture
def screen(qtbot: QtBot, session: Session, tmp_path: Path) -> SettingsScreen:
    open_new(session, qtbot, tmp_path / "示例.miping")
    made = SettingsScreen(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_the_company_is_shown_and_saved(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    card = screen.profile
    assert card.editor("name").text() == "示例精工有限公司"
    card.editor("phone").setText("023-22222222")
    card.save_button.click()
    wait_idle(session, qtbot)
    assert card.outcome.text == PROFILE_SAVED
    assert session.require_project().assessment.applicant.phone == "023-22222222"
    assert card.save_button.isEnabled()


def test_a_wrong_field_is_told_under_it_when_it_is_left(screen: SettingsScreen) -> None:
    editor = screen.profile.editor("credit_code")
    editor.setText("91500105MA000000")
    editor.editingFinished.emit()
    assert "不是 18 位" in screen.profile.fields["credit_code"].note.text
    editor.setText("")
    screen.profile.save_button.click()
    assert "没有填写" in screen.profile.fields["credit_code"].note.text


def test_what_was_typed_stays_when_the_profile_changes_elsewhere(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    screen.profile.editor("phone").setText("023-33333333")
    project = session.require_project()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.assessments.set_profile(project, an_applicant(name="示例新名有限公司"))
    assert screen.profile.editor("name").text() == "示例新名有限公司"
    assert screen.profile.editor("phone").text() == "023-33333333"


def test_the_password_is_changed_and_opens_the_file(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    card = screen.password
    path, new = session.require_project().path, "另一个示例"
    for field, text in ((card.old, PASSWORD), (card.new, new), (card.repeat, new)):
        field.edit.setText(text)
    card.change_button.click()
    assert not card.change_button.isEnabled()
    wait_idle(session, qtbot)
    assert card.outcome.text == CHANGED
    assert card.old.text() == card.new.text() == card.repeat.text() == ""
    session.lock()
    wait_idle(session, qtbot)
    with pytest.raises(WrongSecretError):
        session.services.projects.open(path, PASSWORD)
    session.services.projects.open(path, new).close()


def test_a_wrong_old_password_changes_nothing(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    card = screen.password
    for field, text in ((card.old, "wrong"), (card.new, "another"), (card.repeat, "another")):
        field.edit.setText(text)
    card.submit()
    wait_idle(session, qtbot)
    assert "现用密码不正确" in card.fields[OLD].note.text
    assert card.old.text() == "wrong"


def test_no_password_stays_behind_when_the_page_is_left(screen: SettingsScreen) -> None:
    QTest.keyClicks(screen.password.new.edit, "secret")
    screen.leave()
    assert screen.password.new.text() == ""


def test_the_look_changes_at_once_and_is_kept(
    screen: SettingsScreen, qapp: MipingApplication
) -> None:
    screen.look.theme.button(ThemeChoice.DARK.name).click()
    screen.look.scale.button(TextScale.HUGE.name).click()
    theme = qapp.appearance.theme
    assert (theme.is_dark, theme.scale) == (True, TextScale.HUGE)
    kept = LookStore(window_settings(user_folder())).load()
    assert kept == (ThemeChoice.DARK, TextScale.HUGE)


def test_a_look_that_nobody_knows_is_the_default(tmp_path: Path) -> None:
    settings = window_settings(tmp_path)
    settings.setValue("look/theme", "NEON")
    assert LookStore(settings).load() == (ThemeChoice.SYSTEM, TextScale.NORMAL)


def test_licences_are_read_when_they_are_asked_for(
    qtbot: QtBot, session: Session, screen: SettingsScreen
) -> None:
    about = screen.about
    assert not about.text.isVisible()
    about.licence_button.click()
    wait_idle(session, qtbot)
    assert "SIL OPEN FONT LICENSE" in about.text.toPlainText()
    assert about.text.isVisible()
    about.licence_button.click()
    assert not about.text.isVisible()


def test_a_read_only_project_lets_nothing_be_changed(
    session: Session, qtbot: QtBot, screen: SettingsScreen
) -> None:
    path = session.require_project().path
    screen.close()
    session.lock()
    wait_idle(session, qtbot)
    with qtbot.waitSignal(session.opened, timeout=TIMEOUT_MS):
        session.open_project(path, PASSWORD, read_only=True)
    made = SettingsScreen(session)
    qtbot.addWidget(made)
    assert not made.profile.save_button.isEnabled()
    assert not made.password.change_button.isEnabled()
    assert made.profile.editor("name").isReadOnly()


def test_every_control_has_a_name(screen: SettingsScreen) -> None:
    assert nameless(screen) == []
