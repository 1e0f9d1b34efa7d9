"""Running one command: UTF-8 out, failures as sentences, exit codes."""

import os
import sys
from collections.abc import Sequence

import click

from desktop.cli.chinese import usage_sentence
from desktop.cli.errors import OutputStreamError
from desktop.cli.output import shown
from desktop.errors import AppError
from desktop.messages import explain

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130


def run_command(
    command: click.Command, name: str, obj: object, arguments: Sequence[str] | None
) -> int:
    """Run a command line.

    Args:
        command: The command or group.
        name: What the program is called in its help pages.
        obj: Handed to the commands.
        arguments: Those of the process when None.

    Returns:
        0 on success, 1 for a failure that was explained, 2 for wrong usage, 130 when
        interrupted, or what the command returned.
    """
    _use_utf8()
    try:
        result = command.main(
            args=None if arguments is None else list(arguments),
            prog_name=name,
            obj=obj,
            standalone_mode=False,
        )
    except AppError as error:
        if isinstance(error, OutputStreamError):
            _drop_unwritten()
        message = explain(error)
        click.echo(f"{shown(message.text)}\n{shown(message.advice)}", err=True)
        return EXIT_FAILED
    except click.UsageError as error:
        click.echo(f"{usage_sentence(error)}用 {name} --help 查看用法。", err=True)
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断，没有留下做了一半的文件。", err=True)
        return EXIT_INTERRUPTED
    return result if isinstance(result, int) else 0


def _drop_unwritten() -> None:
    """Let what could not be written go nowhere, or the interpreter tries again when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


def _use_utf8() -> None:
    """Write UTF-8 into pipes on every system, whatever its code page is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
