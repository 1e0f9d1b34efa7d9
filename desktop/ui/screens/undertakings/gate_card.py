"""One question that must be answered before anything of the paper is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton

from desktop.ui.appearance import Appearance
from desktop.ui.screens.undertakings.content import GateContent
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import LabelKind, TextLabel


class GateCard(Card):
    """No answer is chosen beforehand."""

    answered = Signal(str, str)
    """Name of the question and the answer."""

    def __init__(
        self, appearance: Appearance, number: int, gate: GateContent, *, read_only: bool
    ) -> None:
        super().__init__(appearance)
        self._field = gate.field
        self._group = QButtonGroup(self)
        measures = appearance.measures
        self.body.setContentsMargins(measures.space_12, 8, measures.space_12, 6)
        self.body.setSpacing(measures.space_4)
        self.body.addWidget(TextLabel(f"{number}. {gate.text}", LabelKind.COMPACT, wraps=True))
        row = QHBoxLayout()
        row.setSpacing(measures.space_16)
        self.buttons: dict[str, QRadioButton] = {}
        for answer in gate.answers:
            button = QRadioButton(answer)
            button.setAccessibleName(f"{gate.text}{answer}")
            button.setEnabled(not read_only)
            self._group.addButton(button)
            self.buttons[answer] = button
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.show_answer(gate.answer)
        self._group.buttonClicked.connect(self._tell)

    def show_answer(self, answer: str) -> None:
        """Mark an answer without telling anybody."""
        if answer in self.buttons:
            self.buttons[answer].setChecked(True)

    def _tell(self, button: QAbstractButton) -> None:
        self.answered.emit(self._field, button.text())
