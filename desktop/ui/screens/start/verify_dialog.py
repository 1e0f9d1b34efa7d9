"""The answer to 验证申报包: sentences, and a fingerprint to compare."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.jobs import Job
from desktop.services.verification_service import Verification
from desktop.ui.resources import Icon
from desktop.ui.screens.start.verification_words import LineKind, VerificationLine, words_of
from desktop.ui.session import Session
from desktop.ui.tokens import TYPE, Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.confirm_dialog import ScrimmedDialog
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel

_WIDTH = 600
_MARKS = {
    LineKind.GOOD: (Icon.CHECKED, Token.OK),
    LineKind.BAD: (Icon.ERROR, Token.SEAL),
    LineKind.NOTE: (Icon.INFO, Token.TEXT3),
}


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
        self._lines = QVBoxLayout()
        self._lay_out()
        self.finished.connect(self._forget)
        self.close_button.setFocus()
        self.texts: tuple[str, ...] = ()

    def begin(self) -> None:
        """Open the dialog and queue the verification."""
        self.open()
        verify, path = self._session.services.verification.verify, self._path
        job = Job("验证申报包", lambda _context: verify(path))
        self._session.run(job, self._show_result, self._show_failure)

    def _show_result(self, result: Verification) -> None:
        if self._open:
            words = words_of(result)
            self._fill(words.title, words.lines)

    def _show_failure(self, error: AppError) -> None:
        if self._open:
            message = explain(error)
            lines = (
                VerificationLine(LineKind.BAD, message.text),
                VerificationLine(LineKind.NOTE, message.advice),
            )
            self._fill("没有完成验证", lines)

    def _fill(self, title: str, lines: tuple[VerificationLine, ...]) -> None:
        self.bar.hide()
        self.title.setText(title)
        self.texts = tuple(line.text for line in lines)
        for line in lines:
            self._lines.addLayout(self._row(line))
        self._lines.addStretch(1)
        self.setAccessibleDescription(f"{title}。{''.join(self.texts)}")
        self.close_button.setFocus()

    def _row(self, line: VerificationLine) -> QHBoxLayout:
        appearance = self._session.appearance
        icon, token = _MARKS[line.kind]
        words = QVBoxLayout()
        words.setSpacing(appearance.measures.space_4)
        words.addWidget(TextLabel(line.text, wraps=True, selectable=True))
        if line.code:
            code = TextLabel(line.code, LabelKind.COMPACT, wraps=True, selectable=True)
            code.setFont(appearance.mono_font(TYPE.compact))
            words.addWidget(code)
        row = QHBoxLayout()
        row.setSpacing(appearance.measures.space_8)
        row.addWidget(IconLabel(appearance, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _lay_out(self) -> None:
        measures = self._session.appearance.measures
        inner = QWidget()
        inner.setProperty("kind", "page")
        self._lines.setContentsMargins(0, 0, measures.space_8, 0)
        self._lines.setSpacing(measures.space_12)
        inner.setLayout(self._lines)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
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
