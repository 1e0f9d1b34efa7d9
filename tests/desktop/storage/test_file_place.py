import errno
import os
import sys
from pathlib import Path

import pytest

from desktop.errors import AppError
from desktop.storage.errors import (
    AccessDeniedError,
    DeviceFailedError,
    FolderMissingError,
    NameRefusedError,
    NotAProjectError,
    ProjectExistsError,
    ProjectMissingError,
    ReadOnlyStorageError,
    StorageFullError,
)
from desktop.storage.file_place import _explain, file_size, new_file, require_file


def test_a_new_file_appears_under_its_name_when_it_is_complete(path: Path) -> None:
    with new_file(path) as passing:
        assert passing.parent == path.parent
        assert passing.stat().st_size == 0
        passing.write_bytes(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert list(path.parent.iterdir()) == [path]


def _write_and_fail(path: Path) -> None:
    with new_file(path) as passing:
        passing.write_bytes(b"half")
        passing.with_name(f"{passing.name}-journal").write_bytes(b"half")
        raise KeyboardInterrupt


def test_a_failure_leaves_nothing_behind(path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _write_and_fail(path)
    assert list(path.parent.iterdir()) == []


def test_a_file_that_appears_meanwhile_is_not_replaced(path: Path) -> None:
    with pytest.raises(ProjectExistsError), new_file(path):
        path.write_bytes(b"theirs")
    assert path.read_bytes() == b"theirs"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("exists_first", [True, False])
def test_a_drive_without_second_names_gets_the_file_too(
    path: Path, monkeypatch: pytest.MonkeyPatch, exists_first: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "示例")

    monkeypatch.setattr(os, "link", refuse)
    if not exists_first:
        with new_file(path) as passing:
            passing.write_bytes(b"whole")
        assert path.read_bytes() == b"whole"
        return
    with pytest.raises(ProjectExistsError), new_file(path):
        path.write_bytes(b"theirs")
    assert path.read_bytes() == b"theirs"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_a_new_file_is_for_its_owner_alone(path: Path) -> None:
    with new_file(path):
        pass
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_stands_there_already_is_kept(path: Path) -> None:
    path.mkdir()
    with pytest.raises(ProjectExistsError), new_file(path):
        pass
    assert path.is_dir()


def test_a_dangling_link_counts_as_standing_there(path: Path) -> None:
    try:
        path.symlink_to(path.with_name("nowhere"))
    except OSError:
        pytest.skip("links cannot be made here")
    with pytest.raises(ProjectExistsError), new_file(path):
        pass
    with pytest.raises(ProjectMissingError):
        require_file(path)


@pytest.mark.parametrize("name", ["a\0b.miping", "长" * 300 + ".miping"])
def test_a_name_that_no_system_takes_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(NameRefusedError), new_file(tmp_path / name):
        pass
    with pytest.raises((NameRefusedError, ProjectMissingError)):
        require_file(tmp_path / name)


def test_a_folder_or_pipe_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(NotAProjectError):
        require_file(tmp_path)
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(NotAProjectError):
            require_file(tmp_path / "pipe")


def test_a_file_is_measured(path: Path) -> None:
    with pytest.raises(ProjectMissingError):
        file_size(path)
    path.write_bytes(b"12345")
    assert file_size(path) == 5


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOENT, FolderMissingError),
        (errno.ENOTDIR, FolderMissingError),
        (errno.EACCES, AccessDeniedError),
        (errno.EPERM, AccessDeniedError),
        (errno.EROFS, ReadOnlyStorageError),
        (errno.ENOSPC, StorageFullError),
        (errno.ENAMETOOLONG, NameRefusedError),
        (errno.EIO, DeviceFailedError),
    ],
)
def test_what_the_system_says_is_told(number: int, expected: type[AppError]) -> None:
    assert type(_explain(OSError(number, ""), FolderMissingError())) is expected
