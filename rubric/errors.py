"""Failures of loading a checklist; the wording for people is in `Problem` or with the caller."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from rubric.problem import Problem


@dataclass(eq=False)
class RubricError(Exception):
    """The root: a failure with a stable code, whose `str()` is that code and nothing else."""

    code: ClassVar[str] = "rubric.unexpected"

    @override
    def __str__(self) -> str:
        return self.code


@dataclass(eq=False)
class UnknownEditionError(RubricError):
    """No edition of that id is shipped.

    Attributes:
        edition_id: What was asked for.
        known: The ids that there are.
    """

    code: ClassVar[str] = "rubric.unknown_edition"
    edition_id: str
    known: tuple[str, ...]


@dataclass(eq=False)
class DamagedEditionError(RubricError):
    """The files of an edition do not make one checklist, so nothing of it is used.

    Attributes:
        problems: At least one; each names its file and line and has a Chinese text.
    """

    code: ClassVar[str] = "rubric.damaged_edition"
    problems: tuple[Problem, ...]
