"""The pages of an open project: made on the first visit, dropped on locking."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.navigation import ScreenSpec
from desktop.ui.places import Place
from desktop.ui.screen import Screen
from desktop.ui.session import Session


class PageDeck(QStackedWidget):
    """Shows one page and remembers from where jumps began."""

    shown = Signal(str)
    """Id of the page that is shown now."""

    def __init__(self, session: Session, specs: Sequence[ScreenSpec]) -> None:
        super().__init__()
        self._session = session
        self._specs = {spec.id: spec for spec in specs}
        self._made: dict[str, Screen] = {}
        self._current = ""
        self._trail: list[Place] = []

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through on the page that is shown."""
        return self._made[self._current].panes() if self._current else ()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Keys of the page that is shown."""
        return self._made[self._current].keys() if self._current else ()

    def screen_of(self, screen_id: str) -> Screen:
        """A page, made on the first call; KeyError for an id that no page has."""
        if screen_id not in self._made:
            screen = self._specs[screen_id].make(self._session)
            self._made[screen_id] = screen
            self.addWidget(screen)
        return self._made[screen_id]

    def show_first(self) -> None:
        """Show the page that stands first."""
        if self._specs:
            self.show_place(Place(next(iter(self._specs))))

    def show_place(self, place: Place) -> None:
        """Show a page, and on it what the place names."""
        if self._current and self._current != place.screen_id:
            self._made[self._current].leave()
        screen = self.screen_of(place.screen_id)
        self._current = place.screen_id
        self.setCurrentWidget(screen)
        screen.show_place(place.key)
        self.shown.emit(place.screen_id)

    def jump(self, place: Place) -> None:
        """Show a place so that `go_back` returns to the present one."""
        if self._current:
            self._trail.append(Place(self._current, self._made[self._current].place_key()))
        self.show_place(place)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self._trail:
            self.show_place(self._trail.pop())

    def leave_all(self) -> None:
        """Let every page hand its unsaved typing to the job queue."""
        for screen in self._made.values():
            screen.leave()

    def drop_all(self) -> None:
        """Take all pages down: nothing of the project stays on the screen or in its widgets."""
        self._trail.clear()
        self._current = ""
        for screen in self._made.values():
            self.removeWidget(screen)
            screen.deleteLater()
        self._made.clear()
