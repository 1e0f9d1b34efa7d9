"""Where the command line gets a password: file, environment or prompt; never an argument."""

import os
import sys
from pathlib import Path

import click

from desktop.cli.errors import PasswordFileError, PasswordMissingError

ENVIRONMENT_VARIABLE = "MIPING_PASSWORD"


def read_password(password_file: Path | None, *, confirm: bool = False) -> str:
    """Get the password of a project.

    Args:
        password_file: Its first line is the password; comes before the environment.
        confirm: Ask twice at a prompt, because the password is a new one.

    Raises:
        PasswordFileError: The file cannot be read.
        PasswordMissingError: There is none, or it is empty.
    """
    if password_file is not None:
        password = _first_line(password_file)
    elif ENVIRONMENT_VARIABLE in os.environ:
        password = os.environ[ENVIRONMENT_VARIABLE]
    elif sys.stdin.isatty():
        password = str(
            click.prompt(
                "项目密码",
                hide_input=True,
                confirmation_prompt="再输入一次" if confirm else False,
                err=True,
            )
        )
    else:
        password = ""
    if not password:
        raise PasswordMissingError
    return password


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PasswordFileError from error
    return lines[0] if lines else ""
