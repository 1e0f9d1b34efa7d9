"""The structure of the outer file: everything that SQLite would act on, word for word."""

import sqlite3
from types import MappingProxyType
from typing import Final

from desktop.storage.outer_connection import PAGE_BYTES, pragma

TABLES: Final = MappingProxyType(
    {
        "blk": "CREATE TABLE blk (n INTEGER PRIMARY KEY, d BLOB NOT NULL)",
        "head": ("CREATE TABLE head (k TEXT PRIMARY KEY NOT NULL, v BLOB NOT NULL) WITHOUT ROWID"),
        "seg": "CREATE TABLE seg (id INTEGER PRIMARY KEY, d BLOB NOT NULL)",
        "slot": (
            "CREATE TABLE slot (id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
            " meta BLOB NOT NULL, wrap BLOB NOT NULL)"
        ),
    }
)
_INCREMENTAL: Final = 2


def has_head(connection: sqlite3.Connection) -> bool:
    """Whether the table is there that every version of the format keeps."""
    found = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'head' AND sql = ?",
        (TABLES["head"],),
    ).fetchone()
    return bool(found[0] == 1)


def is_exact(connection: sqlite3.Connection) -> bool:
    """Whether there are these tables and settings and nothing else."""
    found = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT ?", (len(TABLES) + 1,)
    ).fetchall()
    expected = {("table", name, name, statement) for name, statement in TABLES.items()}
    return (
        len(found) == len(expected)
        and set(found) == expected
        and pragma(connection, "page_size") == PAGE_BYTES
        and pragma(connection, "auto_vacuum") == _INCREMENTAL
        and pragma(connection, "journal_mode") == "delete"
        and pragma(connection, "encoding") == "UTF-8"
    )
