"""Functions that do to an isolated process what a hostile file could do."""

import os
import sys
from pathlib import Path


def add(first: int, second: int) -> int:
    return first + second


def die(*_arguments: object) -> None:
    os.abort()


def spin(*_arguments: object) -> None:
    while True:
        pass


def starve() -> str:
    """Ask for more memory than is allowed."""
    try:
        return str(len(bytearray(8 * 1024**3)))
    except MemoryError:
        return "starved"


def write_file(path: Path) -> str:
    """Try to leave something on the disk."""
    try:
        path.write_bytes(b"made-up secret")
    except OSError:
        return "refused"
    return "written"


def shout() -> None:
    """Write what a library might write of a file's contents."""
    sys.stdout.write("made-up secret")
    os.write(2, b"made-up secret")


def fail() -> None:
    raise ValueError("made-up mistake")
