"""Our own help for a criterion: the hint, and below it what is usual and what goes wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.card_content import CardContent
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel


class GuidancePanel(QFrame):
    """What is folded stays folded from one criterion to the next."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hint")
        self.hint = TextLabel("", LabelKind.COMPACT, wraps=True, selectable=True)
        self.more_button = ActionButton(appearance, "", ButtonKind.TEXT, Icon.EXPAND, compact=True)
        self.more_button.setCheckable(True)
        self.more = TextLabel("", LabelKind.COMPACT, wraps=True, selectable=True)
        self._lay_out(appearance)
        self.more_button.toggled.connect(self._fold)
        self._fold()

    def show_content(self, content: CardContent) -> None:
        """Show the help of a criterion."""
        self.hint.setText(content.hint)
        parts = (
            _list("可用的证据", content.kinds),
            _list("容易出错的地方", content.pitfalls),
            _list("日期要求", (content.date_rule,)),
        )
        self.more.setText("\n".join(part for part in parts if part))
        self.setAccessibleName(f"提示：{content.hint}")

    def _fold(self) -> None:
        is_open = self.more_button.isChecked()
        self.more.setVisible(is_open)
        self.more_button.set_icon(Icon.COLLAPSE if is_open else Icon.EXPAND)
        self.more_button.setText("收起" if is_open else "证据与要点")
        self.more_button.setAccessibleName("收起证据与要点" if is_open else "展开证据与要点")

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        row = QHBoxLayout()
        row.setSpacing(measures.space_12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(appearance, Icon.HINT, Token.LINK), 0, top)
        row.addWidget(self.hint, 1)
        row.addWidget(self.more_button, 0, top)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(measures.space_12, measures.space_8, measures.space_8, 8)
        outer.setSpacing(measures.space_4)
        outer.addLayout(row)
        more = QHBoxLayout()
        more.addSpacing(measures.icon + measures.space_12)
        more.addWidget(self.more, 1)
        outer.addLayout(more)


def _list(title: str, entries: Sequence[str]) -> str:
    if not entries:
        return ""
    return "\n".join((title, *(f"· {entry}" for entry in entries)))
