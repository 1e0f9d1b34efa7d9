"""Joining a volume: own pages and evidence, numbers, bookmarks, links and embedded files.

Nothing is decoded or compressed again on the way, and equal parts give equal bytes.
"""

import io
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, String

from desktop.documents.assembly_outline import Bookmark, write_outline
from desktop.documents.assembly_overlay import PageMarks, draw_marks, lay_over
from desktop.documents.errors import (
    AssemblyCancelledError,
    AttachmentNameError,
    DamagedPdfError,
    LockedPdfError,
)

PRODUCER: Final = "秘评"
_PRINTED_LINK: Final = 4
"""The flag that PDF/A asks of every annotation."""

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's lower left."""


@dataclass(frozen=True)
class _Part:
    pdf: bytes
    first_page: int
    page_count: int
    is_numbered: bool
    label: str


@dataclass(frozen=True)
class _Link:
    page_index: int
    rectangle: Rectangle
    target_page: int


@dataclass(frozen=True)
class _Attachment:
    name: str
    data: bytes = field(repr=False)
    mime: str
    description: str
    relationship: str


def page_count_of(pdf: bytes) -> int:
    """Count the pages of a PDF.

    Raises:
        DamagedPdfError, LockedPdfError: It cannot be read.
    """
    with _opened(pdf) as document:
        return len(document.pages)


