"""The type of every path on the command line."""

from pathlib import Path
from typing import Final

import click

ANY_PATH: Final = click.Path(path_type=Path, readable=False)
"""Looked at by the services alone, which say what is wrong with it."""
