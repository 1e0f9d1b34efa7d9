"""The form of the company's profile."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.services.jobs import Job
from desktop.services.project_service import profile_fields
from desktop.ui.resources import Icon
from desktop.ui.screens.settings.presenter import Failed, ProfilePresenter, Saved
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_PLACES = {
    "name": (0, 0, 2),
    "credit_code": (1, 0, 1),
    "legal_representative": (1, 1, 1),
    "address": (2, 0, 2),
    "founded_on": (3, 0, 1),
    "contact": (3, 1, 1),
    "phone": (4, 0, 1),
    "recipient": (5, 0, 1),
    "recommender": (5, 1, 1),
}
"""Row, column and number of columns of each field, in reading order."""


class ProfileCard(Card):
    """Shows the profile of the snapshot until something is typed here."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.appearance, "单位信息")
        self._session = session
        self._shown: Mapping[str, str] = {}
        self.presenter = ProfilePresenter(self, session.services.projects.applicant, self._save)
        self.fields = {name: self._field(name) for name in _PLACES}
        self.outcome = MessageBar(session.appearance, Rank.GOOD, "")
        self.save_button = ActionButton(
            session.appearance, "保存单位信息", ButtonKind.PRIMARY, Icon.DONE
        )
        self._is_read_only = session.require_project().read_only
        self._lay_out()
        self.refresh()
        for name in _PLACES:
            self.editor(name).editingFinished.connect(partial(self._check, name))
        self.save_button.clicked.connect(self.submit)

    def editor(self, name: str) -> QLineEdit:
        """The editor of one field."""
        editor = self.fields[name].editor
        if not isinstance(editor, QLineEdit):
            raise TypeError(name)
        return editor

    def refresh(self) -> None:
        """Show the profile as it is kept, where nothing else was typed."""
        kept = profile_fields(self._session.require_project().assessment.applicant)
        for name in _PLACES:
            editor = self.editor(name)
            if editor.text() == self._shown.get(name, ""):
                editor.setText(kept[name])
        self._shown = kept

    def submit(self) -> None:
        """Save what stands in the form."""
        self.presenter.submit({name: self.editor(name).text() for name in FIELD_LABELS})

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark fields and go to the first that is wrong."""
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        first = next((name for name in self.fields if name in errors), None)
        if first is not None:
            self.editor(first).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outcome(self, sentence: str, *, good: bool) -> None:
        if sentence:
            self.outcome.show_message(Rank.GOOD if good else Rank.ERROR, sentence)
        self.outcome.setVisible(bool(sentence))

    def show_working(self, *, working: bool) -> None:
        self.save_button.setEnabled(not working)

    def _save(self, applicant: Applicant, saved: Saved, failed: Failed) -> None:
        project, service = self._session.require_project(), self._session.services.assessments
        job = Job("保存单位信息", lambda _context: service.set_profile(project, applicant))
        self._session.run(job, saved, failed)

    def _check(self, name: str) -> None:
        self.fields[name].show_error(self.presenter.fault_of(name, self.editor(name).text()))

    def _field(self, name: str) -> Field:
        appearance, label = self._session.appearance, FIELD_LABELS[name]
        editor = DateField(appearance, label) if name == "founded_on" else QLineEdit()
        return Field(appearance, label, editor)

    def _lay_out(self) -> None:
        measures = self._session.appearance.measures
        grid = QGridLayout()
        grid.setHorizontalSpacing(measures.space_16)
        grid.setVerticalSpacing(measures.space_8)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for name, (row, column, span) in _PLACES.items():
            grid.addWidget(self.fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            self.editor(name).setReadOnly(self._is_read_only)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        if self._is_read_only:
            foot.addWidget(TextLabel("项目以只读方式打开。", LabelKind.CAPTION))
        foot.addStretch(1)
        self.save_button.setEnabled(not self._is_read_only)
        self.body.addLayout(grid)
        for before, after in pairwise(self.editor(name) for name in _PLACES):
            self.setTabOrder(before, after)
        self.body.addWidget(self.outcome)
        self.body.addLayout(foot)
        self.outcome.hide()
