"""The tree of bookmarks of a volume."""

from dataclasses import dataclass
from typing import Final

from pikepdf import OutlineItem, Pdf

_OPEN_LEVELS: Final = 1
"""Levels whose entries are unfolded when the volume is opened."""


@dataclass(frozen=True)
class Bookmark:
    """One entry: the titles that lead to it, and its page from 0."""

    path: tuple[str, ...]
    page_index: int


def write_outline(volume: Pdf, bookmarks: list[Bookmark]) -> None:
    """Write bookmarks in their order; parents that nobody named lead where their first child does.

    Entries of equal path stay two entries; children join the latest of them.
    """
    with volume.open_outline() as outline:
        latest: dict[tuple[str, ...], OutlineItem] = {}
        for bookmark in bookmarks:
            siblings = outline.root
            for depth in range(1, len(bookmark.path) + 1):
                path = bookmark.path[:depth]
                if path not in latest or depth == len(bookmark.path):
                    item = OutlineItem(path[-1], bookmark.page_index)
                    item.is_closed = depth > _OPEN_LEVELS
                    siblings.append(item)
                    latest[path] = item
                siblings = latest[path].children
