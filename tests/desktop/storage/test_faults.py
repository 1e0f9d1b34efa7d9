"""What a project goes through when processes die, disks fill up and folders are closed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.storage.errors import ProjectBusyError, StorageFullError, UnfinishedWriteError
from desktop.storage.project_file import Passphrase, ProjectFile
from tests.support.project_files import (
    AT,
    CHEAP,
    SECRET,
    content,
    create,
    filled,
    get,
    numbers,
    put,
    read_all,
)
from tests.support.project_worker import PIECE, step

ROOT = Path(__file__).resolve().parents[3]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs what POSIX systems offer")


@contextmanager
def working(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A worker that is dead when the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.project_worker", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def lines_until(process: subprocess.Popen[str], last: str) -> list[str]:
    """What the worker says until it says the last line."""
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line.strip())
        if seen[-1] == last:
            return seen
    raise AssertionError(seen)


def answers(*arguments: str) -> list[str]:
    """Everything a worker says until it ends by itself."""
    with working(*arguments) as process:
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 0
    return out.split("\n")[:-1]


def fill_up(project: ProjectFile) -> None:
    """Add and save until the drive is full."""
    while True:
        step(project)
        put(project, "long", content(200_000).hex())
        project.commit()


def steps_in(path: Path) -> int:
    """Open a project that a worker left, prove that it is whole, and count its steps."""
    with ProjectFile.open(path, SECRET) as project:
        note, _, objects = read_all(project)
        count = int(note or "0")
        assert objects == tuple(content(PIECE, str(i + 1)) for i in range(count))
        step(project)
        project.commit()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return count


def test_a_project_open_in_another_process_is_busy(path: Path) -> None:
    filled(path)
    with working("hold", str(path)) as process:
        lines_until(process, "here")
        for read_only in (False, True):
            with pytest.raises(ProjectBusyError):
                ProjectFile.open(path, SECRET, read_only=read_only)
    with ProjectFile.open(path, SECRET) as project:
        assert get(project, "note") == "示例备注"


@pytest.mark.parametrize(
    ("point", "steps"), [("add", 1), ("pending", 1), ("root", 1), ("before", 1), ("after", 2)]
)
def test_a_killed_program_loses_nothing_that_was_saved(path: Path, point: str, steps: int) -> None:
    create(path).close()
    with working("stop", str(path), point) as process:
        assert lines_until(process, "here") == ["committed", "here"]
    assert steps_in(path) == steps


@pytest.mark.parametrize("commits", list(numbers("kills", 6, 5)))
def test_a_program_killed_while_saving_has_saved_all_or_nothing(path: Path, commits: int) -> None:
    create(path).close()
    with working("churn", str(path)) as process:
        for _ in range(commits):
            lines_until(process, "committed")
        lines_until(process, "committing")
    assert steps_in(path) >= commits


def test_an_unfinished_write_is_told_when_it_cannot_be_undone(path: Path) -> None:
    create(path).close()
    with working("stop", str(path), "add") as process:
        lines_until(process, "here")
    with pytest.raises(UnfinishedWriteError):
        ProjectFile.open(path, SECRET, read_only=True)
    ProjectFile.open(path, SECRET).close()
    with ProjectFile.open(path, SECRET, read_only=True) as project:
        assert get(project, "note") == "1"


@pytest.mark.parametrize("room", [0, 65536, 1_000_000, 2_000_000])
@POSIX
def test_a_file_that_may_not_grow_stays_as_it_was(path: Path, room: int) -> None:
    filled(path)
    with ProjectFile.open(path, SECRET) as project:
        put(project, "note", "7")
        project.commit()
    first, second, kept, third, fourth = answers("limited", str(path), str(room))
    assert "storage.device_failed" in (first, second)
    assert kept == "note 7 objects 0"
    assert third in ("done", "storage.device_failed")
    if third == fourth == "done":
        with ProjectFile.open(path, SECRET) as project:
            assert read_all(project) == ("8", 2, (content(PIECE, "8"),))


@pytest.mark.parametrize("spare", range(0, 60, 4))
def test_a_full_disk_leaves_the_last_saved_state(path: Path, spare: int) -> None:
    filled(path, b"kept")
    with ProjectFile.open(path, SECRET) as project:
        put(project, "note", "7")
        project.commit()
        connection = project._container._connection
        pages = path.stat().st_size // 65536
        connection.execute(f"PRAGMA max_page_count={pages + spare}")
        with pytest.raises(StorageFullError):
            fill_up(project)
        project.rollback()
        done = int(get(project, "note") or "0")
        objects = tuple(content(PIECE, str(i)) for i in range(8, done + 1))
        assert read_all(project) == (str(done), 2, (b"kept", *objects))
        connection.execute("PRAGMA max_page_count=1000000")
        step(project)
        project.commit()
    with ProjectFile.open(path, SECRET) as project:
        assert get(project, "note") == str(done + 1)
        assert read_all(project)[1:] == (2, (b"kept", *objects, content(PIECE, str(done + 1))))


@contextmanager
def small_drive(folder: Path, size: str) -> Iterator[None]:
    """A real drive of a few megabytes, where this user may mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root may mount a drive")
    if not Path("/proc/self/mountinfo").exists():
        pytest.skip("without /proc a drive could not be unmounted again")
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("drives cannot be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_small_drive_fills_up_and_nothing_is_lost(path: Path) -> None:
    with small_drive(path.parent, "8m"), create(path) as project:
        with pytest.raises(StorageFullError):
            fill_up(project)
        done = int(get(project, "note") or "0")
        assert done >= 1
        note, _, objects = read_all(project)
        assert (note, len(objects)) == (str(done), done)
        put(project, "note", "small changes still fit")
        project.commit()
        project.close()
        with ProjectFile.open(path, SECRET) as again:
            assert get(again, "note") == "small changes still fit"
            assert len(again.objects.all()) == done


def test_a_full_drive_takes_no_new_project_and_keeps_no_remains(path: Path) -> None:
    with small_drive(path.parent, "128k"):
        with pytest.raises(StorageFullError):
            create(path)
        assert list(path.parent.iterdir()) == []


def test_a_drive_that_is_write_protected_can_be_read(path: Path) -> None:
    with small_drive(path.parent, "8m"):
        filled(path, b"evidence")
        subprocess.run(["mount", "-o", "remount,ro", str(path.parent)], check=True)
        with ProjectFile.open(path, SECRET, read_only=True) as project:
            assert read_all(project) == ("示例备注", 2, (b"evidence",))


@POSIX
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "expected"),
    [
        (0o555, 0o666, ["storage.read_only", "done", "storage.access_denied"]),
        (0o555, 0o444, ["storage.read_only", "done", "storage.access_denied"]),
        (0o777, 0o444, ["storage.read_only", "done", "done"]),
        (0o777, 0o000, ["storage.access_denied", "storage.access_denied", "done"]),
        (0o000, 0o666, ["storage.access_denied"] * 3),
    ],
)
def test_rights_that_are_missing_are_told(
    folder_mode: int, file_mode: int, expected: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to others
        Path(place).chmod(0o755)
        folder = Path(place) / "folder"
        folder.mkdir()
        path = folder / "a.miping"
        filled(path)
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        try:
            assert answers("unprivileged", str(path)) == expected
        finally:
            folder.chmod(0o755)


@POSIX
@pytest.mark.slow
def test_evidence_of_any_size_takes_the_same_memory(path: Path) -> None:
    create(path).close()
    [answer] = answers("large", str(path), "200000000")
    total, more_kib = map(int, answer.split())
    assert total == 200_000_000
    assert more_kib < 24 * 1024


def test_no_content_reaches_the_disk_in_clear(path: Path) -> None:
    mark = "绝密标记7391"
    with create(path) as project:
        put(project, "note", mark * 10_000)
        project.history.append(AT, mark, mark, {mark: mark})
        project.commit()
        put(project, "note", mark * 20_000)
        project.database.execute(
            "SELECT value FROM profile ORDER BY value || value, name"
        ).fetchall()
        project.commit()
        seen = b"".join(file.read_bytes() for file in path.parent.iterdir() if file != path)
    seen += path.read_bytes()
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        assert mark.encode(encoding) not in seen


def test_a_failed_change_of_password_leaves_the_old_one(path: Path) -> None:
    filled(path)
    with ProjectFile.open(path, SECRET) as project:
        put(project, "note", content(500_000).hex())
        connection = project._container._connection
        connection.execute(f"PRAGMA max_page_count={path.stat().st_size // 65536}")
        with pytest.raises(StorageFullError):
            project.change_password(SECRET, Passphrase("new"), CHEAP)
        assert get(project, "note") == "示例备注"
    ProjectFile.open(path, SECRET).close()
