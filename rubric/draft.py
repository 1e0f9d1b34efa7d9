"""The files of one edition after reading, each still tied to its lines."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from rubric.file_schema import (
    HeadFile,
    HintsFile,
    PackageFile,
    SectionFile,
    UndertakingsFile,
)
from rubric.line_index import LineIndex, Location
from rubric.problem import Problem

ContentT_co = TypeVar("ContentT_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Source:
    """The text of one file; its lines are looked up only when something is wrong."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.text)

    def problem(self, location: Location, code: str, text: str) -> Problem:
        """Word something wrong at a key of this file."""
        return Problem(self.path, self.lines.line_of(location), code, text)


@dataclass(frozen=True)
class Part(Generic[ContentT_co]):
    """One file that has the right shape."""

    source: Source
    content: ContentT_co


@dataclass(frozen=True)
class Draft:
    """All files of an edition, each of the right shape, not yet checked against each other."""

    folder_name: str
    head: Part[HeadFile]
    sections: tuple[Part[SectionFile], ...]
    """In the order of their file names."""
    hints: Part[HintsFile]
    undertakings: Part[UndertakingsFile]
    package: Part[PackageFile]

    @property
    def criterion_ids(self) -> frozenset[str]:
        return frozenset(
            criterion.id for part in self.sections for criterion in part.content.criteria
        )
