"""One value of a paper: what is asked, an editor, and the sentence about an error."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.screens.undertakings.content import FieldContent
from desktop.ui.screens.undertakings.defaults import day_of
from desktop.ui.widgets.date_field import ACCEPTED_FORMS, DateField
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.field import FieldNote
from desktop.ui.widgets.labels import LabelKind, TextLabel


class PaperField(QWidget):
    """Tells its text when it is left or a date was picked, not at each key."""

    written = Signal(str, str)
    """Name of the field and its text."""

    def __init__(self, appearance: Appearance, content: FieldContent, *, read_only: bool) -> None:
        super().__init__()
        self._name = content.name
        self._told = ""
        self.editor = DateField(appearance, content.label) if content.is_date else QLineEdit()
        self.editor.setAccessibleName(content.label)
        self.editor.setReadOnly(read_only)
        self.note = FieldNote(appearance)
        remark = f"（{content.remark}）" if content.remark else ""
        label = TextLabel(f"{content.label}{remark}", LabelKind.COMPACT, wraps=True)
        label.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.measures.space_4)
        column.addWidget(label)
        column.addWidget(self.editor)
        column.addWidget(self.note)
        if not content.is_date:
            self.editor.setToolTip(content.label)
        else:
            self.editor.setToolTip(ACCEPTED_FORMS)
        self.show_value(content.value)
        self.editor.editingFinished.connect(self.tell)
        if isinstance(self.editor, DateField):
            self.editor.date_changed.connect(self.tell)

    def show_value(self, value: str) -> None:
        """Show another value, unless something was typed here that nobody was told yet."""
        if self.editor.text().strip() != self._told:
            return
        self._told = value
        day = day_of(value) if isinstance(self.editor, DateField) else None
        if day is not None and isinstance(self.editor, DateField):
            self.editor.show_day(day)
            self._told = self.editor.text()
        elif self.editor.text() != value:
            self.editor.setText(value)

    def show_error(self, sentence: str) -> None:
        """Mark the editor and say why; an empty sentence takes both away."""
        set_style_property(self.editor, "state", "invalid" if sentence else "")
        self.editor.setAccessibleDescription(sentence)
        self.note.say(sentence)

    def tell(self) -> None:
        """Hand over what stands in the editor, when it is new."""
        text = self.editor.text().strip()
        if text != self._told:
            self._told = text
            self.written.emit(self._name, text)
