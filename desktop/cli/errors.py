"""Failures of the command line itself."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.errors import AppError


@dataclass(eq=False)
class PasswordMissingError(AppError):
    """No password was given by file, environment or prompt; nothing was opened or made."""

    code: ClassVar[str] = "cli.password_missing"


@dataclass(eq=False)
class PasswordFileError(AppError):
    """The password file cannot be read as UTF-8 text."""

    code: ClassVar[str] = "cli.password_file"


@dataclass(eq=False)
class RubricFileError(AppError):
    """What should be checked as a rubric cannot be reached: its name or its folder is refused."""

    code: ClassVar[str] = "cli.rubric_file"


@dataclass(eq=False)
class OutputStreamError(AppError):
    """The result cannot be written to standard output, mostly a file on a full disk.

    What the command changed before stays changed.
    """

    code: ClassVar[str] = "cli.output_stream"


@dataclass(eq=False)
class AssignmentError(AppError):
    """A --set value is not of the form 字段=值."""

    code: ClassVar[str] = "cli.assignment"
    text: str
