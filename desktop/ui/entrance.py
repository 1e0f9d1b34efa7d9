"""The way in: the start page and the dialogs that lead from it into a project."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.project_service import DEFAULT_RUBRIC, load_rubric
from desktop.ui.screens.new_project.view import NewProjectDialog
from desktop.ui.screens.start.recent_store import RecentStore
from desktop.ui.screens.start.verify_dialog import VerifyDialog
from desktop.ui.screens.start.view import StartPage
from desktop.ui.screens.unlock.attempts import Attempts
from desktop.ui.screens.unlock.view import UnlockDialog
from desktop.ui.session import Session
from desktop.version import PROGRAM_VERSION


class Entrance(QObject):
    """Joins pages that do not know each other."""

    def __init__(self, session: Session, user_folder: Path) -> None:
        super().__init__(session)
        self._session = session
        self._attempts: dict[Path, Attempts] = {}
        rubric = load_rubric(DEFAULT_RUBRIC)
        foot = f"版本 {PROGRAM_VERSION}　评分标准 {rubric.document_number}"
        store = RecentStore(user_folder)
        self.page = StartPage(session, store, rubric.questions_for_the_park, foot)
        self.page.new_requested.connect(self.new_project)
        self.page.unlock_requested.connect(self.unlock)
        self.page.verify_requested.connect(self.verify)
        session.opened.connect(self._note_opened)
        self.page.presenter.refresh()

    def start_with(self, arguments: list[str]) -> None:
        """Take the file that the program was started with."""
        self.page.presenter.take_files([Path(argument) for argument in arguments[:1]])

    @Slot()
    def new_project(self) -> None:
        """Ask for what a new project needs; an open one is locked first by the window."""
        if self._session.project is None:
            NewProjectDialog(self._session, self._window()).open()

    @Slot()
    def choose_project(self) -> None:
        """Let the person pick a project file."""
        if self._session.project is None:
            self.page.choose_project()

    @Slot(object)
    def unlock(self, path: Path) -> None:
        """Ask for the password of a project file."""
        if self._session.project is None:
            attempts = self._attempts.setdefault(path, Attempts())
            UnlockDialog(self._session, path, attempts, self._window()).open()

    @Slot(object)
    def verify(self, path: Path) -> None:
        """Show the verification of a package."""
        VerifyDialog(self._session, path, self._window()).begin()

    def _window(self) -> QWidget:
        return self.page.window()

    @Slot()
    def _note_opened(self) -> None:
        path = self._session.require_project().path
        self._attempts.pop(path, None)
        self.page.presenter.note_opened(path)
