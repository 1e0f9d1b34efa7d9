import io
import sqlite3
import threading
from pathlib import Path

import pytest

from desktop.errors import AppError
from desktop.storage.errors import (
    EmptySecretError,
    FolderMissingError,
    NewerProjectError,
    ProjectBusyError,
    ProjectExistsError,
    ProjectMissingError,
    ReadOnlyStorageError,
    WrongSecretError,
)
from desktop.storage.project_file import Passphrase, ProjectFile
from tests.support.project_files import (
    AT,
    CHEAP,
    SECRET,
    content,
    create,
    filled,
    get,
    put,
    read_all,
)


def test_a_new_project_is_one_file_that_opens_again(path: Path) -> None:
    filled(path, content(100))
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with ProjectFile.open(path, SECRET) as project:
        assert read_all(project) == ("示例备注", 2, (content(100),))
        assert project.generation == 2
        assert project.unlock_kinds == ("password",)
        assert not project.read_only


def test_projects_have_numbers_of_their_own(tmp_path: Path) -> None:
    with create(tmp_path / "a.miping") as one, create(tmp_path / "b.miping") as two:
        assert len(one.project_id) == 16
        assert one.project_id != two.project_id


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_bytes(b"precious")
    with pytest.raises(ProjectExistsError):
        create(path)
    assert path.read_bytes() == b"precious"
    assert list(path.parent.iterdir()) == [path]


def test_a_project_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderMissingError):
        create(tmp_path / "missing" / "a.miping")


def test_an_empty_password_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(EmptySecretError):
        ProjectFile.create(path, Passphrase(""), kdf=CHEAP)
    assert not path.exists()
    with create(tmp_path / "a.miping") as project, pytest.raises(EmptySecretError):
        project.change_password(SECRET, Passphrase(""), CHEAP)


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(ProjectMissingError):
        ProjectFile.open(path, SECRET)
    assert not path.exists()


def test_a_wrong_password_opens_nothing_and_changes_nothing(path: Path) -> None:
    filled(path)
    before = path.read_bytes()
    with pytest.raises(WrongSecretError):
        ProjectFile.open(path, Passphrase("示例口令-2"))
    assert path.read_bytes() == before


def test_a_password_is_the_same_in_full_width_letters(path: Path) -> None:
    ProjectFile.create(path, Passphrase("Abc-123é"), kdf=CHEAP).close()
    with ProjectFile.open(
        path, Passphrase("\uff21\uff42\uff43\uff0d\uff11\uff12\uff13e\u0301")
    ) as project:
        assert project.generation == 1


def test_what_is_not_committed_is_gone_after_closing(path: Path) -> None:
    with create(path) as project:
        put(project, "note", "lost")
        project.objects.add(io.BytesIO(content(3_000_000)))
    size = path.stat().st_size
    with ProjectFile.open(path, SECRET) as project:
        assert get(project, "note") is None
        assert project.objects.all() == ()
        assert project.generation == 1
    assert size < 1_000_000


def test_rollback_returns_to_the_last_commit(project: ProjectFile) -> None:
    put(project, "note", "kept")
    kept = project.objects.add(io.BytesIO(b"kept"))
    project.commit()
    put(project, "note", "dropped")
    dropped = project.objects.add(io.BytesIO(b"dropped"))
    project.objects.delete(kept.id)
    project.history.append(AT, "示例员", "note.changed", {})
    project.rollback()
    assert get(project, "note") == "kept"
    assert project.objects.all() == (kept,)
    assert b"".join(project.objects.read(kept.id)) == b"kept"
    assert project.objects.find_by_sha256(dropped.sha256) is None
    assert project.history.entries() == ()


def test_rollback_takes_back_a_table_and_a_commit_of_the_inner_database(
    project: ProjectFile,
) -> None:
    project.database.execute("CREATE TABLE stray (x)")
    put(project, "note", "stray")
    project.database.commit()
    project.rollback()
    assert get(project, "note") is None
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        project.database.execute("SELECT * FROM stray")


def test_a_commit_without_changes_writes_nothing(project: ProjectFile) -> None:
    project.commit()
    assert project.generation == 1
    put(project, "note", "a")
    project.commit()
    assert project.generation == 2
    project.commit()
    assert project.generation == 2


def test_many_commits_grow_and_shrink_the_records(path: Path) -> None:
    texts = [content(size, str(size)).hex() for size in (10, 200_000, 90_000, 0, 400_000)]
    with create(path) as project:
        for text in texts:
            put(project, "note", text)
            project.commit()
    with ProjectFile.open(path, SECRET) as project:
        assert get(project, "note") == texts[-1]
        project.database.execute("DELETE FROM profile")
        project.database.commit()
        project.database.execute("VACUUM")
        project.commit()
    with ProjectFile.open(path, SECRET) as project:
        assert get(project, "note") is None


def test_a_change_of_password_locks_the_old_one_out(path: Path) -> None:
    filled(path, content(1000))
    new = Passphrase("示例新口令")
    with ProjectFile.open(path, SECRET) as project:
        before = project.generation
        project.change_password(SECRET, new, CHEAP)
        assert project.generation == before + 1
    with pytest.raises(WrongSecretError):
        ProjectFile.open(path, SECRET)
    with ProjectFile.open(path, new) as project:
        assert read_all(project) == ("示例备注", 2, (content(1000),))


