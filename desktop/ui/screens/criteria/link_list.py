"""The evidence of one criterion: a heading, the rows, and the place for more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.card_content import CardContent, LinkLine
from desktop.ui.screens.criteria.link_row import LEVEL_WIDTH, LOCATOR_WIDTH, LinkRow
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel


class LinkList(QWidget):
    """Rows keep their widgets while the same evidence is shown, so typing is never lost."""

    current_changed = Signal(str)
    """Evidence number of the current row, by the user's act."""
    row_made = Signal(object)
    """A new LinkRow, to be connected."""
    add_requested = Signal()
    link_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._criterion_id = ""
        self.rows: list[LinkRow] = []
        self.current = ""
        self._compact = False
        self._count = TextLabel("", LabelKind.SECONDARY)
        self.link_button = ActionButton(
            appearance, "从证据库关联", ButtonKind.TEXT, Icon.LINK, compact=True
        )
        self.add_button = ActionButton(
            appearance, "添加文件", ButtonKind.TOOL, Icon.ADD, compact=True
        )
        self.add_button.setToolTip("添加文件  Ctrl+I")
        self._frame = QFrame()
        self._frame.setProperty("kind", "card")
        self._header = _Columns(appearance)
        self._more = ElidedLabel("", LabelKind.SECONDARY)
        self._body = QVBoxLayout()
        self._lay_out(appearance)
        self.add_button.clicked.connect(self.add_requested)
        self.link_button.clicked.connect(self.link_requested)

    def show_content(self, content: CardContent) -> None:
        """Show the evidence of a criterion."""
        kinds = "、".join(content.kinds)
        self._more.setText(f"{kinds}，可拖到这里" if kinds else "文件可拖到这里")
        self._count.setText(f"本项 {len(content.lines)} 件" if content.lines else "本项还没有证据")
        self._header.setVisible(bool(content.lines))
        wanted = [line.item.id for line in content.lines]
        if content.id != self._criterion_id or wanted != [row.evidence_id for row in self.rows]:
            self._rebuild(content)
        for row, line in zip(self.rows, content.lines, strict=True):
            row.show_line(line)
        if self.current not in wanted:
            self.make_current(wanted[0] if wanted else "")

    def make_current(self, evidence_id: str, *, opened: bool = False) -> None:
        """Mark one row, and open its second line, without telling anybody."""
        self.current = evidence_id
        for row in self.rows:
            here = row.evidence_id == evidence_id
            row.set_current(current=here, opened=here and opened)

    def row(self, evidence_id: str) -> LinkRow | None:
        """The row of an item, if it is shown."""
        return next((row for row in self.rows if row.evidence_id == evidence_id), None)

    def hand_over(self) -> None:
        """Tell of typed text that was not left yet."""
        for row in self.rows:
            row.hand_over()

    def set_read_only(self, *, read_only: bool) -> None:
        for button in (self.add_button, self.link_button):
            button.setEnabled(not read_only)
        for row in self.rows:
            row.set_read_only(read_only=read_only)

    def set_compact(self, *, compact: bool) -> None:
        """Take up less height."""
        self._compact = compact
        side, above = self._appearance.measures.space_12, 4 if compact else 7
        self._more_line.setContentsMargins(side, above, side, above)
        for row in self.rows:
            row.set_compact(compact=compact)

    def _rebuild(self, content: CardContent) -> None:
        """Keep the rows of items that stay on the same criterion."""
        if content.id != self._criterion_id:
            self.hand_over()
        same = content.id == self._criterion_id
        kept = {row.evidence_id: row for row in self.rows} if same else {}
        old, self.rows = self.rows, []
        for line in content.lines:
            self.rows.append(
                kept.get(line.item.id) or self._new_row(line, stamps=content.needs_stamp)
            )
        for row in old:
            self._body.removeWidget(row)
            if row not in self.rows:
                row.hide()
                row.deleteLater()
        for place, row in enumerate(self.rows):
            self._body.insertWidget(place, row)
        self._criterion_id = content.id

    def _new_row(self, line: LinkLine, *, stamps: bool) -> LinkRow:
        row = LinkRow(self._appearance, line, stamps=stamps)
        row.set_compact(compact=self._compact)
        row.became_current.connect(self._take_current)
        self.row_made.emit(row)
        return row

    def _take_current(self, evidence_id: str) -> None:
        other = evidence_id != self.current
        self.make_current(evidence_id, opened=True)
        if other:
            self.current_changed.emit(evidence_id)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        head = QHBoxLayout()
        head.setSpacing(measures.space_8)
        head.addWidget(TextLabel("证据", LabelKind.HEADING))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.link_button)
        head.addWidget(self.add_button)
        self._more_line = more = QHBoxLayout()
        more.setSpacing(measures.space_8)
        more.addWidget(IconLabel(appearance, Icon.ADD, Token.TEXT3))
        more.addWidget(self._more, 1)
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        self._body.setSpacing(0)
        inner.addWidget(self._header)
        inner.addLayout(self._body)
        inner.addWidget(SeparatorLine())
        inner.addLayout(more)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(measures.space_4)
        outer.addLayout(head)
        outer.addWidget(self._frame)
        self.set_compact(compact=False)


class _Columns(QFrame):
    """The line that names what stands in the rows."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("kind", "columns")
        measures = appearance.measures
        layout = QHBoxLayout(self)
        layout.setContentsMargins(measures.space_12, 3, measures.space_8, 3)
        layout.setSpacing(measures.space_8)
        layout.addWidget(TextLabel("文件", LabelKind.CAPTION), 1)
        self._locator = TextLabel("章条 / 页码", LabelKind.CAPTION)
        self._level = TextLabel("提交级别", LabelKind.CAPTION)
        layout.addWidget(self._locator)
        layout.addWidget(self._level)
        layout.addSpacing(appearance.px(measures.target) * 2 + measures.space_8)
        appearance.changed.connect(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        self._locator.setFixedWidth(self._appearance.px(LOCATOR_WIDTH))
        self._level.setFixedWidth(self._appearance.px(LEVEL_WIDTH))
