"""The one window: the start page, or the frame around the pages of an open project."""

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.messages import Message
from desktop.ui.frame.facts import frame_facts
from desktop.ui.frame.keys_sheet import COMMON_KEYS, KeysSheet
from desktop.ui.frame.message_area import MessageArea
from desktop.ui.frame.panes import focus_into, move_to_pane
from desktop.ui.frame.rail import Rail
from desktop.ui.frame.status_bar import StatusBar
from desktop.ui.frame.stop_question import stop_question
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.job_runner import JobHandle
from desktop.ui.navigation import SCREENS, ScreenSpec
from desktop.ui.places import Place
from desktop.ui.screen import Screen
from desktop.ui.session import Session
from desktop.ui.widgets.confirm_dialog import ConfirmDialog

TITLE = "秘评"
TITLE_OPEN = "已打开项目 — 秘评"
_NARROW = 1120
_SMALLEST = (960, 540)
_FIRST = (1440, 900)
_GEOMETRY = "geometry"


class MainWindow(QMainWindow):
    """Shows where the session stands; titles never hold a path or a name."""

    new_requested = Signal()
    open_requested = Signal()

    def __init__(
        self,
        session: Session,
        welcome: QWidget,
        settings: QSettings,
        screens: tuple[ScreenSpec, ...] = SCREENS,
    ) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._specs = {spec.id: spec for spec in screens}
        self._made: dict[str, Screen] = {}
        self._current = ""
        self._trail: list[Place] = []
        self.rail = Rail(session.appearance, screens)
        self.top_bar = TopBar(session.appearance)
        self.status_bar = StatusBar(session.appearance)
        self.messages = MessageArea(session.appearance)
        self.welcome_messages = MessageArea(session.appearance)
        self.pages = QStackedWidget()
        self._stack = QStackedWidget()
        self._welcome = welcome
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        self._restore_geometry()

    @property
    def current_place(self) -> Place:
        """What is shown now."""
        return Place(self._current, self._made[self._current].place_key())

    def screen_of(self, screen_id: str) -> Screen:
        """A page, made on the first call; KeyError for an id that no page has."""
        if screen_id not in self._made:
            screen = self._specs[screen_id].make(self.session)
            self._made[screen_id] = screen
            self.pages.addWidget(screen)
        return self._made[screen_id]

    @Slot(object)
    def jump(self, place: Place) -> None:
        """Go to a place that a page asked for; Alt+← comes back."""
        self._trail.append(self.current_place)
        self._show_place(place)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        if self._trail and self.session.project is not None:
            self._show_place(self._trail.pop())

    def ask_to_lock(self) -> None:
        """Lock at once, or ask first when a job would be stopped by it."""
        if self.session.project is None:
            return
        if not self.session.runner.is_busy:
            self.session.lock()
            return
        dialog = ConfirmDialog(self.session.appearance, stop_question("锁定"), self)
        dialog.accepted.connect(self.session.lock)
        dialog.open()

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.top_bar)
        page.addWidget(self.messages)
        page.addWidget(self.pages, 1)
        page.addWidget(self.status_bar)
        frame = QWidget()
        sides = QHBoxLayout(frame)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.rail)
        sides.addLayout(page, 1)
        start = QWidget()
        column = QVBoxLayout(start)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.welcome_messages)
        column.addWidget(self._welcome, 1)
        self._stack.addWidget(start)
        self._stack.addWidget(frame)
        self.setCentralWidget(self._stack)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._show_project)
        session.closing.connect(self._leave_pages)
        session.closed.connect(self._hide_project)
        session.changed.connect(self._refresh)
        session.saved.connect(self.top_bar.show_saved)
        session.place_requested.connect(self.jump)
        session.failed.connect(self._area_show_failure)
        session.job_started.connect(self._follow_job)
        self.rail.chosen.connect(self._choose)
        self.rail.lock_requested.connect(self.ask_to_lock)

    def _add_keys(self) -> None:
        for spec in self._specs.values():
            shortcut = QShortcut(QKeySequence(spec.shortcut), self)
            shortcut.activated.connect(lambda screen_id=spec.id: self._choose(screen_id))
        acts = (
            ("Ctrl+Shift+L", self.ask_to_lock),
            ("Alt+Left", self.go_back),
            ("Ctrl+N", self.new_requested.emit),
            ("Ctrl+O", self.open_requested.emit),
            ("F1", self.show_keys),
            ("F6", lambda: self._move_pane(1)),
            ("Shift+F6", lambda: self._move_pane(-1)),
        )
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def show_keys(self) -> None:
        """F1: the keys of this window."""
        pages = tuple((spec.shortcut, spec.title) for spec in self._specs.values())
        keys = (*pages, *COMMON_KEYS) if self.session.project is not None else COMMON_KEYS
        KeysSheet(self.session.appearance, keys, self).open()

    @Slot()
    def _show_project(self) -> None:
        self.setWindowTitle(TITLE_OPEN)
        self.top_bar.show_saved(None)
        self.welcome_messages.clear()
        self._refresh()
        self._stack.setCurrentIndex(1)
        if self._specs:
            self._show_place(Place(next(iter(self._specs))))

    @Slot()
    def _leave_pages(self) -> None:
        for screen in self._made.values():
            screen.leave()

    @Slot()
    def _hide_project(self) -> None:
        self.setWindowTitle(TITLE)
        self._stack.setCurrentIndex(0)
        self._trail.clear()
        self._current = ""
        self.messages.clear()
        for screen in self._made.values():
            self.pages.removeWidget(screen)
            screen.deleteLater()
        self._made.clear()
        focus_into(self._welcome)

    @Slot()
    def _refresh(self) -> None:
        if self.session.project is not None:
            facts = frame_facts(self.session.services, self.session.project)
            self.top_bar.show_facts(facts)
            self.status_bar.show_facts(facts)
            self.rail.show_counts(facts.counts)

    @Slot(str)
    def _choose(self, screen_id: str) -> None:
        if self.session.project is not None:
            self._show_place(Place(screen_id, ""))

    def _show_place(self, place: Place) -> None:
        if self._current and self._current != place.screen_id:
            self._made[self._current].leave()
        screen = self.screen_of(place.screen_id)
        self._current = place.screen_id
        self.rail.choose(place.screen_id)
        self.pages.setCurrentWidget(screen)
        screen.show_place(place.key)

    def _move_pane(self, step: int) -> None:
        if self.session.project is None or not self._current:
            return
        move_to_pane((self.rail, *self._made[self._current].panes()), step)

    @Slot(object)
    def _area_show_failure(self, message: Message) -> None:
        area = self.messages if self.session.project is not None else self.welcome_messages
        area.show_failure(message)

    @Slot(object)
    def _follow_job(self, handle: JobHandle) -> None:
        self.status_bar.job.follow(handle)
        handle.cancelled.connect(self.messages.show_cancelled)

    def _restore_geometry(self) -> None:
        kept = self._settings.value(_GEOMETRY)
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.rail.set_narrow(narrow=narrow)
        self.top_bar.set_narrow(narrow=narrow)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when the project is released: lock first, then close again."""
        runner = self.session.runner
        if self.session.project is None and not runner.is_busy:
            self._settings.setValue(_GEOMETRY, self.saveGeometry())
            event.accept()
            return
        event.ignore()
        if self.session.project is not None and runner.is_busy:
            dialog = ConfirmDialog(self.session.appearance, stop_question("退出"), self)
            dialog.accepted.connect(self._lock_and_close)
            dialog.open()
            return
        self._lock_and_close()

    def _lock_and_close(self) -> None:
        self.session.runner.busy_changed.connect(self.close, Qt.ConnectionType.QueuedConnection)
        self.session.runner.cancel_all()
        self.session.lock()
