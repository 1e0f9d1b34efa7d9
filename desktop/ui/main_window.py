"""The one window: the start page, or the frame around the pages of an open project."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QSettings, Signal, SignalInstance, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.messages import Message
from desktop.ui.frame.facts import frame_facts
from desktop.ui.frame.keys_sheet import COMMON_KEYS, KeysSheet
from desktop.ui.frame.message_area import MessageArea
from desktop.ui.frame.page_deck import PageDeck
from desktop.ui.frame.panes import focus_into, move_to_pane
from desktop.ui.frame.rail import Rail
from desktop.ui.frame.shortcuts import Act, add_shortcuts
from desktop.ui.frame.status_bar import StatusBar
from desktop.ui.frame.stop_question import stop_question
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.job_runner import JobHandle
from desktop.ui.navigation import SCREENS, ScreenSpec
from desktop.ui.places import Place
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
        self._specs = screens
        self._is_closing = False
        self.rail = Rail(session.appearance, screens)
        self.top_bar = TopBar(session.appearance)
        self.status_bar = StatusBar(session.appearance)
        self.messages = MessageArea(session.appearance)
        self.welcome_messages = MessageArea(session.appearance)
        self.pages = PageDeck(session, screens)
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
    def is_open(self) -> bool:
        """Whether the frame is shown, not the start page."""
        return self._stack.currentIndex() == 1

    def ask_to_lock(self) -> None:
        """Lock at once, or ask first when a job would be stopped by it."""
        self._stop_jobs_then("锁定", self.session.lock)

    def show_keys(self) -> None:
        """F1: the keys of this window."""
        pages = tuple((spec.shortcut, spec.title) for spec in self._specs)
        keys = (*self.pages.keys, *pages, *COMMON_KEYS) if self.is_open else COMMON_KEYS
        KeysSheet(self.session.appearance, keys, self).open()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.rail.set_narrow(narrow=narrow)
        self.top_bar.set_narrow(narrow=narrow)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when the project is released: lock first, then close again."""
        if self.session.project is None and not self.session.runner.is_busy:
            self._settings.setValue(_GEOMETRY, self.saveGeometry())
            event.accept()
            return
        event.ignore()
        self._stop_jobs_then("退出", self._lock_and_close)

    def _lay_out(self) -> None:
        page = _column()
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
        column = _column(start)
        column.addWidget(self.welcome_messages)
        column.addWidget(self._welcome, 1)
        self._stack.addWidget(start)
        self._stack.addWidget(frame)
        self.setCentralWidget(self._stack)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._show_project)
        session.closing.connect(self.pages.leave_all)
        session.closed.connect(self._hide_project)
        session.changed.connect(self._refresh)
        session.saved.connect(self.top_bar.show_saved)
        session.place_requested.connect(self.pages.jump)
        session.failed.connect(self._show_failure)
        session.job_started.connect(self._follow_job)
        session.runner.busy_changed.connect(self._close_when_idle)
        self.pages.shown.connect(self.rail.choose)
        self.rail.chosen.connect(self._choose)
        self.rail.lock_requested.connect(self.ask_to_lock)

    def _add_keys(self) -> None:
        pages = [(spec.shortcut, partial(self._choose, spec.id)) for spec in self._specs]
        acts: tuple[Act, ...] = (
            ("Ctrl+Shift+L", self.ask_to_lock),
            ("Alt+Left", self.pages.go_back),
            ("Ctrl+N", partial(self._leave_for, self.new_requested)),
            ("Ctrl+O", partial(self._leave_for, self.open_requested)),
            ("F1", self.show_keys),
            ("F6", partial(self._move_pane, 1)),
            ("Shift+F6", partial(self._move_pane, -1)),
        )
        add_shortcuts(self, (*pages, *acts))

    @Slot()
    def _show_project(self) -> None:
        self.setWindowTitle(TITLE_OPEN)
        self.top_bar.show_saved(None)
        self.welcome_messages.clear()
        self._refresh()
        self._stack.setCurrentIndex(1)
        self.pages.show_first()
        focus_into(self.pages)

    @Slot()
    def _hide_project(self) -> None:
        self.setWindowTitle(TITLE)
        self._stack.setCurrentIndex(0)
        self.messages.clear()
        self.pages.drop_all()
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
        if self.is_open:
            self.pages.show_place(Place(screen_id))

    def _move_pane(self, step: int) -> None:
        if self.is_open:
            move_to_pane((self.rail, *self.pages.panes), step)

    @Slot(object)
    def _show_failure(self, message: Message) -> None:
        area = self.messages if self.is_open else self.welcome_messages
        area.show_failure(message)

    @Slot(object)
    def _follow_job(self, handle: JobHandle) -> None:
        self.status_bar.job.follow(handle)
        handle.cancelled.connect(self._say_cancelled)

    @Slot()
    def _say_cancelled(self) -> None:
        if self.is_open:
            self.messages.show_cancelled()

    def _restore_geometry(self) -> None:
        kept = self._settings.value(_GEOMETRY)
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def _lock_and_close(self) -> None:
        self._is_closing = True
        self.session.runner.cancel_all()
        self.session.lock()

    @Slot(bool)
    def _close_when_idle(self, busy: bool) -> None:  # noqa: FBT001 - the shape of the signal
        if self._is_closing and not busy:
            self.close()

    def _leave_for(self, request: SignalInstance) -> None:
        """Lock an open project before the dialog for another one comes up."""
        if self.session.project is None:
            request.emit()
        else:
            self._stop_jobs_then("锁定", partial(self._lock_for, request))

    def _lock_for(self, request: SignalInstance) -> None:
        self.session.lock()
        request.emit()

    def _stop_jobs_then(self, word: str, act: Callable[[], object]) -> None:
        """Act at once, or ask first when a job of the open project would be stopped."""
        if self.session.project is None or not self.session.runner.is_busy:
            act()
            return
        dialog = ConfirmDialog(self.session.appearance, stop_question(word), self)
        dialog.accepted.connect(act)
        dialog.open()


def _column(owner: QWidget | None = None) -> QVBoxLayout:
    layout = QVBoxLayout() if owner is None else QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
