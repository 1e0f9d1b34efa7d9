"""What the command line says: text for people, JSON for machines."""

import errno
import json
import re
from collections.abc import Sequence
from typing import Final

import click

from desktop.cli.errors import OutputStreamError

# What a title or a signer's name may hold and a terminal would obey: control characters, line
# ends, and characters that turn the direction of reading.
_OBEYED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")

AS_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON")


def say(text: str) -> None:
    """One line for people, on standard output."""
    _write(shown(text))


def say_json(value: object) -> None:
    """One JSON value for machines, Chinese unescaped, on standard output."""
    _write(json.dumps(value, ensure_ascii=False, indent=2))


def say_rows(rows: Sequence[tuple[str, ...]]) -> None:
    """Rows of a list, columns apart by a tab, so that spreadsheets take them as they are."""
    for row in rows:
        _write("\t".join(shown(cell) for cell in row))


def shown(text: str) -> str:
    """A text on one line that commands no terminal, so that no file can forge what is said."""
    return _OBEYED.sub(" ", text)


def _write(line: str) -> None:
    try:
        click.echo(line)
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # whoever reads has enough: click ends the program in silence
        raise OutputStreamError from error
