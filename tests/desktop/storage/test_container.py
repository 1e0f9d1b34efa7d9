"""Hostile and newer containers: refused by their structure, before anything in them is used."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import AppError
from desktop.storage.container import FORMAT, Container
from desktop.storage.errors import (
    DamagedPart,
    DamagedProjectError,
    NewerProjectError,
    NotAProjectError,
    ReadOnlyStorageError,
    StorageFullError,
)
from desktop.storage.project_file import Passphrase, ProjectFile
from desktop.storage.sealed_image import SealedImage
from tests.support.project_files import CHEAP, SECRET, content, create, filled, get, put, read_all


def altered(path: Path, *statements: str) -> None:
    """Run SQL on the outer file of a closed project, the schema's own table included."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE more (x)",),
        ("CREATE VIEW more AS SELECT * FROM slot",),
        ("CREATE TRIGGER more AFTER UPDATE ON head BEGIN DELETE FROM seg; END",),
        ("CREATE INDEX more ON seg (d)",),
        ("CREATE VIRTUAL TABLE more USING fts5(x)",),
        ("DROP TABLE seg",),
        ("DROP TABLE head", "CREATE VIEW head AS SELECT 'pid' AS k, x'00' AS v"),
        ("ALTER TABLE blk ADD COLUMN x",),
        ("ALTER TABLE slot RENAME COLUMN wrap TO w",),
        ("UPDATE sqlite_master SET sql = replace(sql, 'BLOB', 'blob') WHERE name = 'seg'",),
        ("UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'head'",),
        ("UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'blk'",),
        ("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'head'",),
        ("UPDATE sqlite_master SET rootpage = 999 WHERE name = 'slot'",),
        ("DELETE FROM sqlite_master WHERE name = 'seg'",),
        ("PRAGMA journal_mode=WAL",),
        ("PRAGMA auto_vacuum=FULL", "VACUUM"),
        ("PRAGMA auto_vacuum=NONE", "VACUUM"),
        ("PRAGMA page_size=4096", "VACUUM"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_another_structure_is_refused(
    path: Path, statements: tuple[str, ...], read_only: bool
) -> None:
    filled(path)
    altered(path, *statements)
    with pytest.raises(AppError) as caught:
        ProjectFile.open(path, SECRET, read_only=read_only)
    # SQLite names no reason for a WAL file that it may not write
    assert caught.value.code in {"storage.damaged", "storage.device_failed"}


def test_a_table_that_is_another_table_s_pages_never_passes(path: Path) -> None:
    filled(path, b"a")
    altered(
        path,
        "UPDATE sqlite_master SET rootpage ="
        " (SELECT rootpage FROM sqlite_master WHERE name = 'blk') WHERE name = 'seg'",
    )
    with pytest.raises(DamagedProjectError):
        _read(path)


def _read(path: Path) -> None:
    with ProjectFile.open(path, SECRET) as project:
        read_all(project)


@pytest.mark.parametrize("application_id", [0, 1, 0x0F055112])
def test_another_program_s_database_is_no_project(path: Path, application_id: int) -> None:
    filled(path)
    altered(path, f"PRAGMA application_id={application_id}")
    with pytest.raises(NotAProjectError):
        ProjectFile.open(path, SECRET)


@pytest.mark.parametrize(
    "data", [b"x", b"%PDF-1.7\n" + content(5000), content(100_000), b"PK\x03\x04" + bytes(600)]
)
def test_another_kind_of_file_is_no_project(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    for read_only in (False, True):
        with pytest.raises(NotAProjectError):
            ProjectFile.open(path, SECRET, read_only=read_only)
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("secret", [SECRET, Passphrase("wrong")])
def test_a_newer_file_is_told_before_the_password_matters(path: Path, secret: Passphrase) -> None:
    filled(path)
    altered(path, "UPDATE head SET v = x'0005' WHERE k = 'min_reader'")
    with pytest.raises(NewerProjectError) as caught:
        ProjectFile.open(path, secret)
    assert (caught.value.needed, caught.value.supported) == (5, FORMAT)


def test_a_newer_file_may_have_other_tables(path: Path) -> None:
    filled(path)
    altered(
        path,
        "UPDATE head SET v = x'0002' WHERE k = 'min_reader'",
        "CREATE TABLE snapshot (n INTEGER PRIMARY KEY, d BLOB)",
        "DROP TABLE slot",
    )
    with pytest.raises(NewerProjectError) as caught:
        ProjectFile.open(path, SECRET)
    assert caught.value.needed == 2


def _written_as(path: Path, monkeypatch: pytest.MonkeyPatch, written: int, oldest: int) -> None:
    """Let a project's sealed root claim other versions."""
    with ProjectFile.open(path, SECRET) as project:
        image = project._image
        root = image._root
        changed = type(root)(
            written,
            oldest,
            root.generation,
            root.image_length,
            root.slot_digest,
            root.marks,
        )
        monkeypatch.setattr(image, "_root", changed)
        put(project, "note", "newer")
        project.commit()


def test_a_newer_file_whose_plain_header_lies_is_told_by_its_root(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    _written_as(path, monkeypatch, 9, 9)
    with pytest.raises(NewerProjectError) as caught:
        ProjectFile.open(path, SECRET)
    assert (caught.value.needed, caught.value.supported) == (9, FORMAT)


def test_a_slightly_newer_file_is_used_and_stays_newer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    _written_as(path, monkeypatch, 2, 1)
    with pytest.raises(DamagedProjectError) as caught:
        ProjectFile.open(path, SECRET)
    assert caught.value.part is DamagedPart.HEADER
    altered(path, "UPDATE head SET v = x'0002' WHERE k = 'format'")
    for note in ("newer", "still newer"):
        with ProjectFile.open(path, SECRET) as project:
            assert get(project, "note") == note
            assert project._image._root.format == 2
            put(project, "note", "still newer")
            project.commit()


def test_a_slot_of_an_unknown_kind_is_kept(path: Path) -> None:
    with create(path) as project:
        container = project._container
        stranger = type(container.slots()[0])(2, "recovery", b"meta", content(68))
        container.begin()
        container.put_slot(stranger)
        put(project, "note", "a")
        project.commit()
        assert project.unlock_kinds == ("password",)
    with ProjectFile.open(path, SECRET) as project:
        project.change_password(SECRET, Passphrase("new"), CHEAP)
    with ProjectFile.open(path, Passphrase("new")) as project:
        assert project._container.slots()[1] == stranger


def test_settings_that_safety_rests_on_are_in_force(project: ProjectFile) -> None:
    connection = project._container._connection
    wanted = {
        "page_size": 65536,
        "journal_mode": "delete",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "auto_vacuum": 2,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 2,
        "mmap_size": 0,
        "cache_size": -8192,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone() for name in wanted}
    assert {name: row[0] for name, row in found.items() if row} | {"mmap_size": 0} == wanted
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_giant_value_is_refused_before_it_is_copied(path: Path) -> None:
    filled(path)
    altered(path, "UPDATE head SET v = zeroblob(30000000) WHERE k = 'root'")
    with pytest.raises(DamagedProjectError):
        ProjectFile.open(path, SECRET)


def test_a_container_that_is_read_only_begins_nothing(path: Path) -> None:
    filled(path)
    container = Container.open(path, read_only=True)
    try:
        with pytest.raises(ReadOnlyStorageError):
            container.begin()
    finally:
        container.close()


def _fail_in_a_step(container: Container) -> None:
    with container.savepoint():
        container.put_segment(3, b"failed")
        raise StorageFullError


def test_a_step_that_is_dropped_leaves_the_steps_before(path: Path) -> None:
    filled(path)
    container = Container.open(path, read_only=False)
    try:
        container.begin()
        container.put_segment(1, b"kept")
        with container.savepoint() as step:
            container.put_segment(2, b"dropped")
            step.drop()
        with pytest.raises(StorageFullError):
            _fail_in_a_step(container)
        assert [container.segment(number) for number in (1, 2, 3)] == [b"kept", None, None]
        container.rollback()
        assert container.segment(1) is None
    finally:
        container.close()


def test_the_state_before_the_first_commit_is_empty(path: Path) -> None:
    filled(path)
    with ProjectFile.open(path, SECRET) as project:
        first = SealedImage.first(project._container, project._image._sealer)
    assert (first.generation, first.content) == (0, b"")
