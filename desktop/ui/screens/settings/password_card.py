"""The form that changes the password of the project."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.services.jobs import Job
from desktop.ui.forms.passwords import strength_hint
from desktop.ui.resources import Icon
from desktop.ui.screens.settings.presenter import (
    NEW,
    OLD,
    REPEAT,
    Failed,
    PasswordPresenter,
    Saved,
)
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import ActionButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.password_field import PasswordField
from desktop.ui.widgets.rank import Rank

_NO_WAY_BACK = "密码不保存在任何地方，忘记后项目无法打开。"


class PasswordCard(Card):
    """Passwords stay in the fields only until they are used or the page is left."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.appearance, "更改密码")
        appearance = session.appearance
        self._session = session
        self._is_read_only = session.require_project().read_only
        self.presenter = PasswordPresenter(self, self._change)
        self.old = PasswordField(appearance, "现用密码")
        self.new = PasswordField(appearance, "新密码")
        self.repeat = PasswordField(appearance, "再次输入新密码")
        self.fields = {
            OLD: Field(appearance, "现用密码", self.old),
            NEW: Field(appearance, "新密码", self.new),
            REPEAT: Field(appearance, "再次输入新密码", self.repeat),
        }
        self._strength = TextLabel(strength_hint(""), LabelKind.CAPTION, wraps=True)
        self.outcome = MessageBar(appearance, Rank.GOOD, "")
        self.change_button = ActionButton(appearance, "更改密码", icon=Icon.LOCK)
        self._lay_out()
        self.new.edit.textChanged.connect(self._show_strength)
        self.repeat.submitted.connect(self.submit)
        self.change_button.clicked.connect(self.submit)

    def submit(self) -> None:
        """Change the password to what was typed."""
        if self.change_button.isEnabled():
            self.presenter.submit(self.old.text(), self.new.text(), self.repeat.text())

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark fields and go to the first that is wrong."""
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        first = next((name for name in self.fields if name in errors), None)
        if first is not None:
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, sentence: str, *, good: bool) -> None:
        if sentence:
            self.outcome.show_message(Rank.GOOD if good else Rank.ERROR, sentence)
        self.outcome.setVisible(bool(sentence))

    def show_working(self, *, working: bool) -> None:
        self.change_button.setEnabled(not working)
        self.change_button.setText("正在更改…" if working else "更改密码")

    def forget(self) -> None:
        """Empty all fields."""
        for field in (self.old, self.new, self.repeat):
            field.clear()

    def _change(self, old: str, new: str, changed: Saved, failed: Failed) -> None:
        project, change = self._session.require_project(), self._session.services.projects
        job = Job("更改密码", lambda _context: change.change_password(project, old, new))
        self._session.run(job, changed, failed)

    def _show_strength(self, password: str) -> None:
        self._strength.setText(strength_hint(password))

    def _lay_out(self) -> None:
        for field in self.fields.values():
            field.editor.setEnabled(not self._is_read_only)
        foot = QHBoxLayout()
        foot.addWidget(self.change_button)
        if self._is_read_only:
            foot.addWidget(TextLabel("项目以只读方式打开。", LabelKind.CAPTION))
        foot.addStretch(1)
        self.change_button.setEnabled(not self._is_read_only)
        for name in (OLD, NEW):
            self.body.addWidget(self.fields[name])
        self.body.addWidget(self._strength)
        self.body.addWidget(self.fields[REPEAT])
        self.body.addWidget(TextLabel(_NO_WAY_BACK, LabelKind.CAUTION, wraps=True))
        self.body.addWidget(self.outcome)
        self.body.addLayout(foot)
        self.outcome.hide()
