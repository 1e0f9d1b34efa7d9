"""The set of services that a face is handed."""

from dataclasses import dataclass

from desktop.clock import Clock
from desktop.services.assessment_service import AssessmentService
from desktop.services.demo_service import DemoService
from desktop.services.evidence_service import EvidenceService
from desktop.services.package_service import PackageService
from desktop.services.precheck_service import PrecheckService
from desktop.services.preview_service import PreviewService
from desktop.services.project_service import ProjectService
from desktop.services.scoring_service import ScoringService
from desktop.services.undertaking_service import UndertakingService
from desktop.services.verification_service import VerificationService


@dataclass(frozen=True)
class Services:
    """Everything that a face may call; built by `desktop.bootstrap`."""

    clock: Clock
    projects: ProjectService
    assessments: AssessmentService
    evidence: EvidenceService
    scoring: ScoringService
    prechecks: PrecheckService
    undertakings: UndertakingService
    packages: PackageService
    verification: VerificationService
    previews: PreviewService
    demo: DemoService
