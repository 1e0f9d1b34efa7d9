"""The contents: every part and every piece of evidence with its page."""

from desktop.documents.layout.contents import ContentsEntry
from desktop.documents.layout.page_writer import PageWriter
from desktop.documents.pages.base import PageSpec, page_label
from desktop.documents.volume import Layout, PageSpan, Volume

_PLACEHOLDER = PageSpan(0, 0)


def build_contents(
    writer: PageWriter, volume: Volume, layout: Layout, titles: tuple[tuple[str, str], ...]
) -> None:
    """Write the list of parts, and under the evidence every material that goes in.

    Args:
        writer: Of this part.
        volume: Names the materials.
        layout: Gives the page numbers; empty ones are printed as a dash.
        titles: Page id and title of every part in order.
    """
    writer.title("目　录")
    entries: list[ContentsEntry] = []
    for page_id, title in titles:
        span = layout.sections.get(page_id, _PLACEHOLDER)
        entries.append(ContentsEntry(title, label=page_label(span.first)))
        if page_id == "evidence":
            entries.extend(_evidence(writer, volume, layout))
    writer.contents(entries)


def _evidence(writer: PageWriter, volume: Volume, layout: Layout) -> list[ContentsEntry]:
    return [
        ContentsEntry(
            f"{part.material.label}　{writer.faces.printable(part.material.public_title)}",
            label=page_label(layout.evidence.get(part.material.label, _PLACEHOLDER).first),
            level=2,
        )
        for part in volume.parts
    ]


def _unused(writer: PageWriter, volume: Volume, layout: Layout) -> None:
    build_contents(writer, volume, layout, ())


PAGE = PageSpec("contents", "目录", _unused, listed=False)
