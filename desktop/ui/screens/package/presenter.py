"""申报包 without Qt: from a snapshot to the page, from a build to its result."""

from datetime import datetime

from desktop.domain.assessment import Round
from desktop.domain.materials import materials_of
from desktop.domain.prechecks.base import Finding, Rank
from desktop.domain.prechecks.registry import RULES
from desktop.services.open_project import OpenProject
from desktop.services.package_service import BuiltPackage
from desktop.services.services import Services
from desktop.ui.formats import date_text, hash_text, moment_text, points_text, size_text
from desktop.ui.screens.package.content import (
    CertificateContent,
    PackageContent,
    ResultContent,
)
from desktop.ui.screens.package.findings import finding_groups
from desktop.ui.screens.package.parts import evidence_words, part_lines, withheld_words

_CHANGED = "生成期间项目有改动，这份申报包不含这些改动。"
_OWN_ACTIONS = frozenset({"package.built", "signing.identity_made"})


class PackagePresenter:
    """Reads the present snapshot each time it is asked; remembers whether a build is running."""

    def __init__(self, services: Services, project: OpenProject) -> None:
        self._services = services
        self._project = project
        self._is_building = False
        self._changed = False

    @property
    def is_building(self) -> bool:
        """Whether a build was begun and has not ended."""
        return self._is_building

    def content(self) -> PackageContent:
        """Everything that follows from the snapshot."""
        project, packages = self._project, self._services.packages
        rubric, assessment = project.rubric, project.assessment
        findings = self._services.prechecks.findings(project)
        checked = moment_text(project.clock.now())[-5:]
        return PackageContent(
            summary=f"{checked} 检查，{len(RULES)} 条规则",
            groups=finding_groups(findings),
            parts=part_lines(packages.part_titles(project), rubric, assessment),
            parts_summary=f"证明材料 {evidence_words(materials_of(rubric, assessment))}",
            withheld=withheld_words(rubric, assessment),
            obstacle=self._obstacle(findings),
            round=assessment.round,
            next_round=next_round(assessment.round),
        )

    def begin_build(self) -> None:
        """A build was queued."""
        self._is_building, self._changed = True, False

    def note_change(self, action: str) -> None:
        """Something was committed; a running build does not see it."""
        if self._is_building and action not in _OWN_ACTIONS:
            self._changed = True

    def end_build(self) -> None:
        """The build ended, well or badly."""
        self._is_building = False

    def result(self, built: BuiltPackage) -> ResultContent:
        """What the result card says."""
        remarks = [*built.notes, *(f"{label}：{reason}" for label, reason in built.withheld)]
        if self._changed:
            remarks.insert(0, _CHANGED)
        return ResultContent(
            file_name=built.path.name,
            folder=str(built.path.parent),
            size=f"{built.pages} 页，{size_text(built.size)}，证明材料 {built.evidence_count} 件",
            score=(
                f"自评得分（预评）：已核对 {points_text(built.conservative)}，"
                f"预期 {points_text(built.expected)}"
            ),
            sha256=built.sha256,
            sha256_groups=hash_text(built.sha256),
            fingerprint=hash_text(built.fingerprint_sha256),
            remarks=tuple(remarks),
        )

    def certificate(self) -> CertificateContent | None:
        """The project's certificate, if it has one; reads the file, for the worker thread.

        Raises:
            The signing error of an identity that cannot be read.
        """
        identity = self._services.packages.kept_identity(self._project)
        if identity is None:
            return None
        start, end = identity.not_before, identity.not_after
        return CertificateContent(
            name=identity.subject_name,
            period=f"{_day(start)} 至 {_day(end)}",
            fingerprint=hash_text(identity.fingerprint_sha256),
            caution=_caution(self._project.clock.now(), start, end),
        )

    def proposed_name(self) -> str:
        """A file name with year and round, without the company's name."""
        assessment = self._project.assessment
        return f"申报包 {assessment.year}年度 {assessment.round.value}轮.pdf"

    def _obstacle(self, findings: tuple[Finding, ...]) -> str:
        if self._is_building:
            return "正在生成。"
        errors = sum(finding.rank is Rank.ERROR for finding in findings)
        return f"先处理 {errors} 项错误。" if errors else ""


def next_round(present: Round) -> Round | None:
    """The round after the present one; None after the last."""
    rounds = tuple(Round)
    place = rounds.index(present) + 1
    return rounds[place] if place < len(rounds) else None


def _day(moment: datetime) -> str:
    return date_text(moment.astimezone().date())


def _caution(now: datetime, start: datetime, end: datetime) -> str:
    if now < start:
        return "证书尚未生效，请核对电脑的日期和时间。"
    return "证书已过期，不能签名。" if now > end else ""
