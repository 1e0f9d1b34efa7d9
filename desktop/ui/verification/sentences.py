"""What a verification found, one marked sentence below the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages import explain
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.tokens import TYPE, Token
from desktop.ui.verification.words import LineKind, VerificationLine, VerificationWords
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel

_MARKS: Final = {
    LineKind.GOOD: (Icon.CHECKED, Token.OK),
    LineKind.BAD: (Icon.ERROR, Token.SEAL),
    LineKind.NOTE: (Icon.INFO, Token.TEXT3),
}


def words_of_failure(error: AppError) -> VerificationWords:
    """Why nothing could be verified."""
    message = explain(error)
    lines = (
        VerificationLine(LineKind.BAD, message.text),
        VerificationLine(LineKind.NOTE, message.advice),
    )
    return VerificationWords("没有完成验证", lines)


class VerificationSentences(QWidget):
    """Sentences can be marked and copied; fingerprints stand in groups of four."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows: list[QWidget] = []
        self.texts: tuple[str, ...] = ()
        self.setProperty("kind", "page")
        self.setAccessibleName("验证结果")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, appearance.measures.space_8, 0)
        self._column.setSpacing(appearance.measures.space_12)
        self._column.addStretch(1)

    def show_lines(self, lines: Sequence[VerificationLine]) -> None:
        """Show another answer."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.texts = tuple(line.text for line in lines)
        self._rows = [self._row(line) for line in lines]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        self.setAccessibleDescription("".join(self.texts))

    def _row(self, line: VerificationLine) -> QWidget:
        appearance = self._appearance
        icon, token = _MARKS[line.kind]
        words = QVBoxLayout()
        words.setSpacing(appearance.measures.space_4)
        words.addWidget(TextLabel(line.text, wraps=True, selectable=True))
        if line.code:
            code = TextLabel(line.code, LabelKind.COMPACT, wraps=True, selectable=True)
            code.setFont(appearance.mono_font(TYPE.compact))
            words.addWidget(code)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.measures.space_8)
        row.addWidget(IconLabel(appearance, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return made
