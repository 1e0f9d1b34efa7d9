"""F6: moving the keyboard from pane to pane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_to_pane(panes: Sequence[QWidget], step: int) -> None:
    """Give the keyboard to the pane after (1) or before (-1) the one that has it."""
    focused = QApplication.focusWidget()
    here = next((i for i, pane in enumerate(panes) if _holds(pane, focused)), -1)
    start = here if here >= 0 else (-1 if step > 0 else 0)
    for distance in range(1, len(panes) + 1):
        if focus_into(panes[(start + step * distance) % len(panes)]):
            return


def focus_into(pane: QWidget) -> bool:
    """Focus a pane or the first control in it; False when nothing in it takes the keyboard."""
    for candidate in (pane, *pane.findChildren(QWidget)):
        if _takes_keys(candidate):
            candidate.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _takes_keys(widget: QWidget) -> bool:
    keyboard = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(keyboard) and widget.isVisible() and widget.isEnabled()


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
