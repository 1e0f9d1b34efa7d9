"""The dialog that makes a project: the company, the year, the file, the password."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.errors import AppError
from desktop.ui.appearance import Appearance
from desktop.ui.forms.passwords import repeat_fault, strength_hint
from desktop.ui.resources import Icon
from desktop.ui.screens.new_project.presenter import (
    PASSWORD,
    PATH,
    REPEAT,
    YEAR,
    NewProjectForm,
    NewProjectPresenter,
    proposed_name,
    year_fault,
)
from desktop.ui.session import OnFailed, Session
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.password_field import PasswordField
from desktop.ui.widgets.rank import Rank

_SIZE = (760, 680)
_MARGIN = 48
_PLACES = {
    "name": (0, 0, 2),
    "credit_code": (1, 0, 1),
    "legal_representative": (1, 1, 1),
    "address": (2, 0, 2),
    "founded_on": (3, 0, 1),
    "contact": (4, 0, 1),
    "phone": (4, 1, 1),
    "recipient": (5, 0, 1),
    "recommender": (5, 1, 1),
}
"""Row, column and number of columns of each profile field."""
_YEAR_PLACE = (3, 1)
_ORDER = (*list(_PLACES)[:5], YEAR, *list(_PLACES)[5:])
"""Reading order, which is also the order of Tab."""
SECRETS = "严禁录入国家秘密。"
NO_WAY_BACK = "密码不保存在任何地方，忘记后项目无法打开，请按本单位规定妥善保管。"


class NewProjectDialog(ScrimmedDialog):
    """Nothing is written before 新建项目; closes by itself when the project is open."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session.appearance, window)
        self._session = session
        self._path_is_own = False
        self._is_working = False
        self._is_over = False
        appearance = session.appearance
        self.setWindowTitle("新建自评项目")
        self.presenter = NewProjectPresenter(
            self, session.services.projects.applicant, self._create
        )
        self.year = QLineEdit(str(session.services.clock.today().year))
        self.fields = {name: self._form_field(name) for name in _ORDER}
        self.path = QLineEdit()
        self.password = PasswordField(appearance)
        self.repeat = PasswordField(appearance, "再次输入密码")
        self.fields[PATH] = Field(appearance, "项目文件", self.path)
        self.fields[PASSWORD] = Field(appearance, "项目密码", self.password)
        self.fields[REPEAT] = Field(appearance, "再次输入密码", self.repeat)
        self.strength = TextLabel(strength_hint(""), LabelKind.CAPTION, wraps=True)
        self.failure = MessageBar(appearance, Rank.ERROR, "")
        self.failure.hide()
        self.cancel_button = ActionButton(appearance, "取消")
        self.create_button = ActionButton(appearance, "新建项目", ButtonKind.PRIMARY, Icon.ADD)
        self._lay_out(window)
        self._connect()
        self._propose_path()
        self._editor("name").setFocus()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark fields and go to the first that is wrong."""
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        first = next((name for name in self.fields if name in errors), None)
        if first is not None:
            self.fields[first].editor.setFocus()

    def show_failure(self, sentence: str) -> None:
        if sentence:
            self.failure.show_message(Rank.ERROR, sentence)
        self.failure.setVisible(bool(sentence))

    @override
    def reject(self) -> None:
        """Esc and 取消 wait until a file that is being made is there or has failed."""
        if not self._is_working:
            super().reject()

    def show_working(self, *, working: bool) -> None:
        self._is_working = working
        self.cancel_button.setEnabled(not working)
        self.create_button.setEnabled(not working)
        self.create_button.setText("正在新建…" if working else "新建项目")

    def form(self) -> NewProjectForm:
        """What stands in the dialog now."""
        return NewProjectForm(
            profile={name: self._editor(name).text() for name in FIELD_LABELS},
            year=self.year.text(),
            path=self.path.text(),
            password=self.password.text(),
            repeat=self.repeat.text(),
        )

    def _create(
        self, path: Path, applicant: Applicant, year: int, password: str, on_failed: OnFailed
    ) -> None:
        def tell(error: AppError) -> None:
            if not self._is_over:
                on_failed(error)

        self._session.create_project(path, applicant, year, password, tell)

    def _editor(self, name: str) -> QLineEdit:
        editor = self.fields[name].editor
        if not isinstance(editor, QLineEdit):
            raise TypeError(name)
        return editor

    def _form_field(self, name: str) -> Field:
        appearance = self._session.appearance
        if name == YEAR:
            return Field(appearance, "考核年度", self.year)
        label = FIELD_LABELS[name]
        editor = DateField(appearance, label) if name == "founded_on" else QLineEdit()
        return Field(appearance, label, editor)

    def _connect(self) -> None:
        self._session.opened.connect(self.accept)
        for name in FIELD_LABELS:
            self._editor(name).editingFinished.connect(partial(self._check, name))
        self._editor("name").editingFinished.connect(self._propose_path)
        self.year.editingFinished.connect(self._check_year)
        self.year.editingFinished.connect(self._propose_path)
        self.path.textEdited.connect(self._keep_path)
        self.password.edit.textChanged.connect(self._show_strength)
        self.repeat.edit.editingFinished.connect(self._check_repeat)
        self.cancel_button.clicked.connect(self.reject)
        self.create_button.clicked.connect(lambda: self.presenter.submit(self.form()))
        self.finished.connect(self._end)

    def _check(self, name: str) -> None:
        text = self._editor(name).text()
        self.fields[name].show_error(self.presenter.fault_of(name, text) if text.strip() else "")

    def _check_year(self) -> None:
        self.fields[YEAR].show_error(year_fault(self.year.text()))

    def _check_repeat(self) -> None:
        if self.repeat.text():
            fault = repeat_fault(self.password.text(), self.repeat.text())
            self.fields[REPEAT].show_error(fault)

    def _show_strength(self, password: str) -> None:
        self.strength.setText(strength_hint(password))

    def _keep_path(self) -> None:
        self._path_is_own = True

    def _propose_path(self) -> None:
        if not self._path_is_own:
            place = QStandardPaths.StandardLocation.DocumentsLocation
            folder = Path(QStandardPaths.writableLocation(place))
            name = proposed_name(self._editor("name").text(), self.year.text())
            self.path.setText(str(folder / name))

    def _choose_path(self) -> None:
        chooser = QFileDialog(self, "项目文件的位置")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setDefaultSuffix("miping")
        chooser.setNameFilter("秘评项目 (*.miping)")
        chooser.selectFile(self.path.text())
        chooser.fileSelected.connect(self._take_path)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _take_path(self, chosen: str) -> None:
        self._path_is_own = True
        self.path.setText(chosen)
        self.fields[PATH].show_error("")

    def _end(self) -> None:
        self._is_over = True
        self.password.clear()
        self.repeat.clear()
        self.deleteLater()

    def _lay_out(self, window: QWidget) -> None:
        appearance = self._session.appearance
        measures = appearance.measures
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_12)
        outer.addWidget(TextLabel("新建自评项目", LabelKind.TITLE))
        outer.addWidget(TextLabel(SECRETS, LabelKind.ERROR))
        outer.addWidget(self.failure)
        outer.addWidget(self._form_area(), 1)
        outer.addWidget(SeparatorLine())
        foot = QHBoxLayout()
        foot.setSpacing(measures.space_8)
        foot.addWidget(TextLabel("各栏以后可在“设置”中修改。", LabelKind.CAPTION))
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.create_button)
        outer.addLayout(foot)
        for before, after in pairwise(self._editor(name) for name in _ORDER):
            self.setTabOrder(before, after)
        room, margin = window.window().size(), appearance.px(_MARGIN)
        self.resize(
            min(appearance.px(_SIZE[0]), room.width() - margin),
            min(appearance.px(_SIZE[1]), room.height() - margin),
        )

    def _form_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, self._session.appearance.measures.space_12, 4)
        column.setSpacing(self._session.appearance.measures.space_12)
        column.addWidget(TextLabel("单位信息", LabelKind.HEADING))
        column.addLayout(self._profile_grid())
        column.addWidget(SeparatorLine())
        column.addWidget(TextLabel("项目文件与密码", LabelKind.HEADING))
        column.addLayout(self._file_grid())
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("新建项目的各栏")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _profile_grid(self) -> QGridLayout:
        appearance = self._session.appearance
        grid = _grid(appearance)
        for name, (row, column, span) in _PLACES.items():
            grid.addWidget(self.fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fields[YEAR], *_YEAR_PLACE, Qt.AlignmentFlag.AlignTop)
        return grid

    def _file_grid(self) -> QGridLayout:
        appearance = self._session.appearance
        browse = ActionButton(appearance, "选择位置", icon=Icon.FOLDER_OPEN)
        browse.clicked.connect(self._choose_path)
        place = QHBoxLayout()
        place.setSpacing(appearance.measures.space_8)
        place.addWidget(self.fields[PATH], 1, Qt.AlignmentFlag.AlignTop)
        place.addWidget(browse, 0, Qt.AlignmentFlag.AlignBottom)
        grid = _grid(appearance)
        grid.addLayout(place, 0, 0, 1, 2)
        grid.addWidget(self.fields[PASSWORD], 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.fields[REPEAT], 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.strength, 2, 0, 1, 2)
        grid.addWidget(TextLabel(NO_WAY_BACK, LabelKind.CAUTION, wraps=True), 3, 0, 1, 2)
        return grid


def _grid(appearance: Appearance) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(appearance.measures.space_16)
    grid.setVerticalSpacing(appearance.measures.space_12)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
