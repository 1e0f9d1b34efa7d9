"""A label above an editor, with the sentence about an error below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.dynamic_property import set_style_property
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank


class FieldNote(QWidget):
    """An icon and a sentence under a field; invisible while there is nothing to say."""

    def __init__(
        self, appearance: Appearance, rank: Rank = Rank.ERROR, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        kind = LabelKind.ERROR if rank is Rank.ERROR else LabelKind.CAUTION
        self._label = TextLabel("", kind, wraps=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_4)
        small = appearance.measures.icon_small
        icon = IconLabel(appearance, rank.icon, rank.token, small)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, text: str) -> None:
        """Show a sentence, or go away for an empty one."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class Field(QWidget):
    """Label, editor and note; the owner checks when the editor is left, not at each key."""

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        editor: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = QLabel(label)
        self._label.setProperty("kind", LabelKind.COMPACT.value)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self.note = FieldNote(appearance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_4)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addWidget(self.note)

    def show_error(self, sentence: str) -> None:
        """Mark the editor and say why; an empty sentence takes both away."""
        set_style_property(self.editor, "state", "invalid" if sentence else "")
        self.editor.setAccessibleDescription(sentence)
        self.note.say(sentence)
