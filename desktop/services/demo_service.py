"""The whole main job on made-up data: project, evidence, papers, package, verification."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from desktop.documents.samples import sample_paper, sample_photo, sample_scan
from desktop.domain.assessment import ResponseState
from desktop.domain.credit_code import check_digit
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.undertaking import SELF_CHECK_ON
from desktop.services.assessment_service import AssessmentService
from desktop.services.demo_data import COMPANY, CREDIT_CODE_BODY, PAPERS, PHOTOS, SELF_CHECK, STATES
from desktop.services.errors import OutputProtectedError, OutputRefusedError
from desktop.services.evidence_service import EvidenceService, LinkWish
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.outputs import write_whole, writing
from desktop.services.package_service import PackageService
from desktop.services.project_service import ProjectService
from desktop.services.undertaking_service import UndertakingService
from desktop.services.verification_service import Verification, VerificationService
from desktop.storage.errors import NotAProjectError, WrongSecretError
from rubric.model import UndertakingKind

PASSWORD = "示例密码"  # noqa: S105  the made-up project's, shown to everybody
_SELF_CHECK_BEFORE = timedelta(days=13)
_PROJECT = "示例项目.miping"
_PACKAGE = "示例申报包.pdf"


@dataclass(frozen=True)
class DemoResult:
    """What the demonstration made, and what the verification of its package found."""

    project: Path
    package: Path
    password: str
    verification: Verification


class DemoService:
    """Runs the main job from nothing, through the same services as a person."""

    def __init__(
        self,
        projects: ProjectService,
        assessments: AssessmentService,
        evidence: EvidenceService,
        undertakings: UndertakingService,
        packages: PackageService,
        verification: VerificationService,
    ) -> None:
        self._projects = projects
        self._assessments = assessments
        self._evidence = evidence
        self._undertakings = undertakings
        self._packages = packages
        self._verification = verification

    def run(self, folder: Path, context: JobContext) -> DemoResult:
        """Make a demonstration in a folder, replacing an earlier one there.

        Raises:
            OutputRefusedError: The folder cannot be made.
            OutputProtectedError: A project of somebody's own stands where the demonstration's
                would; it was not touched. Further, the errors of each service.
        """
        project_path, package_path = folder / _PROJECT, folder / _PACKAGE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._make_room(project_path)
        except OSError as error:
            raise OutputRefusedError from error
        fields = {**COMPANY, "credit_code": CREDIT_CODE_BODY + check_digit(CREDIT_CODE_BODY)}
        project = self._projects.create(
            project_path,
            self._projects.applicant(fields),
            self._projects.this_year(),
            PASSWORD,
        )
        try:
            self._collect(project, folder, context)
            self._issue(project, folder, context)
            for criterion_id, word, note in STATES:
                self._assessments.set_state(project, criterion_id, ResponseState(word), note)
            self._packages.build(project, package_path, context)
        finally:
            project.close()
        return DemoResult(
            project_path, package_path, PASSWORD, self._verification.verify(package_path)
        )

    def _make_room(self, path: Path) -> None:
        """Remove an earlier demonstration's project, which its known password opens."""
        if not path.exists():
            return
        try:
            self._projects.open(path, PASSWORD, read_only=True).close()
        except (WrongSecretError, NotAProjectError) as error:
            raise OutputProtectedError from error
        path.unlink()

    def _collect(self, project: OpenProject, folder: Path, context: JobContext) -> None:
        for paper in PAPERS:
            content = sample_paper(paper.title, paper.paragraphs)
            self._take_in(project, folder / f"{paper.title}.pdf", content, paper.wish, context)
        for caption, wish in PHOTOS:
            content = sample_photo(caption)
            self._take_in(project, folder / f"{caption}.jpg", content, wish, context)

    def _issue(self, project: OpenProject, folder: Path, context: JobContext) -> None:
        checked_on = project.clock.today() - _SELF_CHECK_BEFORE
        for kind, answers in (
            (UndertakingKind.NOT_INFRINGED, {"是否受侵犯": "否"}),
            (UndertakingKind.NO_INFRINGEMENT, {"是否被认定侵权": "否", "是否有未了结主张": "否"}),
        ):
            given = {**answers, **SELF_CHECK, SELF_CHECK_ON: checked_on.isoformat()}
            prepared = self._undertakings.issue(
                project, kind, given, folder / f"示例承诺书{kind.value}.pdf"
            )
            wish = LinkWish(
                (prepared.document.criterion_id,), note="演示用", level=DisclosureLevel.SUBMITTABLE
            )
            self._take_in(
                project,
                folder / f"示例承诺书{kind.value}_扫描.jpg",
                sample_scan(prepared.pdf),
                wish,
                context,
            )

    def _take_in(
        self, project: OpenProject, path: Path, content: bytes, wish: LinkWish, context: JobContext
    ) -> None:
        write_whole(path, writing(content))
        self._evidence.attach(project, path, wish, context)
