"""Every step of the inner schema, in order; a shipped step is never changed."""

import sqlite3
from collections.abc import Callable
from typing import Final

from desktop.storage.migrations import m0000_to_0001, m0001_to_0002

MIGRATIONS: Final[tuple[tuple[int, Callable[[sqlite3.Connection], None]], ...]] = (
    (0, m0000_to_0001.migrate),
    (1, m0001_to_0002.migrate),
)
SCHEMA: Final = len(MIGRATIONS)
"""The version of the inner schema after the last step."""
