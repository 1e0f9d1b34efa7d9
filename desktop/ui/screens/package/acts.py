"""What the user does with a package: build, verify, open, copy its digest, go a round further."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.domain.assessment import Round
from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.jobs import Job, JobContext
from desktop.services.package_service import BuiltPackage
from desktop.services.verification_service import Verification
from desktop.ui.screens.package.presenter import PackagePresenter
from desktop.ui.session import Session
from desktop.ui.verification.sentences import words_of_failure
from desktop.ui.verification.words import words_of
from desktop.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop.ui.widgets.rank import Rank

if TYPE_CHECKING:
    from desktop.ui.screens.package.view import PackageScreen

_PDF: Final = "PDF (*.pdf)"
_SUFFIX: Final = ".pdf"
_CANCELLED: Final = ".cancelled"


class PackageActs(QObject):
    """Each act is a job; its end is shown on the page."""

    def __init__(
        self, session: Session, presenter: PackagePresenter, screen: "PackageScreen"
    ) -> None:
        super().__init__(screen)
        self._session = session
        self._presenter = presenter
        self._screen = screen
        self._built: Path | None = None
        self.question: ConfirmDialog | None = None

    def choose_target(self) -> None:
        """Ask where the package shall be written."""
        chooser = QFileDialog(self._screen, "生成申报包")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_PDF)
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(self._presenter.proposed_name())
        chooser.fileSelected.connect(lambda name: self.build_to(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def build_to(self, target: Path) -> None:
        """Build the package into a file, in the background."""
        if self._presenter.is_building:
            return
        is_pdf = target.suffix.lower() == _SUFFIX
        path = target if is_pdf else target.with_name(target.name + _SUFFIX)
        project, build = self._session.require_project(), self._session.services.packages.build

        def work(context: JobContext) -> BuiltPackage:
            return build(project, path, context)

        self._presenter.begin_build()
        self._screen.show_building()
        handle = self._session.run(Job("生成申报包", work), self._show_result, self._show_failure)
        self._screen.progress.watch(handle)
        handle.ended.connect(self._end_build)

    def choose_package(self) -> None:
        """Ask which file shall be verified."""
        chooser = QFileDialog(self._screen, "验证申报包")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(_PDF)
        chooser.fileSelected.connect(lambda name: self.verify_file(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def verify_file(self, path: Path) -> None:
        """Verify any package, in the background."""
        verify, card = self._session.services.verification.verify, self._screen.verification
        card.show_working(path.name)
        self._screen.bring_up(card)
        job = Job("验证申报包", lambda _context: verify(path))
        self._session.run(job, self._show_verification, self._show_unverified)

    def read_certificate(self) -> None:
        """Show the certificate that the project has, if it has one."""
        card = self._screen.certificate
        job = Job("读取签名证书", lambda _context: self._presenter.certificate())
        self._session.run(job, card.show_certificate, lambda e: card.show_failure(explain(e)))

    def ask_round(self) -> None:
        """Ask before the next round is entered."""
        target = self._presenter.content().next_round
        if target is None:
            return
        question = Question(
            f"进入“{target.value}”轮？",
            "轮次会印在申报包封面上，进入后不能退回上一轮。"
            "请先确认本轮材料已递交，并已另存一份项目文件。",
            f"进入{target.value}轮",
            "留在本轮",
        )
        self.question = ConfirmDialog(self._session.appearance, question, self._screen.window())
        self.question.accepted.connect(lambda: self._enter(target))
        self.question.finished.connect(self._forget_question)
        self.question.open()

    def copy(self, text: str) -> None:
        """Put a digest on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def open_result(self) -> None:
        """Open the package with the computer's PDF program."""
        if self._built is not None:
            self._open(self._built, "系统没有能打开 PDF 的程序，文件仍在原处。")

    def open_folder(self) -> None:
        """Show where the package lies."""
        if self._built is not None:
            self._open(self._built.parent, "系统打不开这个文件夹，文件仍在原处。")

    def _open(self, path: Path, failure: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._screen.say(failure, Rank.WARNING)

    def _enter(self, target: Round) -> None:
        project, enter = self._session.require_project(), self._session.services.assessments
        self._session.run(Job("进入下一轮", lambda _c: enter.enter_round(project, target)))

    def _forget_question(self) -> None:
        question, self.question = self.question, None
        if question is not None:
            question.deleteLater()

    def _show_result(self, built: BuiltPackage) -> None:
        self._built = built.path
        self._screen.result.show_result(self._presenter.result(built))
        self._screen.say(f"申报包已生成并通过验证：{built.path.name}", Rank.GOOD)
        self._screen.bring_up(self._screen.result)

    def _show_failure(self, error: AppError) -> None:
        message = explain(error)
        rank = Rank.INFO if error.code.endswith(_CANCELLED) else Rank.ERROR
        self._screen.say(f"{message.text}{message.advice}", rank)

    def _end_build(self) -> None:
        self._presenter.end_build()
        self._screen.refresh()

    def _show_verification(self, result: Verification) -> None:
        rank = Rank.GOOD if result.intact else Rank.ERROR
        self._screen.verification.show_words(words_of(result), rank)
        self._screen.bring_up(self._screen.verification)

    def _show_unverified(self, error: AppError) -> None:
        self._screen.verification.show_words(words_of_failure(error), Rank.ERROR)
