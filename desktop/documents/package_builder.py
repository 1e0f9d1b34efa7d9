"""From answers and evidence to the bytes of a volume, not yet signed."""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from desktop.documents.assembly import VolumeAssembler, page_count_of
from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.written import WrittenDocument
from desktop.documents.pages.base import new_writer
from desktop.documents.pages.contents import build_contents
from desktop.documents.pages.notice import notice_pdf
from desktop.documents.pages.registry import EVIDENCE, page
from desktop.documents.volume import EvidencePart, Layout, PageSpan, Volume
from desktop.domain.package_record import (
    RECORD_NAME,
    RECORD_VERSION,
    EvidenceRecord,
    PackageRecord,
    facts_record,
    score_record,
    withheld_record,
)
from rubric.model import Rubric

EVIDENCE_TITLE = "证明材料"
_CONTENTS = "contents"
_PASSES = 4
"""Typesetting settles in two passes; more would mean that page numbers move pages."""


@dataclass(frozen=True)
class BuiltVolume:
    """What was written."""

    page_count: int
    layout: Layout


def build_volume(
    volume: Volume,
    target: BinaryIO,
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> BuiltVolume:
    """Typeset, join and write the volume; the same volume gives the same bytes.

    Args:
        volume: Everything that the pages say.
        target: An empty binary file, readable and seekable.
        progress: Told how many of how many steps are done.
        cancelled: Asked between steps.

    Raises:
        AssemblyCancelledError: It was cancelled; `target` must be thrown away.
        The layout and assembly errors of single parts.
    """
    faces = FontSet.load()
    notices = {
        part.material.label: notice_pdf(part, faces)
        for part in volume.parts
        if part.pages_pdf is None
    }
    layout, documents = _settle(volume, notices, faces)
    assembler = VolumeAssembler(faces.face(Role.SANS).name)
    for page_id in volume.rubric.package_pages:
        if page_id == EVIDENCE:
            _add_evidence(assembler, volume, notices)
        else:
            first = assembler.add_pages(documents[page_id].pdf, numbered=page_id != "cover")
            assembler.add_bookmark((page(page_id).title,), first)
    _attach(assembler, volume, layout)
    title = f"{volume.rubric.award}申报材料 {volume.assessment.year} 年度"
    assembler.save(target, title, progress, cancelled)
    return BuiltVolume(assembler.page_count, layout)


def part_titles(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """Page id and title of every part of a package in order."""
    return tuple(
        (page_id, EVIDENCE_TITLE if page_id == EVIDENCE else page(page_id).title)
        for page_id in rubric.package_pages
    )


def _settle(
    volume: Volume, notices: Mapping[str, bytes], faces: FontSet
) -> tuple[Layout, dict[str, WrittenDocument]]:
    """Typeset until the page numbers that the pages print are the ones they have."""
    layout = Layout({}, {}, 0)
    for _ in range(_PASSES):
        documents = _typeset(volume, layout, faces)
        settled = _layout(volume, documents, notices)
        if settled == layout:
            return layout, documents
        layout = settled
    raise AssertionError("page numbers never settled")  # the contract test of pages rules it out


def _typeset(volume: Volume, layout: Layout, faces: FontSet) -> dict[str, WrittenDocument]:
    documents = {}
    for page_id in volume.rubric.package_pages:
        if page_id == EVIDENCE:
            continue
        spec = page(page_id)
        writer = new_writer(spec, volume, layout, faces)
        if page_id == _CONTENTS:
            build_contents(writer, volume, layout, _titles(volume))
        else:
            spec.build(writer, volume, layout)
        documents[page_id] = writer.finish()
    return documents


def _titles(volume: Volume) -> tuple[tuple[str, str], ...]:
    """Page id and title of every part that the contents list."""
    return tuple(
        (page_id, title)
        for page_id, title in part_titles(volume.rubric)
        if page_id == EVIDENCE or page(page_id).listed
    )


def _layout(
    volume: Volume, documents: Mapping[str, WrittenDocument], notices: Mapping[str, bytes]
) -> Layout:
    sections: dict[str, PageSpan] = {}
    evidence: dict[str, PageSpan] = {}
    position = 1
    for page_id in volume.rubric.package_pages:
        first = position
        if page_id == EVIDENCE:
            for part in volume.parts:
                count = _pages_of(part, notices)
                evidence[part.material.label] = PageSpan(position, count)
                position += count
        else:
            position += documents[page_id].page_count
        if position > first:
            sections[page_id] = PageSpan(first, position - first)
    return Layout(sections, evidence, position - 1)


def _pages_of(part: EvidencePart, notices: Mapping[str, bytes]) -> int:
    if part.pages_pdf is not None:
        return part.page_count
    return page_count_of(notices[part.material.label])


def _add_evidence(assembler: VolumeAssembler, volume: Volume, notices: Mapping[str, bytes]) -> None:
    for part in volume.parts:
        label = part.material.label
        pdf = part.pages_pdf if part.pages_pdf is not None else notices[label]
        first = assembler.add_evidence(pdf, label)
        assembler.add_bookmark((EVIDENCE_TITLE, f"{label} {part.material.item.title}"), first)


def _attach(assembler: VolumeAssembler, volume: Volume, layout: Layout) -> None:
    record = _record(volume, layout)
    assembler.attach(
        RECORD_NAME,
        record.model_dump_json(indent=1).encode("utf-8"),
        mime="application/json",
        description="自评数据，供复算得分",
        relationship="Data",
    )
    for part in volume.parts:
        if part.attachment is not None and part.attachment_name is not None:
            assembler.attach(
                part.attachment_name,
                part.attachment,
                mime=mimetypes.guess_type(part.attachment_name)[0] or "application/octet-stream",
                description=part.material.item.title,
            )


def _record(volume: Volume, layout: Layout) -> PackageRecord:
    parts = {part.material.label: part for part in volume.parts}
    evidence = []
    for material in volume.materials:
        if material.withheld is not None:
            evidence.append(withheld_record(material, material.withheld))
        else:
            evidence.append(_inside_record(parts[material.label], layout))
    return PackageRecord(
        record_version=RECORD_VERSION,
        program_version=volume.program_version,
        rubric_id=volume.rubric.id,
        rubric_sha256=volume.rubric.official_sha256,
        company=volume.assessment.applicant.name,
        year=volume.assessment.year,
        round=volume.assessment.round,
        as_of=volume.sheet.as_of,
        built_at=volume.built_at.isoformat(timespec="seconds"),
        fingerprint_sha256=volume.signer.fingerprint_sha256,
        facts=facts_record(volume.rubric, volume.assessment),
        score=score_record(volume.sheet),
        evidence=tuple(evidence),
    )


def _inside_record(part: EvidencePart, layout: Layout) -> EvidenceRecord:
    material = part.material
    span = layout.evidence[material.label]
    return EvidenceRecord(
        label=material.label,
        id=material.item.id,
        title=material.item.title,
        size=material.item.size,
        sha256=material.item.sha256,
        placement="pages" if part.pages_pdf is not None else "attachment",
        attachment=part.attachment_name,
        first_page=span.first,
        page_count=span.count,
        links=tuple(link.criterion_id for link in material.links),
        note=part.note,
    )
