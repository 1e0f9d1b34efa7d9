"""Building the package: pre-check, pages, evidence, signature, verification, one file."""

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from desktop.documents.evidence.worker import EvidenceWorker
from desktop.documents.package_builder import BuiltVolume, build_volume, part_titles
from desktop.documents.volume import EvidencePart, Signer, Volume, evidence_part
from desktop.domain.assessment import Assessment
from desktop.domain.materials import Material, materials_of
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.scoring.sheet import ScoreSheet
from desktop.services.errors import (
    BlockingFindingsError,
    PackageUnsoundError,
    UndecidedEvidenceError,
)
from desktop.services.evidence_service import EvidenceService
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.outputs import require_target, write_whole
from desktop.services.precheck_service import PrecheckService
from desktop.services.scoring_service import ScoringService
from desktop.services.undertaking_service import UndertakingService
from desktop.services.verification_service import VerificationService
from desktop.signing.identity import SigningIdentity, make_identity
from desktop.signing.sign_pdf import sign
from desktop.version import PROGRAM_VERSION
from rubric.points import Tenths

STEPS = ("预检", "转换证据", "编排", "签名", "验证")
"""The steps of a build in order, as progress names them."""

_UNDECIDED_RULE = "evidence.undecided"
_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class BuiltPackage:
    """A finished package file.

    Attributes:
        size: In bytes.
        sha256: Hex digest of the file.
        evidence_count: Items inside.
        withheld: Label and reason of every linked item that stayed out.
        notes: What happened to single items on the way in, in words.
    """

    path: Path
    pages: int
    size: int
    sha256: str
    fingerprint_sha256: str
    evidence_count: int
    withheld: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    conservative: Tenths
    expected: Tenths


