"""What the user does with a paper: export, print, bring the scan back, confirm it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import Job
from desktop.services.undertaking_service import PreparedUndertaking
from desktop.ui.intake.intake import IntakeReport, intake_job
from desktop.ui.screens.undertakings.presenter import UndertakingsPresenter
from desktop.ui.session import Session
from rubric.model import UndertakingKind

_SCANS: Final = "扫描件 (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.heic *.heif)"
_SUFFIX: Final = ".pdf"


class PaperActs(QObject):
    """Remembers, until the project is locked, where each version was exported to."""

    exported = Signal(str)
    """Name of the file that was written."""
    scans_taken = Signal(object)
    """An IntakeReport."""
    reader_missing = Signal(str)
    """Name of the file that no program of this computer would open."""

    def __init__(self, session: Session, presenter: UndertakingsPresenter, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._presenter = presenter
        self._owner = owner
        self._prints: dict[tuple[UndertakingKind, int], Path] = {}

    def choose_target(self, *, then_print: bool = False) -> None:
        """Ask where the print shall be written."""
        chooser = QFileDialog(self._owner, "导出打印件")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("PDF (*.pdf)")
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile(self._presenter.proposed_name())
        chooser.fileSelected.connect(lambda name: self.export(Path(name), then_print=then_print))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def export(self, target: Path, *, then_print: bool = False) -> None:
        """Write the print and keep the answers."""
        project, kind = self._session.require_project(), self._presenter.kind
        answers = self._presenter.answers()
        issue = self._session.services.undertakings.issue
        path = (
            target if target.suffix.lower() == _SUFFIX else target.with_name(target.name + ".pdf")
        )

        def take(prepared: PreparedUndertaking) -> None:
            self._prints[kind, prepared.draft.version] = path
            self.exported.emit(path.name)
            if then_print:
                self._open(path)

        job = Job("导出打印件", lambda _context: issue(project, kind, answers, path))
        self._session.run(job, take)

    def print_version(self, version: int) -> None:
        """Open the exported file in the computer's PDF program; export it first where needed."""
        path = self._prints.get((self._presenter.kind, version))
        if path is not None and path.is_file():
            self._open(path)
        else:
            self.choose_target(then_print=True)

    def choose_scans(self) -> None:
        """Ask for the scan of the stamped paper."""
        chooser = QFileDialog(self._owner, "选择盖章扫描件")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilter(_SCANS)
        chooser.filesSelected.connect(
            lambda names: self.attach(tuple(Path(name) for name in names))
        )
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Take scans in and link them to the criterion as stamped paper."""
        project, evidence = self._session.require_project(), self._session.services.evidence
        wish = LinkWish((self._presenter.template.criterion_id,), stamped=True)
        self._session.run(intake_job(evidence, project, paths, wish), self.scans_taken.emit)

    def release(self, evidence_id: str) -> None:
        """Let a scan go into the package."""
        project, evidence = self._session.require_project(), self._session.services.evidence
        level = DisclosureLevel.SUBMITTABLE
        job = Job("修改提交级别", lambda _c: evidence.set_level(project, evidence_id, level))
        self._session.run(job)

    def verify(self) -> None:
        """State that the scan was checked against the paper."""
        project, service = self._session.require_project(), self._session.services.assessments
        criterion_id = self._presenter.template.criterion_id
        state = ResponseState.VERIFIED
        job = Job("保存状态", lambda _c: service.set_state(project, criterion_id, state))
        self._session.run(job)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.reader_missing.emit(path.name)


def _with_suffix(target: Path) -> Path:
    is_pdf = target.suffix.lower() == _SUFFIX
    return target if is_pdf else target.with_name(target.name + _SUFFIX)


def intake_problem(report: IntakeReport) -> str:
    """Why scans were not taken in; empty when all of them were."""
    if report.is_clean:
        return ""
    refused = "".join(f"{refusal.file_name}：{refusal.reason}" for refusal in report.refused)
    return f"{refused}{report.stopped}"