def test_a_change_of_password_needs_the_old_one(path: Path, project: ProjectFile) -> None:
    put(project, "note", "pending")
    with pytest.raises(WrongSecretError):
        project.change_password(Passphrase("wrong"), Passphrase("new"), CHEAP)
    assert get(project, "note") == "pending"
    project.close()
    ProjectFile.open(path, SECRET).close()


def test_a_change_of_password_commits_what_is_pending(path: Path, project: ProjectFile) -> None:
    project.objects.add(io.BytesIO(b"evidence"))
    project.history.append(AT, "示例员", "password.changed", {})
    project.change_password(SECRET, Passphrase("new"), CHEAP)
    project.close()
    with ProjectFile.open(path, Passphrase("new")) as again:
        assert [entry.action for entry in again.history.entries()] == ["password.changed"]
        assert read_all(again)[2] == (b"evidence",)


def test_a_changed_password_costs_no_more_in_a_large_project(path: Path) -> None:
    filled(path, content(5_000_000))
    with ProjectFile.open(path, SECRET) as project:
        before = path.read_bytes()
        project.change_password(SECRET, Passphrase("new"), CHEAP)
    after = path.read_bytes()
    pages = [
        start
        for start in range(0, len(after), 65536)
        if before[start : start + 65536] != after[start : start + 65536]
    ]
    assert len(after) == len(before)
    assert len(pages) <= 3  # SQLite's first page, the slot, the root


def test_a_read_only_project_gives_everything_and_takes_nothing(path: Path) -> None:
    filled(path, content(10))
    before = path.read_bytes()
    with ProjectFile.open(path, SECRET, read_only=True) as project:
        assert project.read_only
        assert read_all(project) == ("示例备注", 2, (content(10),))
        with pytest.raises(ReadOnlyStorageError):
            project.commit()
        with pytest.raises(ReadOnlyStorageError):
            project.objects.add(io.BytesIO(b"x"))
        with pytest.raises(ReadOnlyStorageError):
            project.objects.delete(1)
        with pytest.raises(ReadOnlyStorageError):
            project.change_password(SECRET, Passphrase("new"), CHEAP)
        put(project, "note", "only in memory")
        project.rollback()
        assert get(project, "note") == "示例备注"
    assert path.read_bytes() == before


def test_readers_share_a_project_and_keep_writers_out(path: Path) -> None:
    filled(path)
    with ProjectFile.open(path, SECRET, read_only=True) as one:
        with ProjectFile.open(path, SECRET, read_only=True) as two:
            assert read_all(one) == read_all(two)
        with pytest.raises(ProjectBusyError):
            ProjectFile.open(path, SECRET)
    ProjectFile.open(path, SECRET).close()


def test_an_open_project_is_busy_for_everybody_else(path: Path, project: ProjectFile) -> None:
    for read_only in (False, True):
        with pytest.raises(ProjectBusyError):
            ProjectFile.open(path, SECRET, read_only=read_only)
    put(project, "note", "still works")
    project.commit()
    project.close()
    ProjectFile.open(path, SECRET).close()


def test_closing_twice_is_harmless(project: ProjectFile) -> None:
    project.close()
    project.close()


def test_a_failed_opening_leaves_the_file_free(path: Path) -> None:
    filled(path)
    with pytest.raises(WrongSecretError):
        ProjectFile.open(path, Passphrase("wrong"))
    ProjectFile.open(path, SECRET).close()


def test_another_thread_can_work_on_the_project(path: Path, project: ProjectFile) -> None:
    failures: list[Exception] = []

    def work() -> None:
        try:
            stored = project.objects.add(io.BytesIO(content(2_000_000)))
            put(project, "note", "from a worker")
            project.commit()
            assert b"".join(project.objects.read(stored.id)) == content(2_000_000)
        except (AppError, sqlite3.Error, AssertionError) as error:
            failures.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert failures == []
    project.close()
    with ProjectFile.open(path, SECRET) as again:
        assert get(again, "note") == "from a worker"


def test_tables_of_a_newer_program_are_refused_and_kept(path: Path) -> None:
    with create(path) as project:
        project.database.execute("PRAGMA user_version=99")
        project.commit()
    before = path.read_bytes()
    with pytest.raises(NewerProjectError) as caught:
        ProjectFile.open(path, SECRET)
    assert (caught.value.needed, caught.value.supported) == (99, 2)
    assert path.read_bytes() == before


def test_older_tables_are_brought_up_to_date_once(path: Path) -> None:
    _age(path)
    with ProjectFile.open(path, SECRET) as project:
        put(project, "note", "after")
        assert project.generation == 3
        project.commit()
    with ProjectFile.open(path, SECRET) as project:
        assert (get(project, "note"), project.generation) == ("after", 4)


def test_older_tables_can_be_read_from_a_protected_medium(path: Path) -> None:
    _age(path)
    before = path.read_bytes()
    with ProjectFile.open(path, SECRET, read_only=True) as project:
        assert get(project, "note") is None
        project.rollback()
        assert get(project, "note") is None
    assert path.read_bytes() == before


def _age(path: Path) -> None:
    """Make a project as the first version of the inner schema had it."""
    with create(path) as project:
        tables = project.database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT IN ('obj', 'history', 'meta') AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for row in tables:
            project.database.execute(f'DROP TABLE "{row["name"]}"')
        project.database.execute("PRAGMA user_version=1")
        project.commit()
