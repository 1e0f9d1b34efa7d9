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
class AssignmentError(AppError):
    """A --set value is not of the form 字段=值."""

    code: ClassVar[str] = "cli.assignment"
    text: str
