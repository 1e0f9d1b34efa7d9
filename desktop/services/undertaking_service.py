"""Producing the two-year papers for stamping."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from desktop.documents.layout.font_files import find_system_fonts, system_font_folders
from desktop.documents.layout.fonts import FontSet
from desktop.documents.undertaking_pdf import SealPlace, set_undertaking
from desktop.domain.undertaking import (
    SIGNED_ON,
    UndertakingDocument,
    UndertakingDraft,
    compose,
)
from desktop.services.errors import NoUndertakingError
from desktop.services.open_project import OpenProject
from desktop.services.outputs import write_whole
from rubric.model import UndertakingKind, UndertakingTemplate


@dataclass(frozen=True)
class PreparedUndertaking:
    """One paper as it would be printed: its text, the PDF bytes, and where the seal belongs."""

    document: UndertakingDocument
    draft: UndertakingDraft
    pdf: bytes
    page_count: int
    seal: SealPlace


class UndertakingService:
    """Papers of one project; no text comes out before the gate questions are answered."""

    @cached_property
    def _faces(self) -> FontSet:
        """With 仿宋 and the other official faces of this machine, where it has them."""
        return FontSet.load(system=find_system_fonts(system_font_folders()))

    def template(self, project: OpenProject, kind: UndertakingKind) -> UndertakingTemplate:
        """The draft of the edition; raises NoUndertakingError."""
        try:
            return project.rubric.undertaking(kind)
        except KeyError as error:
            raise NoUndertakingError(kind.value) from error

    def answers(self, project: OpenProject, kind: UndertakingKind) -> Mapping[str, str]:
        """What was answered for a paper so far."""
        draft = project.assessment.undertakings.get(kind)
        return draft.answers if draft else MappingProxyType({})

    def documents(self, project: OpenProject) -> tuple[UndertakingDocument, ...]:
        """The papers that were issued, as they stand, in the order of the edition."""
        return tuple(
            self.preview(project, template.kind, {}).document
            for template in project.rubric.undertakings
            if template.kind in project.assessment.undertakings
        )

    def preview(
        self, project: OpenProject, kind: UndertakingKind, answers: Mapping[str, str]
    ) -> PreparedUndertaking:
        """Make the paper with these answers on top of the kept ones, without keeping anything.

        Raises:
            The errors of `compose`; NoUndertakingError.
        """
        template = self.template(project, kind)
        kept = project.assessment.undertakings.get(kind)
        merged = self._merged(project, kind, answers)
        version = kept.version + (dict(kept.answers) != merged) if kept else 1
        document = compose(
            template,
            project.assessment.applicant,
            project.rubric.award,
            merged,
            today=project.clock.today(),
            version=version,
        )
        paper = set_undertaking(document, self._faces)
        printed = kept.printed_sha256 if kept else ()
        digest = hashlib.sha256(paper.pdf).hexdigest()
        draft = UndertakingDraft(
            kind=kind,
            answers=MappingProxyType(merged),
            version=version,
            printed_sha256=printed if digest in printed else (*printed, digest),
            changed_at=project.clock.now(),
        )
        return PreparedUndertaking(document, draft, paper.pdf, paper.page_count, paper.seal)

    def issue(
        self, project: OpenProject, kind: UndertakingKind, answers: Mapping[str, str], target: Path
    ) -> PreparedUndertaking:
        """Write the paper as a PDF to be printed and stamped, and keep what was answered.

        The print scores nothing: only the stamped scan does, once attached and confirmed.

        Raises:
            The errors of `preview`, the output errors, ReadOnlyProjectError.
        """
        with project.lock:
            project.require_writable()
            prepared = self.preview(project, kind, answers)

            def write(stream: BinaryIO) -> None:
                stream.write(prepared.pdf)
                # Before the file takes its name: a print that we do not know could pass for a scan.
                project.commit(
                    project.assessment.with_undertaking(prepared.draft),
                    "undertaking.issued",
                    {"kind": kind.value, "version": str(prepared.draft.version)},
                )

            write_whole(target, write, project.path)
        return prepared

    def _merged(
        self, project: OpenProject, kind: UndertakingKind, answers: Mapping[str, str]
    ) -> dict[str, str]:
        merged = {**self.answers(project, kind), **answers}
        merged.setdefault(SIGNED_ON, project.clock.today().isoformat())
        return {name: value for name, value in merged.items() if value.strip()}
