"""A password with an eye, a word about Caps Lock, and no input method."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.field import FieldNote
from desktop.ui.widgets.rank import Rank

CAPS_LOCK_ON = "大写锁定已打开"


class PasswordField(QWidget):
    """What is typed is hidden until the eye is pressed, and hidden again when the focus leaves.

    Caps Lock is told from what is typed: a capital without Shift, or a small letter with it.
    """

    submitted = Signal()
    """Enter was pressed."""

    def __init__(
        self, appearance: Appearance, name: str = "项目密码", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setProperty("density", "password")
        self.edit.setAccessibleName(name)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.eye = IconButton(appearance, Icon.EYE, "显示密码")
        self.eye.setCheckable(True)
        self.caps_note = FieldNote(appearance, Rank.WARNING)
        self.setFocusProxy(self.edit)
        self._lay_out(appearance)
        self.edit.installEventFilter(self)
        self.eye.installEventFilter(self)
        self.edit.returnPressed.connect(self.submitted)
        self.eye.toggled.connect(self._show_plain)

    def text(self) -> str:
        """The password; the caller does not keep it."""
        return self.edit.text()

    def clear(self) -> None:
        self.edit.clear()

    def select_all(self) -> None:
        """After a wrong password: keep it, marked, so that typing replaces it."""
        self.edit.setFocus()
        self.edit.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.eye.setChecked(False)
            self.caps_note.say("")
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._look_for_caps_lock(event)
        return super().eventFilter(watched, event)

    def _lay_out(self, appearance: Appearance) -> None:
        inside = QHBoxLayout(self.edit)
        inside.setContentsMargins(0, 0, appearance.measures.space_4, 0)
        inside.addStretch(1)
        inside.addWidget(self.eye)
        self.edit.setTextMargins(0, 0, appearance.px(appearance.measures.control), 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(appearance.measures.space_4)
        outer.addWidget(self.edit)
        outer.addWidget(self.caps_note)

    def _look_for_caps_lock(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_note.say("")
        elif typed.isascii() and typed.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_note.say(CAPS_LOCK_ON if typed.isupper() is not shifted else "")

    def _show_plain(self, plain: bool) -> None:  # noqa: FBT001 - the shape of Qt's toggled signal
        mode = QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.eye.setAccessibleName("隐藏密码" if plain else "显示密码")
        self.eye.setToolTip(self.eye.accessibleName())
