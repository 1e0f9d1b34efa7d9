"""The composition root: builds the services and hands them to a face."""

from desktop.clock import Clock, SystemClock
from desktop.services.assessment_service import AssessmentService
from desktop.services.demo_service import DemoService
from desktop.services.evidence_service import EvidenceService
from desktop.services.package_service import PackageService
from desktop.services.precheck_service import PrecheckService
from desktop.services.preview_service import PreviewService
from desktop.services.project_service import ProjectService
from desktop.services.scoring_service import ScoringService
from desktop.services.services import Services
from desktop.services.undertaking_service import UndertakingService
from desktop.services.verification_service import VerificationService
from desktop.storage.credentials import KdfCost


def build_services(actor: str, clock: Clock | None = None, kdf: KdfCost | None = None) -> Services:
    """Build every service once.

    Args:
        actor: Who changes things, as the history shall name it.
        clock: The system's own unless a test brings another.
        kdf: Cost of new password slots; the program's default unless a test brings another.
    """
    clock = clock or SystemClock()
    projects = ProjectService(clock, kdf or KdfCost(), actor)
    assessments = AssessmentService()
    evidence = EvidenceService()
    scoring = ScoringService()
    prechecks = PrecheckService(scoring)
    undertakings = UndertakingService()
    verification = VerificationService()
    packages = PackageService(evidence, scoring, prechecks, undertakings, verification)
    return Services(
        clock=clock,
        projects=projects,
        assessments=assessments,
        evidence=evidence,
        scoring=scoring,
        prechecks=prechecks,
        undertakings=undertakings,
        packages=packages,
        verification=verification,
        previews=PreviewService(evidence),
        demo=DemoService(projects, assessments, evidence, undertakings, packages, verification),
    )
