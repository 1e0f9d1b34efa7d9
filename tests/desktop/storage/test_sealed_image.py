"""Commits that fail in the middle, and what the project does afterwards."""

import io
from pathlib import Path

import pytest

from desktop.storage.container import Container
from desktop.storage.errors import DeviceFailedError, StorageFullError
from desktop.storage.project_file import ProjectFile
from desktop.storage.sealing import Sealer
from tests.support.project_files import SECRET, content, create, get, put


def kept(project: ProjectFile) -> None:
    """Commit what must survive."""
    put(project, "note", "kept")
    project.commit()


@pytest.mark.parametrize("failing", ["put_block", "drop_blocks", "put_root", "commit", "slots"])
def test_a_step_of_the_commit_that_fails_brings_the_last_state_back(
    path: Path, project: ProjectFile, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    kept(project)

    def fail(*_: object) -> None:
        raise StorageFullError

    put(project, "note", "lost")
    lost = project.objects.add(io.BytesIO(content(2_000_000)))
    with monkeypatch.context() as patch:
        patch.setattr(Container, failing, fail)
        with pytest.raises(StorageFullError):
            project.commit()
    assert get(project, "note") == "kept"
    assert project.objects.find_by_sha256(lost.sha256) is None
    put(project, "note", "later")
    project.commit()
    project.close()
    with ProjectFile.open(path, SECRET) as again:
        assert get(again, "note") == "later"
        assert again.generation == 3


def test_after_a_save_of_unknown_outcome_nothing_is_written_until_reopened(
    path: Path, project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The drive takes the commit and then reports a failure: nobody can tell what it kept."""
    kept(project)
    commit = Container.commit

    def commit_and_fail(container: Container) -> None:
        commit(container)
        raise DeviceFailedError

    put(project, "note", "unknown")
    with monkeypatch.context() as patch:
        patch.setattr(Container, "commit", commit_and_fail)
        with pytest.raises(DeviceFailedError):
            project.commit()
    assert get(project, "note") == "kept"
    put(project, "note", "after")
    with pytest.raises(DeviceFailedError):
        project.commit()
    project.close()
    with ProjectFile.open(path, SECRET) as again:
        assert get(again, "note") == "unknown"
        put(again, "note", "works again")
        again.commit()


def test_an_interrupted_commit_counts_as_failed(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(project)

    def interrupt(*_: object) -> bytes:
        raise KeyboardInterrupt

    put(project, "note", "lost")
    with monkeypatch.context() as patch:
        patch.setattr(Sealer, "seal_root", interrupt)
        with pytest.raises(KeyboardInterrupt):
            project.commit()
    assert get(project, "note") == "kept"
    put(project, "note", "later")
    project.commit()


def test_a_small_change_writes_few_blocks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    put_block = Container.put_block

    def count(container: Container, number: int, sealed: bytes) -> None:
        written.append(number)
        put_block(container, number, sealed)

    with create(path) as project:
        for number in range(40):
            put(project, f"note {number:02}", content(30_000, str(number)).hex())
        project.commit()
        blocks = len(project._image._root.marks)
        monkeypatch.setattr(Container, "put_block", count)
        put(project, "note 20", content(30_000, "changed").hex())
        project.commit()
    assert blocks > 30
    assert 1 <= len(written) <= 5


def test_no_nonce_is_used_twice(path: Path) -> None:
    nonces: list[bytes] = []
    with create(path) as project:
        for number in range(30):
            put(project, "note", str(number % 2))
            project.commit()
            connection = project._container._connection
            rows = connection.execute(
                "SELECT d FROM blk WHERE n = 0 UNION ALL SELECT v FROM head WHERE k = 'root'"
            ).fetchall()
            nonces += [row[0][:12] for row in rows]
    assert len(set(nonces)) == len(nonces) == 60


def test_a_question_left_open_does_not_hinder_the_way_back(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(project)
    cursor = project.database.execute("SELECT name FROM profile")
    cursor.fetchone()

    def fail(*_: object) -> None:
        raise StorageFullError

    put(project, "note", "lost")
    with monkeypatch.context() as patch:
        patch.setattr(Container, "commit", fail)
        with pytest.raises(StorageFullError):
            project.commit()
    assert get(project, "note") == "kept"
    cursor.close()
