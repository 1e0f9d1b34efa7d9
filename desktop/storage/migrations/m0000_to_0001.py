"""Inner schema 1: evidence objects, the history, and facts about the file itself."""

import sqlite3

_STATEMENTS = (
    # AUTOINCREMENT: a number is never given twice, so that no old segment meets a new key
    (
        "CREATE TABLE obj (id INTEGER PRIMARY KEY AUTOINCREMENT, size INTEGER NOT NULL,"
        " nseg INTEGER NOT NULL, key BLOB NOT NULL, sha256 BLOB NOT NULL UNIQUE)"
    ),
    (
        "CREATE TABLE history (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,"
        " action TEXT NOT NULL, details TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL)"
    ),
    "CREATE TABLE meta (k TEXT PRIMARY KEY NOT NULL, v BLOB NOT NULL) WITHOUT ROWID",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables; the caller commits."""
    for statement in _STATEMENTS:
        connection.execute(statement)
