"""The dialog that asks for a project's password."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.ui.job_runner import JobHandle
from desktop.ui.resources import Icon
from desktop.ui.screens.unlock.attempts import Attempts
from desktop.ui.screens.unlock.presenter import UnlockPresenter
from desktop.ui.session import OnFailed, Session
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.field import FieldNote
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.password_field import PasswordField
from desktop.ui.widgets.rank import Rank

_SECOND_MS = 1000
FORGOTTEN = (
    "项目整体加密，密码不保存在任何地方，忘记后无法打开，也没有人能代为恢复。"
    "请向设置密码的同事核对，或打开仍记得密码的备份。"
)


class UnlockDialog(ScrimmedDialog):
    """Closes by itself when the session has opened the project."""

    def __init__(self, session: Session, path: Path, attempts: Attempts, window: QWidget) -> None:
        super().__init__(session.appearance, window)
        self._session = session
        self._path = path
        self._working = False
        self._handle: JobHandle | None = None
        self._is_over = False
        appearance = session.appearance
        self.setWindowTitle("解锁项目")
        self.password = PasswordField(appearance)
        self.note = FieldNote(appearance)
        self.advice = TextLabel("", LabelKind.CAPTION, wraps=True)
        self.forgotten = TextLabel(FORGOTTEN, LabelKind.SECONDARY, wraps=True)
        self.wait = FieldNote(appearance, Rank.WARNING)
        self.forgot_button = ActionButton(appearance, "忘记密码怎么办", ButtonKind.TEXT)
        self.read_only_button = ActionButton(appearance, "以只读方式打开")
        self.cancel_button = ActionButton(appearance, "取消")
        self.unlock_button = ActionButton(appearance, "解锁", ButtonKind.PRIMARY, Icon.UNLOCK)
        self.unlock_button.setDefault(True)
        self.timer = QTimer(self)
        self.timer.setInterval(_SECOND_MS)
        self.presenter = UnlockPresenter(self, attempts, session.services.clock, self._open)
        self._lay_out()
        self._connect()
        self.show_failure("", "")
        self.read_only_button.hide()
        self.forgotten.hide()
        self.presenter.begin()
        self.password.setFocus()

    def show_working(self, *, working: bool) -> None:
        """Deriving the key takes a moment; the fields wait meanwhile."""
        self._working = working
        self.password.setEnabled(not working)
        self.unlock_button.setEnabled(not working)
        self.unlock_button.setText("正在解锁…" if working else "解锁")

    def show_failure(self, sentence: str, advice: str) -> None:
        self.note.say(sentence)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.password.edit.setAccessibleDescription(f"{sentence}{advice}")

    def show_wait(self, seconds: int) -> None:
        """Count down in words and hold the button back."""
        self.wait.say(f"{seconds} 秒后可再试。" if seconds else "")
        self.unlock_button.setEnabled(not seconds and not self._working)
        if seconds and not self.timer.isActive():
            self.timer.start()
        elif not seconds:
            self.timer.stop()

    def keep_password_selected(self) -> None:
        self.password.select_all()

    def offer_read_only(self, *, offered: bool) -> None:
        self.read_only_button.setVisible(offered)

    def _open(self, password: str, read_only: bool, on_failed: OnFailed) -> None:  # noqa: FBT001 - the shape of `Open`
        self._handle = self._session.open_project(
            self._path, password, self._guard(on_failed), read_only=read_only
        )

    def _guard(self, on_failed: OnFailed) -> OnFailed:
        """A dialog that was closed meanwhile hears nothing."""

        def tell(error: AppError) -> None:
            if not self._is_over:
                on_failed(error)

        return tell

    def _connect(self) -> None:
        self._session.opened.connect(self.accept)
        self.password.submitted.connect(self._submit)
        self.unlock_button.clicked.connect(self._submit)
        self.read_only_button.clicked.connect(self._submit_read_only)
        self.cancel_button.clicked.connect(self.reject)
        self.forgot_button.clicked.connect(self._toggle_forgotten)
        self.timer.timeout.connect(self.presenter.tick)
        self.finished.connect(self._end)

    def _submit(self) -> None:
        if not self._working:
            self.presenter.submit(self.password.text())

    def _submit_read_only(self) -> None:
        self.presenter.submit(self.password.text(), read_only=True)

    def _toggle_forgotten(self) -> None:
        self.forgotten.setVisible(self.forgotten.isHidden())

    def _end(self, result: int) -> None:
        self._is_over = True
        if self._handle is not None and result == UnlockDialog.DialogCode.Rejected:
            self._handle.cancel()
        self.timer.stop()
        self.password.clear()
        self.deleteLater()

    def _lay_out(self) -> None:
        appearance = self._session.appearance
        measures = appearance.measures
        close = IconButton(appearance, Icon.CLOSE, "关闭")
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(measures.space_12)
        head.addWidget(IconLabel(appearance, Icon.LOCK, Token.LINK, measures.space_24))
        head.addWidget(TextLabel("解锁项目", LabelKind.TITLE), 1)
        head.addWidget(close)
        name = ElidedLabel(self._path.name, LabelKind.SECONDARY, elide=Qt.TextElideMode.ElideMiddle)
        label = TextLabel("项目密码", LabelKind.COMPACT)
        label.setBuddy(self.password.edit)
        foot = QHBoxLayout()
        foot.setSpacing(measures.space_8)
        foot.addWidget(self.forgot_button)
        foot.addStretch(1)
        foot.addWidget(self.read_only_button)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.unlock_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_8)
        outer.addLayout(head)
        outer.addWidget(name)
        outer.addSpacing(measures.space_8)
        outer.addWidget(label)
        for part in (self.password, self.note, self.advice, self.wait, self.forgotten):
            outer.addWidget(part)
        outer.addSpacing(measures.space_8)
        outer.addLayout(foot)
