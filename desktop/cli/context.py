"""What every command of the command line shares: services, project and progress."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click
from typing_extensions import override

from desktop.cli.passwords import read_password
from desktop.cli.paths import ANY_PATH
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.services import Services

_Function = TypeVar("_Function", bound=Callable[..., None])


class PlainText(click.ParamType[str]):
    """Words that can be kept: bytes of the command line that are no UTF-8 are refused."""

    name = "text"

    @override
    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if any("\ud800" <= char <= "\udfff" for char in value):
            self.fail("", param, ctx)
        return value


TEXT = PlainText()
PROJECT = click.argument("project", type=ANY_PATH, metavar="项目.miping")
PASSWORD_FILE = click.option(
    "--password-file",
    type=ANY_PATH,
    metavar="文件",
    help="密码文件，第一行是密码；也可用环境变量 MIPING_PASSWORD",
)
OUTPUT = click.option(
    "-o",
    "--output",
    type=ANY_PATH,
    required=True,
    metavar="文件",
    help="写到哪个文件",
)


def project_command(function: _Function) -> _Function:
    """Add the arguments that every command on a project takes."""
    return PROJECT(PASSWORD_FILE(function))


@contextmanager
def opened(
    services: Services, project: Path, password_file: Path | None, *, read_only: bool = False
) -> Iterator[OpenProject]:
    """Unlock a project for one command and release it afterwards."""
    opened_project = services.projects.open(
        project, read_password(password_file), read_only=read_only
    )
    try:
        yield opened_project
    finally:
        opened_project.close()


class TerminalProgress:
    """Progress as one line a step on standard error, where a person looks on."""

    def __init__(self) -> None:
        self._step = ""

    def report(self, done: int, total: int, step: str) -> None:
        """Name each step once, when it begins."""
        begins = step != self._step and done <= total
        if begins and sys.stderr.isatty():
            click.echo(f"{step} …", err=True)
        self._step = step


def job_context() -> JobContext:
    """A context for one command; it is cancelled by the keyboard alone."""
    return JobContext(progress=TerminalProgress())