class PackageService:
    """Makes packages; an existing file is replaced only by one that passed verification."""

    def __init__(
        self,
        evidence: EvidenceService,
        scoring: ScoringService,
        prechecks: PrecheckService,
        undertakings: UndertakingService,
        verification: VerificationService,
    ) -> None:
        self._evidence = evidence
        self._scoring = scoring
        self._prechecks = prechecks
        self._undertakings = undertakings
        self._verification = verification

    def build(self, project: OpenProject, target: Path, context: JobContext) -> BuiltPackage:
        """Build, sign, write and verify the package of the present snapshot.

        Raises:
            UndecidedEvidenceError, BlockingFindingsError: The pre-check; nothing was built.
            CancelledJobError, the output errors, the signing errors: Nothing was written.
            PackageUnsoundError: The result did not pass its own verification and was removed.
        """
        self._step(context, 0)
        require_target(target, project.path)
        _refuse_blocking(self._prechecks.findings(project))
        identity = self.identity(project)
        assessment, sheet = project.assessment, self._scoring.sheet(project)
        parts = self._parts(project, assessment, context)
        volume = self._volume(project, assessment, sheet, identity, parts)
        self._step(context, 2)
        unsigned = BytesIO()
        built = build_volume(
            volume,
            unsigned,
            progress=lambda done, total: context.progress.report(done, total, STEPS[2]),
            cancelled=lambda: context.cancel.cancelled,
        )
        context.cancel.raise_if_cancelled()
        digest = hashlib.sha256()

        def write(stream: BinaryIO) -> None:
            self._sign_and_verify(project, identity, unsigned, stream, context)
            stream.seek(0)
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
            # Before the file takes its name: where this fails, an earlier package stays.
            self._record(project, digest.hexdigest(), built)

        write_whole(target, write, project.path)
        return _result(target, digest.hexdigest(), identity, volume, built)

    def part_titles(self, project: OpenProject) -> tuple[tuple[str, str], ...]:
        """Page id and title of every part of a package, in the order of the edition."""
        return part_titles(project.rubric)

    def kept_identity(self, project: OpenProject) -> SigningIdentity | None:
        """The project's key and certificate, if it has them already; reads the project file."""
        with project.lock:
            kept = project.repository.signing_identity()
        return None if kept is None else SigningIdentity(*kept)

    def identity(self, project: OpenProject) -> SigningIdentity:
        """The project's key and certificate; made and kept in the project when it has none.

        Raises:
            ReadOnlyProjectError: There is none and the project cannot be written.
        """
        with project.lock:
            kept = self.kept_identity(project)
            if kept is not None:
                return kept
            project.require_writable()
            name = project.assessment.applicant.name
            identity = make_identity(name, name, project.clock.now())
            try:
                project.repository.put_signing_identity(
                    identity.private_key_pkcs8, identity.certificate_der
                )
                project.commit(
                    project.assessment,
                    "signing.identity_made",
                    {"fingerprint": identity.fingerprint_sha256},
                )
            except BaseException:
                project.file.rollback()
                raise
            return identity

    def _parts(
        self, project: OpenProject, assessment: Assessment, context: JobContext
    ) -> tuple[EvidencePart, ...]:
        materials = [
            material
            for material in materials_of(project.rubric, assessment)
            if material.withheld is None
        ]
        parts = []
        with EvidenceWorker() as worker:
            for index, material in enumerate(materials):
                context.cancel.raise_if_cancelled()
                context.progress.report(index, len(materials), STEPS[1])
                parts.append(self._part(project, material, worker))
        return tuple(parts)

    def _part(
        self, project: OpenProject, material: Material, worker: EvidenceWorker
    ) -> EvidencePart:
        content = self._evidence.content(project, material.item)
        return evidence_part(material, worker.normalise(material.item.file_name, content), content)

    def _volume(
        self,
        project: OpenProject,
        assessment: Assessment,
        sheet: ScoreSheet,
        identity: SigningIdentity,
        parts: tuple[EvidencePart, ...],
    ) -> Volume:
        return Volume(
            rubric=project.rubric,
            assessment=assessment,
            sheet=sheet,
            materials=materials_of(project.rubric, assessment),
            parts=parts,
            undertakings=self._undertakings.documents(project),
            signer=Signer(
                identity.subject_name,
                identity.fingerprint_sha256,
                identity.not_before.date(),
                identity.not_after.date(),
            ),
            built_at=project.clock.now(),
            built_on=project.clock.today(),
            program_version=PROGRAM_VERSION,
        )

    def _sign_and_verify(
        self,
        project: OpenProject,
        identity: SigningIdentity,
        unsigned: BinaryIO,
        stream: BinaryIO,
        context: JobContext,
    ) -> None:
        unsigned.seek(0)
        sign(
            unsigned,
            stream,
            identity,
            project.clock.now(),
            progress=lambda done, total: context.progress.report(done, total, STEPS[3]),
            cancelled=lambda: context.cancel.cancelled,
        )
        self._step(context, 4)
        result = self._verification.verify_stream(stream)
        expected = identity.fingerprint_sha256
        if not result.intact or result.fingerprint_sha256 != expected:
            raise PackageUnsoundError(tuple(problem.text for problem in result.problems))

    def _record(self, project: OpenProject, sha256: str, built: BuiltVolume) -> None:
        if project.read_only:
            return
        project.commit(
            project.assessment,
            "package.built",
            {"sha256": sha256, "pages": str(built.page_count)},
        )

    def _step(self, context: JobContext, index: int) -> None:
        context.cancel.raise_if_cancelled()
        context.progress.report(0, 0, STEPS[index])


def _refuse_blocking(findings: tuple[Finding, ...]) -> None:
    errors = [finding for finding in findings if finding.rank is Rank.ERROR]
    undecided = tuple(item.text.rstrip("。") for item in errors if item.rule == _UNDECIDED_RULE)
    if undecided:
        raise UndecidedEvidenceError(undecided)
    if errors:
        raise BlockingFindingsError(tuple(item.text.rstrip("。") for item in errors))


def _result(
    target: Path, sha256: str, identity: SigningIdentity, volume: Volume, built: BuiltVolume
) -> BuiltPackage:
    return BuiltPackage(
        path=target,
        pages=built.page_count,
        size=target.stat().st_size,
        sha256=sha256,
        fingerprint_sha256=identity.fingerprint_sha256,
        evidence_count=len(volume.parts),
        withheld=tuple(
            (material.label, material.withheld.value)
            for material in volume.materials
            if material.withheld is not None
        ),
        notes=tuple(f"{part.material.label}：{part.note}" for part in volume.parts if part.note),
        conservative=volume.sheet.conservative.total,
        expected=volume.sheet.expected.total,
    )
