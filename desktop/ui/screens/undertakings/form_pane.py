"""The left pane: which paper, the questions before it, and the values of its text."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.screens.undertakings.content import FieldGroup, FormContent, PaperLine
from desktop.ui.screens.undertakings.gate_card import GateCard
from desktop.ui.screens.undertakings.paper_card import PaperList
from desktop.ui.screens.undertakings.paper_field import PaperField
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.labels import LabelKind, TextLabel
from rubric.model import UndertakingKind

_KEPT = "答案和内容在导出打印件时存入项目。"
_REMARKS = {
    FieldGroup.STATED: _KEPT,
    FieldGroup.PERIOD: "日期可写作 2026-03-05 或 2026年3月5日。",
    FieldGroup.KNOWN: "默认取自单位信息，可改。",
}


class FormPane(QFrame):
    """Makes its fields anew when another paper is shown or the questions open the form."""

    answered = Signal(str, str)
    written = Signal(str, str)

    def __init__(
        self, appearance: Appearance, papers: Sequence[PaperLine], *, read_only: bool
    ) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setAccessibleName("承诺书的内容")
        self._appearance = appearance
        self.read_only = read_only
        self.papers = PaperList(appearance, papers)
        self.gates: dict[str, GateCard] = {}
        self.fields: dict[str, PaperField] = {}
        self._shape: tuple[UndertakingKind, bool] | None = None
        self._parts: QWidget | None = None
        self._inner = QWidget()
        self._inner.setProperty("kind", "page")
        self._column = QVBoxLayout(self._inner)
        self._lay_out()

    def show_form(self, content: FormContent) -> None:
        """Show questions and values of one paper."""
        shape = (content.kind, content.is_open)
        if shape != self._shape:
            self._shape = shape
            self._make_parts(content)
        for gate in content.gates:
            self.gates[gate.field].show_answer(gate.answer)
        for item in content.fields:
            self.fields[item.name].show_value(item.value)

    def show_faults(self, by_field: Mapping[str, str]) -> None:
        """Mark fields by name; all others lose their marks."""
        for name, item in self.fields.items():
            item.show_error(by_field.get(name, ""))

    def hand_over(self) -> None:
        """Tell what stands in every field, also in the one that is being edited."""
        for item in tuple(self.fields.values()):
            item.tell()

    def focus_first(self, names: Sequence[str]) -> None:
        """Put the cursor into the first of these fields."""
        for name, item in self.fields.items():
            if name in names:
                item.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _make_parts(self, content: FormContent) -> None:
        answered = self._focused_gate()
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.measures.space_8)
        self.gates = self._make_gates(content, column)
        self.fields = {}
        for group in FieldGroup:
            self._make_group(content, group, column)
        if self._parts is not None:
            self._column.removeWidget(self._parts)
            self._parts.hide()
            self._parts.deleteLater()
        self._parts = parts
        self._column.insertWidget(1, parts)
        self._refocus(answered)

    def _focused_gate(self) -> str:
        focus: QWidget | None = self.focusWidget()
        if focus is None:
            return ""
        return next((name for name, card in self.gates.items() if card.isAncestorOf(focus)), "")

    def _refocus(self, gate: str) -> None:
        """Keep the keyboard on the question that was just answered."""
        if gate in self.gates:
            buttons = self.gates[gate].buttons.values()
            for button in buttons:
                if button.isChecked():
                    button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_gates(self, content: FormContent, column: QVBoxLayout) -> dict[str, GateCard]:
        column.addWidget(TextLabel("生成前须确认", LabelKind.HEADING))
        gates = {}
        for number, gate in enumerate(content.gates, 1):
            card = GateCard(self._appearance, number, gate, read_only=self.read_only)
            card.answered.connect(self.answered)
            column.addWidget(card)
            gates[gate.field] = card
        return gates

    def _make_group(self, content: FormContent, group: FieldGroup, column: QVBoxLayout) -> None:
        items = [item for item in content.fields if item.group is group]
        if not items:
            return
        column.addSpacing(self._appearance.measures.space_8)
        column.addWidget(TextLabel(group.value, LabelKind.HEADING))
        column.addWidget(TextLabel(_REMARKS[group], LabelKind.CAPTION, wraps=True))
        for item in items:
            made = PaperField(self._appearance, item, read_only=self.read_only)
            made.written.connect(self.written)
            column.addWidget(made)
            self.fields[item.name] = made

    def _lay_out(self) -> None:
        measures = self._appearance.measures
        side = measures.space_16
        title = TextLabel("承诺书", LabelKind.HEADING)
        title.setContentsMargins(side, 0, side, 0)
        title.setMinimumHeight(self._appearance.px(measures.card_header))
        self._column.setContentsMargins(side, measures.space_12, side, side)
        self._column.setSpacing(measures.space_12)
        self._column.addWidget(self.papers)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("承诺书的内容")
        area.setWidget(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(title)
        outer.addWidget(SeparatorLine())
        outer.addWidget(area, 1)
