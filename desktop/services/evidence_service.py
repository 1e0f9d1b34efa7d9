"""Taking evidence in, linking it, deciding on it, and giving it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from desktop.domain.assessment import Assessment, ResponseState
from desktop.domain.evidence import DisclosureLevel, EvidenceItem, EvidenceLink
from desktop.services.assessment_service import require_criterion
from desktop.services.errors import (
    NoSuchLinkError,
    UnknownLevelError,
)
from desktop.services.file_names import clean_file_name, title_of
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.outputs import write_whole
from desktop.services.source_files import opened_source
from desktop.storage.evidence_store import StoredObject

_KIB = 1024
"""Progress counts kibibytes: 32 bits, as some watchers have, hold two tebibytes of them."""
_SCAN_SUFFIXES = frozenset(
    {".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".heif"}
)


@dataclass(frozen=True)
class LinkWish:
    """What a new link should say.

    Attributes:
        criteria: Criterion ids; may be empty to keep a file without a link for now.
        stamped: Whether the file is the scan of stamped paper; None decides by the criterion and
            the kind of file: a PDF or a picture on a criterion that asks for paper is one.
    """

    criteria: tuple[str, ...] = ()
    locator: str = ""
    note: str = ""
    level: DisclosureLevel | None = None
    stamped: bool | None = None


@dataclass(frozen=True)
class Attached:
    """The outcome for one file: `known` says that the same bytes were in the project already."""

    item: EvidenceItem
    known: bool


class EvidenceService:
    """Evidence of one project; every method commits before it returns."""

    def attach(
        self, project: OpenProject, source: Path, wish: LinkWish, context: JobContext
    ) -> Attached:
        """Take a file into the project, streamed, and link it.

        The same bytes are stored once: attaching them again only adds links, and changes the
        level only when the wish names one. A link that exists keeps what the wish leaves empty.

        Raises:
            SourceMissingError, SourceNotFileError, SourceEmptyError, SourceUnreadableError,
            SourceChangedError, SourceIsProjectError: The file; nothing was attached.
            UnknownCriterionError: Before anything is read.
        """
        for criterion_id in wish.criteria:
            require_criterion(project, criterion_id)
        with project.lock:
            project.require_writable()
            try:
                return self._attach(project, source, wish, context)
            except BaseException:
                project.file.rollback()
                raise

    def attach_all(
        self, project: OpenProject, sources: Sequence[Path], wish: LinkWish, context: JobContext
    ) -> tuple[Attached, ...]:
        """Attach several files one by one; those before a failure stay attached."""
        attached = []
        for index, source in enumerate(sources):
            context.progress.report(index, len(sources), "导入文件")
            context.cancel.raise_if_cancelled()
            attached.append(self.attach(project, source, wish, context))
        context.progress.report(len(sources), len(sources), "导入文件")
        return tuple(attached)

    def link(
        self, project: OpenProject, evidence_id: str, criterion_id: str, link: EvidenceLink
    ) -> None:
        """Add a link or replace the one between the same item and criterion."""
        require_criterion(project, criterion_id)
        with project.lock:
            item = project.assessment.item(evidence_id)
            project.commit(
                project.assessment.with_link(
                    replace(link, evidence_id=item.id, criterion_id=criterion_id)
                ),
                "evidence.linked",
                {"evidence": item.id, "criterion": criterion_id},
            )

    def unlink(self, project: OpenProject, evidence_id: str, criterion_id: str) -> None:
        """Take a link away; the file stays in the project.

        Raises:
            UnknownEvidenceError, NoSuchLinkError: There is no such item, or no such link.
        """
        with project.lock:
            item = project.assessment.item(evidence_id)
            if not any(
                link.criterion_id == criterion_id for link in project.assessment.links_to(item.id)
            ):
                raise NoSuchLinkError(evidence_id, criterion_id)
            project.commit(
                project.assessment.without_link(item.id, criterion_id),
                "evidence.unlinked",
                {"evidence": item.id, "criterion": criterion_id},
            )

    def set_level(self, project: OpenProject, evidence_id: str, level: DisclosureLevel) -> None:
        """Decide whether an item may leave the company."""
        with project.lock:
            item = project.assessment.item(evidence_id)
            if item.level is not level:
                project.commit(
                    project.assessment.with_item(replace(item, level=level)),
                    "evidence.level",
                    {"evidence": item.id, "from": item.level.value, "to": level.value},
                )

    def rename(self, project: OpenProject, evidence_id: str, title: str) -> None:
        """Give an item another title; an empty one is ignored."""
        with project.lock:
            item = project.assessment.item(evidence_id)
            text = " ".join(title.split())
            if text and text != item.title:
                project.commit(
                    project.assessment.with_item(replace(item, title=text)),
                    "evidence.renamed",
                    {"evidence": item.id},
                )

    def remove(self, project: OpenProject, evidence_id: str) -> None:
        """Delete an item, its links and its bytes from the project."""
        with project.lock:
            item = project.assessment.item(evidence_id)
            project.require_writable()
            try:
                project.file.objects.delete(item.object_id)
                project.commit(
                    project.assessment.without_item(item.id),
                    "evidence.removed",
                    {"evidence": item.id, "sha256": item.sha256},
                )
            except BaseException:
                project.file.rollback()
                raise

    def extract(
        self, project: OpenProject, evidence_id: str, target: Path, context: JobContext
    ) -> EvidenceItem:
        """Write an item's identical bytes to a file.

        Raises:
            UnknownEvidenceError, the storage error of damaged bytes, and the output errors.
        """
        item = project.assessment.item(evidence_id)

        def copy(stream: BinaryIO) -> None:
            done = 0
            with project.lock:
                for chunk in project.file.objects.read(item.object_id):
                    context.cancel.raise_if_cancelled()
                    stream.write(chunk)
                    done += len(chunk)
                    context.progress.report(done // _KIB, item.size // _KIB, "写出文件")

        write_whole(target, copy, project.path)
        return item

    def content(self, project: OpenProject, item: EvidenceItem) -> bytes:
        """All bytes of an item in memory, authenticated, for preview and pages."""
        with project.lock:
            return b"".join(project.file.objects.read(item.object_id))

    def _attach(
        self, project: OpenProject, source: Path, wish: LinkWish, context: JobContext
    ) -> Attached:
        stored = self._store(project, source, context)
        before = project.assessment
        known = next((i for i in before.evidence.values() if i.sha256 == stored.sha256), None)
        item = known or self._new_item(project, source, stored)
        if wish.level is not None:
            item = replace(item, level=wish.level)
        after = before.with_item(item)
        for criterion_id in wish.criteria:
            after = self._linked(project, after, item, criterion_id, wish)
        if after != before:
            project.commit(
                after,
                "evidence.linked" if known else "evidence.attached",
                {
                    "evidence": item.id,
                    "sha256": item.sha256,
                    "criteria": ",".join(wish.criteria),
                },
            )
        return Attached(item, known is not None)

    def _store(self, project: OpenProject, source: Path, context: JobContext) -> StoredObject:
        with opened_source(source, project.path) as (stream, size):
            context.progress.report(0, size // _KIB, "读取文件")
            return project.file.objects.add(
                stream,
                progress=lambda done: context.progress.report(
                    done // _KIB, size // _KIB, "读取文件"
                ),
                cancelled=lambda: context.cancel.cancelled,
            )

    def _new_item(self, project: OpenProject, source: Path, stored: StoredObject) -> EvidenceItem:
        file_name = clean_file_name(source.name)
        return EvidenceItem(
            id=project.repository.next_evidence_id(),
            title=title_of(file_name),
            file_name=file_name,
            size=stored.size,
            sha256=stored.sha256,
            level=DisclosureLevel.UNDECIDED,
            object_id=stored.id,
            added_at=project.clock.now(),
        )

    def _linked(
        self,
        project: OpenProject,
        assessment: Assessment,
        item: EvidenceItem,
        criterion_id: str,
        wish: LinkWish,
    ) -> Assessment:
        criterion = project.rubric.criterion(criterion_id)
        links = assessment.links_of(criterion_id)
        old = next((link for link in links if link.evidence_id == item.id), None)
        stamped = wish.stamped
        if stamped is None:
            suffix = Path(item.file_name).suffix.lower()
            scan = criterion.needs_stamped_paper and suffix in _SCAN_SUFFIXES
            stamped = old.stamped if old else scan
        link = EvidenceLink(
            item.id,
            criterion_id,
            wish.locator.strip() or (old.locator if old else ""),
            wish.note.strip() or (old.note if old else ""),
            stamped=stamped,
        )
        linked = assessment.with_link(link)
        response = linked.response(criterion_id)
        if response.state is ResponseState.NOT_STARTED:
            begun = replace(response, state=ResponseState.PREPARING, changed_at=project.clock.now())
            linked = linked.with_response(criterion_id, begun)
        return linked


def level_from_word(word: str) -> DisclosureLevel:
    """Read a disclosure level as people write it; raises UnknownLevelError."""
    try:
        return DisclosureLevel(word.strip())
    except ValueError as error:
        raise UnknownLevelError(word) from error
