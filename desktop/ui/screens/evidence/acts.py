"""What the user does in the library becomes changes in the queue."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.domain.evidence import DisclosureLevel, EvidenceItem
from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import Job
from desktop.ui.disclosure.level_change import LevelChange
from desktop.ui.intake.intake import IntakeReport, intake_job
from desktop.ui.linking.choice_dialog import Choice, ChoiceDialog, ChoiceTexts
from desktop.ui.screens.evidence.content import removal_text
from desktop.ui.screens.evidence.presenter import EvidencePresenter
from desktop.ui.screens.evidence.rename_dialog import RenameDialog
from desktop.ui.session import Session
from desktop.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop.ui.widgets.rank import Rank
from desktop.ui.write_queue import WriteQueue


class LibraryActs(QObject):
    """Asks before it destroys; holds nothing but the open dialog."""

    def __init__(
        self,
        session: Session,
        presenter: EvidencePresenter,
        screen: QWidget,
        refresh: Callable[[], None],
        say: Callable[[Rank, str], None],
    ) -> None:
        """Wire the acts of one screen.

        Args:
            session: The open project.
            presenter: Makes the changes.
            screen: The parent of dialogs.
            refresh: Shows the present snapshot again.
            say: Shows a sentence above the table.
        """
        super().__init__(screen)
        self._session = session
        self._presenter = presenter
        self._screen = screen
        self._refresh = refresh
        self._say = say
        self.writes = WriteQueue(session, refresh)
        self.levels = LevelChange(session, self.writes, screen)
        self.dialog: QDialog | None = None
        session.closing.connect(self.writes.resubmit)

    def import_files(
        self, paths: tuple[Path, ...], on_done: Callable[[IntakeReport], None]
    ) -> None:
        """Take files and folders in without linking them yet."""
        project, evidence = self._session.require_project(), self._session.services.evidence
        self._session.run(intake_job(evidence, project, paths, LinkWish()), on_done)

    def set_level(self, evidence_ids: tuple[str, ...], level: DisclosureLevel) -> None:
        """Set the level of files; 内部 to 可提交 is asked about once for all of them."""
        self.levels.change(self._presenter.items(evidence_ids), level, self._refresh)

    def rename(self, item: EvidenceItem) -> None:
        """Ask for another title."""
        dialog = RenameDialog(self._session.appearance, item.title, self._screen)
        dialog.renamed.connect(
            lambda title: self.writes.write(
                ("title", item.id), title, "重命名", self._presenter.rename_write(item.id, title)
            )
        )
        self._open(dialog)

    def link(self, item: EvidenceItem) -> None:
        """Ask for criteria and link the file to them."""
        choices = [
            Choice(criterion_id, f"{criterion_id}  {short}")
            for criterion_id, short in self._presenter.open_criteria(item.id)
        ]
        texts = ChoiceTexts(f"关联《{item.title}》到条目", "条目", "这件证据已用于全部条目。")
        dialog = ChoiceDialog(self._session.appearance, texts, choices, self._screen)
        dialog.picked.connect(lambda chosen: self._link_all(item, chosen))
        self._open(dialog)

    def unlink(self, evidence_id: str, criterion_id: str) -> None:
        """Take one link away."""
        write = self._presenter.unlink_write(evidence_id, criterion_id)
        self.writes.write(("link", evidence_id, criterion_id), None, "解除关联", write)

    def remove(self, item: EvidenceItem) -> None:
        """Delete a file from the project after a question that names its links."""
        details = self._presenter.details(item.id)
        if details is None:
            return
        question = Question(
            title="从项目中删除这件证据？",
            text=removal_text(details),
            act="删除",
            safe="保留",
            destroys=True,
        )
        dialog = ConfirmDialog(self._session.appearance, question, self._screen)
        dialog.accepted.connect(
            lambda: self.writes.write(
                ("remove", item.id), None, "删除证据", self._presenter.remove_write(item.id)
            )
        )
        self._open(dialog)

    def choose_target(self, item: EvidenceItem) -> None:
        """Ask where the original shall be written."""
        chooser = QFileDialog(self._screen, "另存原件")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(item.file_name)
        chooser.fileSelected.connect(lambda chosen: self.extract(item, Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def extract(self, item: EvidenceItem, target: Path) -> None:
        """Write the identical bytes of a file outside of the project."""
        project, evidence = self._session.require_project(), self._session.services.evidence
        job = Job("另存原件", lambda context: evidence.extract(project, item.id, target, context))
        done = f"已另存 {item.id}《{item.title}》。项目外的副本不再加密，用后请妥善保管。"
        self._session.run(job, lambda _item: self._say(Rank.GOOD, done), self._say_failure)

    def _say_failure(self, error: AppError) -> None:
        message = explain(error)
        self._say(Rank.ERROR, f"{message.text}{message.advice}")

    def _link_all(self, item: EvidenceItem, chosen: tuple[str, ...]) -> None:
        for criterion_id in chosen:
            write = self._presenter.link_write(item.id, criterion_id)
            self.writes.write(("link", item.id, criterion_id), criterion_id, "关联证据", write)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._close_dialog)
        dialog.open()

    def _close_dialog(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
