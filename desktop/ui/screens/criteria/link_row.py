"""One piece of evidence on the card: what it is, where in it, whether it may leave."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.disclosure.level_choice import LevelChoice
from desktop.ui.linking.file_icon import file_icon
from desktop.ui.resources import Icon
from desktop.ui.screens.criteria.card_content import LinkLine
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind

LOCATOR_WIDTH: Final = 136
LEVEL_WIDTH: Final = 118
_ABOVE: Final = 5
_ABOVE_COMPACT: Final = 2


class LinkRow(QFrame):
    """The second line opens when the user comes to the row; text is told when it is left."""

    became_current = Signal(str)
    locator_changed = Signal(str, str)
    note_changed = Signal(str, str)
    stamp_changed = Signal(str, bool)
    level_chosen = Signal(str, object)
    preview_requested = Signal(str)
    unlink_requested = Signal(str)

    def __init__(self, appearance: Appearance, line: LinkLine, *, stamps: bool) -> None:
        super().__init__()
        self.evidence_id = line.item.id
        self._appearance = appearance
        self._stamps = stamps
        self.setProperty("kind", "row")
        title = line.item.title
        self._icon = IconLabel(appearance, file_icon(line.item.file_name))
        self.title = ElidedLabel("", LabelKind.COMPACT, elide=Qt.TextElideMode.ElideMiddle)
        self.detail = ElidedLabel("", LabelKind.CAPTION)
        self.locator = _text_field(f"章条或页码：{title}", "如 第三章 / 第12页")
        self.level = LevelChoice(f"提交级别：{title}")
        self.preview_button = IconButton(appearance, Icon.EYE, f"预览：{title}")
        self.unlink_button = IconButton(appearance, Icon.UNLINK, f"解除关联：{title}")
        self.note = _text_field(f"这份材料证明了什么：{title}", "这份材料证明了什么（可不填）")
        self.stamp = QCheckBox("盖章扫描件")
        self.stamp.setAccessibleName(f"盖章扫描件：{title}")
        self.stamp.setToolTip("盖章纸质件的彩色扫描件；只有它计分")
        self._lay_out(appearance)
        self._take_look()
        self._connect()
        appearance.changed.connect(self._take_look)
        self.show_line(line)
        self.set_current(current=False, opened=False)

    def show_line(self, line: LinkLine) -> None:
        """Show a newer state; a text that is being typed is left alone."""
        self.title.setText(line.item.title)
        note = f"，{line.link.note}" if line.link.note else ""
        self.detail.setText(f"{line.detail}{note}")
        for field, text in ((self.locator, line.link.locator), (self.note, line.link.note)):
            if not field.isModified():
                field.setText(text)
        self.level.show_level(line.item.level)
        set_style_property(self.level, "state", "invalid" if line.needs_level else "")
        self.stamp.blockSignals(True)  # noqa: FBT003 - showing is not choosing
        self.stamp.setChecked(line.link.stamped)
        self.stamp.blockSignals(False)  # noqa: FBT003 - and ends here

    def set_current(self, *, current: bool, opened: bool) -> None:
        """Mark the row and open its second line; the check box stays where paper is asked for."""
        self.note.setVisible(opened)
        self.stamp.setVisible(self._stamps)
        self._second.setVisible(opened or self._stamps)
        set_style_property(self, "state", "selected" if current else "")

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be changed."""
        for field in (self.locator, self.note):
            field.setReadOnly(read_only)
        for control in (self.level, self.stamp, self.unlink_button):
            control.setEnabled(not read_only)

    def hand_over(self) -> None:
        """Tell of typed text that was not left yet."""
        for field, signal in ((self.locator, self.locator_changed), (self.note, self.note_changed)):
            if field.isModified():
                field.setModified(False)
                signal.emit(self.evidence_id, field.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.became_current.emit(self.evidence_id)
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.became_current.emit(self.evidence_id)
        super().mousePressEvent(event)

    def set_compact(self, *, compact: bool) -> None:
        """Take up less height."""
        above = _ABOVE_COMPACT if compact else _ABOVE
        side = self._appearance.measures.space_12
        self._outer.setContentsMargins(side, above, self._appearance.measures.space_8, above)

    def _take_look(self) -> None:
        self.locator.setFixedWidth(self._appearance.px(LOCATOR_WIDTH))
        self.level.setFixedWidth(self._appearance.px(LEVEL_WIDTH))

    def _connect(self) -> None:
        name = self.evidence_id
        self.locator.editingFinished.connect(self.hand_over)
        self.note.editingFinished.connect(self.hand_over)
        self.stamp.toggled.connect(lambda checked: self.stamp_changed.emit(name, checked))
        self.level.level_chosen.connect(lambda level: self.level_chosen.emit(name, level))
        self.preview_button.clicked.connect(lambda: self.preview_requested.emit(name))
        self.unlink_button.clicked.connect(lambda: self.unlink_requested.emit(name))
        for control in (self.locator, self.note, self.level, self.stamp, self.preview_button):
            control.installEventFilter(self)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        first = QHBoxLayout()
        first.setSpacing(measures.space_8)
        first.addWidget(self._icon)
        first.addLayout(words, 1)
        for control in (self.locator, self.level, self.preview_button, self.unlink_button):
            first.addWidget(control)
        self._second = QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(measures.icon + measures.space_8, 0, 0, 0)
        second.setSpacing(measures.space_12)
        second.addWidget(self.note, 1)
        second.addWidget(self.stamp)
        second.addStretch(0)
        self._outer = outer = QVBoxLayout(self)
        outer.setSpacing(measures.space_4)
        self.set_compact(compact=False)
        outer.addLayout(first)
        outer.addWidget(self._second)


def _text_field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setProperty("density", "compact")
    field.setAcceptDrops(False)
    return field
