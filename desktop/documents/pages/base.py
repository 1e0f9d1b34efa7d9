"""What every page module has in common: its place in the volume and its look."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.documents.layout.fonts import FontSet, Role
from desktop.documents.layout.page_frame import PageFrame, PageNumbers
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.layout.tables import Cell, TableStyle
from desktop.documents.layout.text_style import Align, TextStyle
from desktop.documents.volume import Layout, Volume

NOTICE = "自评(预评)得分，以评审结果为准"
"""Stands on every page that shows a score."""

DENSE = TableStyle(
    text=TextStyle(Role.BODY, 9, 13, Align.LEFT), header=TextStyle(Role.SANS, 9, 13, Align.CENTER)
)
MONO = TextStyle(Role.MONO, 7.5, 11, Align.LEFT)


@dataclass(frozen=True)
class PageSpec:
    """One kind of page.

    Attributes:
        id: As the rubric's package.toml names it.
        title: In contents and outline.
        build: Writes the pages; called twice, first with an empty layout to learn how many there
            are. The number of pages must not depend on the page numbers in the layout.
        listed: Whether it stands in the contents.
    """

    id: str
    title: str
    build: Callable[[PageWriter, Volume, Layout], None]
    listed: bool = True


def new_writer(spec: PageSpec, volume: Volume, layout: Layout, faces: FontSet) -> PageWriter:
    """Open a writer for one part; its running numbers are put on by the assembly of the volume."""
    span = layout.sections.get(spec.id)
    frame = PageFrame(
        header_left="" if spec.id == "cover" else volume.rubric.title,
        header_right=""
        if spec.id == "cover"
        else faces.printable(volume.assessment.applicant.name),
        numbers=PageNumbers.NONE,
        first_number=span.first if span else 1,
    )
    return PageWriter(
        faces, frame, title=spec.title, author=faces.printable(volume.assessment.applicant.name)
    )


def digest_cell(sha256: str) -> Cell:
    """A digest in two lines of groups of four, as people compare it."""
    groups = [sha256[index : index + 4] for index in range(0, len(sha256), 4)]
    half = len(groups) // 2
    return Cell(f"{' '.join(groups[:half])}\n{' '.join(groups[half:])}", style=MONO)


def page_label(first: int | None) -> str:
    """A page number in a list; a dash where there is none."""
    return str(first) if first else "—"


def said(volume_text: str) -> str:
    """What a cell shows for a text that may be empty: forms leave no cell blank."""
    return volume_text or "无"