class VolumeAssembler:
    """Takes the parts of a volume in order, then writes it.

    Args:
        font: Name of an embedded font, registered with reportlab, for numbers and labels.
    """

    def __init__(self, font: str) -> None:
        self._font = font
        self._parts: list[_Part] = []
        self._bookmarks: list[Bookmark] = []
        self._links: list[_Link] = []
        self._attachments: dict[str, _Attachment] = {}
        self._page_count = 0

    @property
    def page_count(self) -> int:
        """Pages added so far."""
        return self._page_count

    def add_pages(self, pdf: bytes, *, numbered: bool = True) -> int:
        """Add the volume's own pages.

        Args:
            pdf: Pages without any running number.
            numbered: Print 第 n 页 共 m 页 at the foot; pages without it are counted all the same.

        Returns:
            The index of the first page, from 0.

        Raises:
            DamagedPdfError, LockedPdfError: It cannot be read.
        """
        return self._add(pdf, "", is_numbered=numbered)

    def add_evidence(self, pages_pdf: bytes, label: str) -> int:
        """Add the pages of one piece of evidence, as `NormalisedEvidence` holds them.

        Args:
            pages_pdf: A4 pages whose head and foot are free.
            label: Printed at the upper right with the page within the piece, like 1.1.1-01.

        Returns:
            The index of the first page, from 0.

        Raises:
            DamagedPdfError, LockedPdfError: It cannot be read.
        """
        return self._add(pages_pdf, label, is_numbered=True)

    def add_bookmark(self, path: tuple[str, ...], page_index: int) -> None:
        """Add an entry to the tree of bookmarks.

        Args:
            path: Titles from the root to the entry; levels that do not exist yet are made.
            page_index: Where it leads, from 0; the page may be added later.
        """
        self._bookmarks.append(Bookmark(path, page_index))

    def add_link(self, page_index: int, rectangle: Rectangle, target_page: int) -> None:
        """Make a rectangle of a page lead to another page of the volume."""
        self._links.append(_Link(page_index, rectangle, target_page))

    def attach(
        self,
        name: str,
        data: bytes,
        *,
        mime: str,
        description: str,
        relationship: str = "Supplement",
    ) -> None:
        """Embed a file.

        Args:
            name: As readers list it; no path.
            data: Kept byte for byte.
            mime: Like application/json.
            description: A few words for people.
            relationship: One of PDF's: Source, Data, Alternative, Supplement or Unspecified.

        Raises:
            AttachmentNameError: The name is empty, a path or taken.
        """
        is_path = name in {"", ".", ".."} or any(sign in name for sign in "/\\\0")
        if is_path or name in self._attachments:
            raise AttachmentNameError(name)
        self._attachments[name] = _Attachment(name, data, mime, description, relationship)

    def save(
        self,
        target: BinaryIO,
        title: str,
        progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Write the volume.

        Args:
            target: An empty binary file, readable and seekable.
            title: Of the document, shown by readers in place of the file's name.
            progress: Told how many of how many steps are done.
            is_cancelled: Asked between two steps.

        Raises:
            AssemblyCancelledError: It was cancelled; what was written must be thrown away.
            OSError: The target cannot be written.
        """
        total = len(self._parts) + 3
        steps = _Steps(total, progress or _nobody, is_cancelled or _never)
        with pikepdf.new() as volume, ExitStack() as sources:
            for part in self._parts:
                volume.pages.extend(sources.enter_context(_opened(part.pdf)).pages)
                steps.take()
            self._print_marks(volume, sources)
            steps.take()
            self._furnish(volume, title)
            steps.take()
            _write(volume, target)
            steps.take()

    def _add(self, pdf: bytes, label: str, *, is_numbered: bool) -> int:
        first = self._page_count
        count = page_count_of(pdf)
        self._parts.append(_Part(pdf, first, count, is_numbered, label))
        self._page_count += count
        return first

    def _print_marks(self, volume: Pdf, sources: ExitStack) -> None:
        marks = [
            self._marks(part, number, volume.pages[part.first_page + number])
            for part in self._parts
            for number in range(part.page_count)
        ]
        if not any(mark.head or mark.foot for mark in marks):
            return
        overlays = sources.enter_context(_opened(draw_marks(marks, self._font)))
        for mark, page, overlay in zip(marks, volume.pages, overlays.pages, strict=True):
            if mark.head or mark.foot:
                lay_over(volume, page, overlay)

    def _marks(self, part: _Part, number: int, page: pikepdf.Page) -> PageMarks:
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        running = part.first_page + number + 1
        return PageMarks(
            right - left,
            top - bottom,
            f"{part.label} 第{number + 1}/{part.page_count}页" if part.label else "",
            f"第 {running} 页 共 {self._page_count} 页" if part.is_numbered else "",
        )

    def _furnish(self, volume: Pdf, title: str) -> None:
        write_outline(volume, self._bookmarks)
        for link in self._links:
            _write_link(volume, link)
        for attachment in self._attachments.values():
            _embed(volume, attachment)
        volume.Root.PageLabels = Dictionary(Nums=self._page_labels())
        volume.Root.Lang = String("zh-CN")
        volume.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        volume.Root.PageMode = Name.UseOutlines
        _describe(volume, title)

    def _page_labels(self) -> Array:
        """Numbers as printed; evidence pages are called by their label, like 1.1.1-01/3."""
        labels = Array()
        for part in self._parts:
            entry = Dictionary(S=Name.D, St=part.first_page + 1)
            if part.label:
                entry = Dictionary(S=Name.D, P=String(f"{part.label}/"))
            labels.append(part.first_page)
            labels.append(entry)
        return labels


class _Steps:
    """Counts the steps of a volume and stops between two of them."""

    def __init__(
        self, total: int, progress: Callable[[int, int], None], is_cancelled: Callable[[], bool]
    ) -> None:
        self._total = total
        self._progress = progress
        self._is_cancelled = is_cancelled
        self._done = 0

    def take(self) -> None:
        """Count one more step.

        Raises:
            AssemblyCancelledError: The user asked to stop and the volume is not finished.
        """
        self._done += 1
        self._progress(self._done, self._total)
        if self._done < self._total and self._is_cancelled():
            raise AssemblyCancelledError


def _nobody(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _never() -> bool:
    return False


def _opened(pdf: bytes) -> Pdf:
    try:
        return pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PasswordError as error:
        raise LockedPdfError from error
    except pikepdf.PdfError as error:
        raise DamagedPdfError from error


def _write_link(volume: Pdf, link: _Link) -> None:
    target = volume.pages[link.target_page].obj
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=Array([round(edge, 2) for edge in link.rectangle]),
        Border=Array([0, 0, 0]),
        F=_PRINTED_LINK,
        Dest=Array([target, Name.Fit]),
    )
    page = volume.pages[link.page_index].obj
    existing = page.get("/Annots")
    kept = list(existing) if isinstance(existing, Array) else []
    page.Annots = Array([*kept, volume.make_indirect(annotation)])


def _embed(volume: Pdf, attachment: _Attachment) -> None:
    specification = AttachedFileSpec(
        volume,
        attachment.data,
        filename=attachment.name,
        mime_type=attachment.mime,
        description=attachment.description,
        creation_date="",
        mod_date="",
    )
    specification.obj.AFRelationship = Name(f"/{attachment.relationship}")
    volume.attachments[attachment.name] = specification


def _describe(volume: Pdf, title: str) -> None:
    """Say the same in the metadata stream and in the older information dictionary."""
    with volume.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = {"zh-CN"}
        metadata["pdf:Producer"] = PRODUCER
    volume.docinfo["/Title"] = title
    volume.docinfo["/Producer"] = PRODUCER


def _write(volume: Pdf, target: BinaryIO) -> None:
    volume.save(
        target,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        min_version="1.7",
        deterministic_id=True,
    )
