"""Keys of the whole window."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Act = tuple[str, Callable[[], object]]
"""Keys in Qt's spelling, and what they do."""


def add_shortcuts(window: QWidget, acts: Sequence[Act]) -> None:
    """Let keys act wherever the focus is in the window; dialogs over it are left alone."""
    for keys, act in acts:
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(act)
