"""The fixed rows above and below the card: going from one criterion to the next, and the act."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.card_content import CardContent
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import ElidedLabel, LabelKind, TextLabel

_ACTS: Final = {
    ResponseState.NOT_STARTED: (ResponseState.READY, "标为材料齐"),
    ResponseState.PREPARING: (ResponseState.READY, "标为材料齐"),
    ResponseState.READY: (ResponseState.VERIFIED, "标为已核对"),
}


class StepBar(QFrame):
    """Previous and next by name, and where one is."""

    step_requested = Signal(str)
    """Id of a criterion."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._targets: dict[ActionButton, str] = {}
        self.previous_button = ActionButton(appearance, "", ButtonKind.TOOL, Icon.PREVIOUS)
        self.next_button = ActionButton(appearance, "", ButtonKind.TOOL, Icon.NEXT, icon_after=True)
        self.unfinished_button = ActionButton(appearance, "下一未完成", ButtonKind.TEXT)
        self.unfinished_button.setToolTip("下一个未完成的条目  Ctrl+Shift+PgDn")
        self.position = TextLabel("", LabelKind.COMPACT)
        measures = appearance.measures
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(measures.space_16, 6, measures.space_16, 6)
        self.row.setSpacing(measures.space_8)
        for part in (self.previous_button, self.next_button, self.position):
            self.row.addWidget(part)
        self.row.addStretch(1)
        self.row.addWidget(self.unfinished_button)
        for button in (self.previous_button, self.next_button, self.unfinished_button):
            button.clicked.connect(self._tell_sender)

    def show_steps(
        self, position: str, previous: str | None, following: str | None, unfinished: str | None
    ) -> None:
        """Show where the buttons lead; an end disables its button."""
        self.position.setText(position)
        rows = (
            (self.previous_button, previous, "上一项", "Ctrl+PgUp"),
            (self.next_button, following, "下一项", "Ctrl+PgDn"),
        )
        for button, target, word, key in rows:
            button.setText(target or word)
            button.setAccessibleName(f"{word} {target}" if target else f"没有{word}")
            button.setToolTip(f"{word}  {key}")
        targets = ((self.previous_button, previous), (self.next_button, following))
        for button, target in (*targets, (self.unfinished_button, unfinished)):
            self._targets[button] = target or ""
            button.setEnabled(target is not None)

    def _tell_sender(self) -> None:
        button = self.sender()
        if isinstance(button, ActionButton) and self._targets.get(button):
            self.step_requested.emit(self._targets[button])


class ActionBar(QFrame):
    """The one primary act of the card, with the reason beside it when it has to wait."""

    state_requested = Signal(object)
    """A ResponseState."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._target: ResponseState | None = None
        self.changed = ElidedLabel("", LabelKind.SECONDARY)
        self.why = TextLabel("", LabelKind.ERROR)
        self.act_button = ActionButton(appearance, "", ButtonKind.PRIMARY)
        self.act_button.setToolTip("标为材料齐  Ctrl+Enter")
        measures = appearance.measures
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.space_16, 6, measures.space_16, 6)
        row.setSpacing(measures.space_12)
        row.addWidget(self.changed, 1)
        row.addWidget(self.act_button)
        row.addWidget(self.why)
        self.setMinimumHeight(appearance.px(measures.card_header))
        self.act_button.clicked.connect(self._tell)

    def show_content(self, content: CardContent, *, read_only: bool) -> None:
        """Show the next act for a state; settled states have none."""
        self.changed.setText(f"更新于 {content.changed}" if content.changed else "尚未填写")
        target, words = _ACTS.get(content.state, (None, ""))
        self._target = target
        self.act_button.setVisible(target is not None)
        self.act_button.setText(words)
        why = "项目以只读方式打开" if read_only else content.readiness
        self.act_button.setEnabled(not why)
        self.act_button.setAccessibleDescription(why)
        self.why.setText(why if target is not None else "")

    def _tell(self) -> None:
        if self._target is not None:
            self.state_requested.emit(self._target)
