"""The answer to 验证申报包: sentences, and a fingerprint to compare."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.services.jobs import Job
from desktop.services.verification_service import Verification
from desktop.ui.session import Session
from desktop.ui.verification.sentences import VerificationSentences, words_of_failure
from desktop.ui.verification.words import VerificationWords, words_of
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.labels import ElidedLabel, LabelKind, TextLabel

_WIDTH = 600


class VerifyDialog(ScrimmedDialog):
    """Opens at once and fills when the job is done; needs no password and changes no file."""

    def __init__(self, session: Session, path: Path, window: QWidget) -> None:
        super().__init__(session.appearance, window)
        self._session = session
        self._path = path
        self._open = True
        self.setWindowTitle("验证申报包")
        self.setMinimumWidth(session.appearance.px(_WIDTH))
        self.title = TextLabel("正在验证…", LabelKind.TITLE)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("正在验证申报包")
        self.close_button = ActionButton(session.appearance, "关闭", ButtonKind.PRIMARY)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.sentences = VerificationSentences(session.appearance)
        self._lay_out()
        self.finished.connect(self._forget)
        self.close_button.setFocus()

    def begin(self) -> None:
        """Open the dialog and queue the verification."""
        self.open()
        verify, path = self._session.services.verification.verify, self._path
        job = Job("验证申报包", lambda _context: verify(path))
        self._session.run(job, self._show_result, self._show_failure)

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences that are shown."""
        return self.sentences.texts

    def _show_result(self, result: Verification) -> None:
        if self._open:
            self._fill(words_of(result))

    def _show_failure(self, error: AppError) -> None:
        if self._open:
            self._fill(words_of_failure(error))

    def _fill(self, words: VerificationWords) -> None:
        self.bar.hide()
        self.title.setText(words.title)
        self.sentences.show_lines(words.lines)
        self.setAccessibleDescription(f"{words.title}。{''.join(self.texts)}")
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        measures = self._session.appearance.measures
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.sentences)
        area.setMinimumHeight(self._session.appearance.px(280))
        area.setAccessibleName("验证结果")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(measures.space_24,) * 4)
        outer.setSpacing(measures.space_12)
        outer.addWidget(self.title)
        name = ElidedLabel(self._path.name, LabelKind.SECONDARY, elide=Qt.TextElideMode.ElideMiddle)
        outer.addWidget(name)
        outer.addWidget(self.bar)
        outer.addWidget(area, 1)
        outer.addLayout(foot)

    def _forget(self) -> None:
        self._open = False
        self.deleteLater()
