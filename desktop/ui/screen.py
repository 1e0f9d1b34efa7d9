"""What every page in the frame is."""

from PySide6.QtWidgets import QWidget

from desktop.ui.session import Session


class Screen(QWidget):
    """One page of an open project; the frame makes it on the first visit and drops it on locking.

    Subclasses read `session.require_project().assessment` (frozen, cheap) and connect
    `session.changed` to a method that shows it again.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def show_place(self, key: str) -> None:
        """Show what a jump leads to; an empty or unknown key shows the page as it stands."""

    def place_key(self) -> str:
        """What is shown now, so that Alt+← can come back to it."""
        return ""

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 walks through, in reading order."""
        return (self,)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of this page and what they do, for F1."""
        return ()

    def leave(self) -> None:
        """Hand unsaved typing to the job queue: the page is left, locked or closed."""
