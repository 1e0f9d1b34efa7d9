"""What page writing gives back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in points from the lower left corner of the page."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline that readers show beside the pages."""

    title: str
    level: int
    """From 1."""
    page_index: int
    """From 0 within this document."""


@dataclass(frozen=True)
class WrittenDocument:
    """Finished pages."""

    pdf: bytes
    page_count: int
    anchors: dict[str, int]
    """Page index, from 0, of every key."""
    bookmarks: tuple[Bookmark, ...]
