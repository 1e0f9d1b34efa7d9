import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop.storage import inner_database
from desktop.storage.errors import DamagedPart, DamagedProjectError, NewerProjectError
from desktop.storage.migrations.registry import MIGRATIONS, SCHEMA
from tests.support.project_files import content


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(inner_database.empty()) as connection:
        yield connection


def test_an_image_comes_back_byte_for_byte(database: sqlite3.Connection) -> None:
    inner_database.migrate(database)
    database.execute("INSERT INTO meta VALUES ('k', zeroblob(100000))")
    image = database.serialize()
    database.commit()
    assert database.serialize() == image
    with closing(inner_database.load(image)) as again:
        assert again.serialize() == image
        assert again.execute("SELECT length(v) AS n FROM meta").fetchone()["n"] == 100_000
        assert again.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@pytest.mark.parametrize("image", [b"x", content(70_000), b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_database_is_damaged(image: bytes) -> None:
    with pytest.raises(DamagedProjectError) as caught:
        inner_database.load(image)
    assert caught.value.part is DamagedPart.RECORDS


def test_migrations_go_step_by_step_from_any_version(database: sqlite3.Connection) -> None:
    assert [start for start, _ in MIGRATIONS] == list(range(SCHEMA))
    assert inner_database.migrate(database)
    database.commit()
    assert not inner_database.migrate(database)
    full = set(database.execute("SELECT name FROM sqlite_master").fetchall())
    for version in range(1, SCHEMA):
        with closing(inner_database.empty()) as older:
            for _, step in MIGRATIONS[:version]:
                step(older)
            older.execute(f"PRAGMA user_version={version}")
            assert inner_database.migrate(older)
            assert older.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
            assert set(older.execute("SELECT name FROM sqlite_master").fetchall()) == full


def test_a_migration_is_one_transaction(database: sqlite3.Connection) -> None:
    inner_database.migrate(database)
    assert database.in_transaction
    database.rollback()
    assert database.execute("SELECT * FROM sqlite_master").fetchall() == []
    assert database.execute("PRAGMA user_version").fetchone()[0] == 0


def test_newer_tables_are_refused(database: sqlite3.Connection) -> None:
    database.execute(f"PRAGMA user_version={SCHEMA + 1}")
    with pytest.raises(NewerProjectError) as caught:
        inner_database.migrate(database)
    assert (caught.value.needed, caught.value.supported) == (SCHEMA + 1, SCHEMA)


def test_nothing_of_it_is_written_to_a_disk(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA journal_mode").fetchone()[0] == "memory"
    assert database.execute("PRAGMA temp_store").fetchone()[0] == 2
    assert [row["file"] for row in database.execute("PRAGMA database_list")] == [""]
