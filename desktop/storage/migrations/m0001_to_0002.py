"""Inner schema 2: the assessment's own tables."""

import sqlite3

_STATEMENTS = (
    "CREATE TABLE profile (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE response (criterion_id TEXT PRIMARY KEY, state TEXT NOT NULL,"
        " note TEXT NOT NULL, changed_at TEXT) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE evidence (id TEXT PRIMARY KEY, title TEXT NOT NULL, file_name TEXT NOT NULL,"
        " size INTEGER NOT NULL, sha256 TEXT NOT NULL, level TEXT NOT NULL,"
        " object_id INTEGER NOT NULL, added_at TEXT NOT NULL) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE link (position INTEGER PRIMARY KEY, evidence_id TEXT NOT NULL,"
        " criterion_id TEXT NOT NULL, locator TEXT NOT NULL, note TEXT NOT NULL,"
        " stamped INTEGER NOT NULL, UNIQUE (evidence_id, criterion_id))"
    ),
    (
        "CREATE TABLE undertaking (kind TEXT PRIMARY KEY, answers TEXT NOT NULL,"
        " version INTEGER NOT NULL, printed_sha256 TEXT NOT NULL, changed_at TEXT NOT NULL)"
        " WITHOUT ROWID"
    ),
    (
        "CREATE TABLE signing_identity (id INTEGER PRIMARY KEY CHECK (id = 1),"
        " private_key BLOB NOT NULL, certificate BLOB NOT NULL)"
    ),
)


def migrate(connection: sqlite3.Connection) -> None:
    """Create the tables; the caller commits."""
    for statement in _STATEMENTS:
        connection.execute(statement)
