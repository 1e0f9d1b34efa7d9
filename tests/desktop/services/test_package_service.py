import dataclasses
from pathlib import Path
from typing import BinaryIO

import pytest
from typing_extensions import override

from desktop.domain.assessment import ResponseState, Round
from desktop.domain.evidence import DisclosureLevel
from desktop.errors import AppError
from desktop.services.errors import (
    BlockingFindingsError,
    OutputProtectedError,
    PackageUnsoundError,
    UndecidedEvidenceError,
)
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import CancelToken, JobContext
from desktop.services.open_project import OpenProject
from desktop.services.package_service import STEPS, PackageService
from desktop.services.services import Services
from desktop.services.verification_service import Verification, VerificationService
from tests.support.fake_clock import FakeClock
from tests.support.sample_files import a_docx, a_pdf
from tests.support.services import PASSWORD

CONTEXT = JobContext()


def attach(
    services: Services,
    project: OpenProject,
    path: Path,
    criterion_id: str,
    level: DisclosureLevel = DisclosureLevel.SUBMITTABLE,
) -> None:
    services.evidence.attach(project, path, LinkWish((criterion_id,), level=level), CONTEXT)


def test_a_package_tells_what_went_in_and_what_stayed_out(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    attach(services, project, a_pdf(tmp_path / "a.pdf"), "1.1.1")
    attach(services, project, a_docx(tmp_path / "b.docx"), "1.1.2")
    attach(services, project, a_pdf(tmp_path / "c.pdf", 2), "1.2.1", DisclosureLevel.INTERNAL)
    built = services.packages.build(project, tmp_path / "p.pdf", CONTEXT)
    assert built.evidence_count == 2
    assert [label for label, _ in built.withheld] == ["1.2.1-01"]
    assert any(note.startswith("1.1.2-01") for note in built.notes)
    assert built.size == (tmp_path / "p.pdf").stat().st_size
    verified = services.verification.verify(tmp_path / "p.pdf")
    assert verified.intact
    assert verified.conservative == built.conservative


def test_the_key_is_made_once_and_kept_in_the_project(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    first = services.packages.build(project, tmp_path / "a.pdf", CONTEXT)
    path = project.path
    project.close()
    again = services.projects.open(path, PASSWORD)
    try:
        second = services.packages.build(again, tmp_path / "b.pdf", CONTEXT)
    finally:
        again.close()
    assert first.fingerprint_sha256 == second.fingerprint_sha256


def test_steps_are_named_in_order(services: Services, project: OpenProject, tmp_path: Path) -> None:
    attach(services, project, a_pdf(tmp_path / "a.pdf"), "1.1.1")
    steps: list[str] = []

    class Watching:
        def report(self, done: int, total: int, step: str) -> None:
            assert 0 <= done <= max(total, done)
            if not steps or steps[-1] != step:
                steps.append(step)

    services.packages.build(project, tmp_path / "p.pdf", JobContext(progress=Watching()))
    assert steps == list(STEPS)


@pytest.mark.parametrize("stop_at", STEPS)
def test_cancelling_at_any_step_leaves_the_old_package_alone(
    services: Services, project: OpenProject, tmp_path: Path, stop_at: str
) -> None:
    attach(services, project, a_pdf(tmp_path / "a.pdf"), "1.1.1")
    target = tmp_path / "p.pdf"
    target.write_bytes(b"old")
    cancel = CancelToken()

    class Stopping:
        def report(self, done: int, total: int, step: str) -> None:
            del done, total
            if step == stop_at:
                cancel.cancel()

    before = {path.name for path in tmp_path.iterdir()}
    context = JobContext(progress=Stopping(), cancel=cancel)
    if stop_at == STEPS[-1]:
        services.packages.build(project, target, context)  # too late: it is whole and verified
        assert services.verification.verify(target).intact
    else:
        with pytest.raises(AppError) as caught:
            services.packages.build(project, target, context)
        assert caught.value.code.endswith("cancelled")
        assert target.read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == before


def test_undecided_evidence_stops_it_and_is_named(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    attach(services, project, a_pdf(tmp_path / "a.pdf"), "1.1.1", DisclosureLevel.UNDECIDED)
    with pytest.raises(UndecidedEvidenceError) as caught:
        services.packages.build(project, tmp_path / "p.pdf", CONTEXT)
    assert "E-0001" in caught.value.evidence[0]
    assert not (tmp_path / "p.pdf").exists()


def test_missing_paper_stops_only_the_last_round(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    services.packages.build(project, tmp_path / "p.pdf", CONTEXT)
    services.assessments.enter_round(project, Round.FINAL)
    with pytest.raises(BlockingFindingsError):
        services.packages.build(project, tmp_path / "p.pdf", CONTEXT)


def test_a_package_never_takes_the_place_of_a_project(
    services: Services, project: OpenProject
) -> None:
    before = project.path.read_bytes()
    with pytest.raises(OutputProtectedError):
        services.packages.build(project, project.path, CONTEXT)
    assert project.path.read_bytes()[:16] == before[:16]


def test_a_package_that_fails_its_own_verification_is_removed(
    services: Services, project: OpenProject, tmp_path: Path
) -> None:
    class Doubting(VerificationService):
        @override
        def verify_stream(self, stream: BinaryIO) -> Verification:
            found = super().verify_stream(stream)
            return dataclasses.replace(found, intact=False)

    doubting = PackageService(
        services.evidence,
        services.scoring,
        services.prechecks,
        services.undertakings,
        Doubting(),
    )
    (tmp_path / "p.pdf").write_bytes(b"old")
    with pytest.raises(PackageUnsoundError):
        doubting.build(project, tmp_path / "p.pdf", CONTEXT)
    assert (tmp_path / "p.pdf").read_bytes() == b"old"


def test_the_score_can_be_computed_again_on_any_later_day(
    services: Services, project: OpenProject, tmp_path: Path, clock: FakeClock
) -> None:
    services.assessments.set_state(project, "5.2.2", ResponseState.VERIFIED)
    services.packages.build(project, tmp_path / "p.pdf", CONTEXT)
    clock.instant = clock.instant.replace(year=2031)
    verified = services.verification.verify(tmp_path / "p.pdf")
    assert verified.score_matches
    assert verified.conservative == 50
