"""What the command line says: text for people, JSON for machines."""

import json
from collections.abc import Sequence

import click

AS_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON")


def say(text: str) -> None:
    """One line for people, on standard output."""
    click.echo(text)


def say_json(value: object) -> None:
    """One JSON value for machines, Chinese unescaped, on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_rows(rows: Sequence[tuple[str, ...]]) -> None:
    """Rows of a list, columns apart by a tab, so that spreadsheets take them as they are."""
    for row in rows:
        click.echo("\t".join(row))
