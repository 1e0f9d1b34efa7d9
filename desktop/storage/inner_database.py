"""The inner database: all structured data, in memory only, never in clear on a disk."""

import sqlite3
from contextlib import closing

from desktop.storage.errors import DamagedPart, DamagedProjectError, NewerProjectError
from desktop.storage.migrations.registry import MIGRATIONS, SCHEMA
from desktop.storage.sealing import Buffer


def empty() -> sqlite3.Connection:
    """A new database without tables.

    It is a true in-memory database and not a deserialized image, because only there does an image
    taken before the commit show the change; and exchanging an image under an open cursor crashes.
    """
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.row_factory = sqlite3.Row
    for pragma in ("trusted_schema=OFF", "temp_store=MEMORY", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def load(image: Buffer) -> sqlite3.Connection:
    """Open an image whose seal was verified.

    Raises:
        DamagedProjectError: It is no database.
    """
    connection = empty()
    try:
        restore(connection, image)
    except BaseException:
        connection.close()
        raise
    return connection


def restore(connection: sqlite3.Connection, image: Buffer) -> None:
    """Make a database the same as an image; it must not be in a transaction.

    Raises:
        DamagedProjectError: The image is no database.
    """
    with closing(sqlite3.connect(":memory:")) as source:
        try:
            source.deserialize(image)
            version = source.execute("PRAGMA schema_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise DamagedProjectError(DamagedPart.RECORDS) from error
        source.backup(connection)
    # backup() counts the schema up; without that the copy is the image, byte for byte
    connection.execute(f"PRAGMA schema_version={version}")


def migrate(connection: sqlite3.Connection) -> bool:
    """Bring the schema up to date in one transaction, which the caller commits.

    Returns:
        Whether anything was to be done.

    Raises:
        NewerProjectError: The schema is of a newer program.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA:
        raise NewerProjectError(version, SCHEMA)
    if version == SCHEMA:
        return False
    connection.execute("BEGIN")
    for start, step in MIGRATIONS:
        if start >= version:
            step(connection)
            connection.execute(f"PRAGMA user_version={start + 1}")
    return True
