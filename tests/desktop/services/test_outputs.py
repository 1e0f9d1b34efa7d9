import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from desktop.errors import AppError
from desktop.services.errors import (
    CancelledJobError,
    OutputDiskFullError,
    OutputFolderMissingError,
    OutputNameError,
    OutputProtectedError,
    OutputRefusedError,
)
from desktop.services.outputs import write_whole, writing


def test_the_file_has_the_bytes_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "申报包.pdf", writing(b"whole"))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("申报包.pdf", b"whole")
    ]


@pytest.mark.parametrize(
    "failure", [CancelledJobError(), RuntimeError("bug"), KeyboardInterrupt(), OSError("lost")]
)
def test_any_failure_keeps_the_old_file_and_leaves_no_remains(
    tmp_path: Path, failure: BaseException
) -> None:
    target = tmp_path / "申报包.pdf"
    target.write_bytes(b"old")

    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise failure

    with pytest.raises((AppError, RuntimeError, KeyboardInterrupt)):
        write_whole(target, fail)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("申报包.pdf", b"old")
    ]


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, OutputDiskFullError),
        (errno.EACCES, OutputRefusedError),
        (errno.EROFS, OutputRefusedError),
        (errno.EIO, OutputRefusedError),
    ],
)
def test_each_failure_of_the_disk_has_its_own_name(
    tmp_path: Path, number: int, error: type[AppError]
) -> None:
    def fail(_stream: BinaryIO) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(error):
        write_whole(tmp_path / "x.pdf", fail)


def test_a_disk_that_is_really_full_says_so() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")

    def fill(_stream: BinaryIO) -> None:
        with full.open("wb", buffering=0) as device:
            device.write(b"x")

    with pytest.raises(OutputDiskFullError):
        write_whole(Path.home() / "x.pdf", fill)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderMissingError):
        write_whole(tmp_path / "no" / "x.pdf", writing(b""))


def test_a_project_file_is_never_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "P.miping"
    target.write_bytes(b"project")
    with pytest.raises(OutputProtectedError):
        write_whole(target, writing(b"package"))
    assert target.read_bytes() == b"project"


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputProtectedError):
        write_whole(tmp_path / "folder", writing(b""))


def test_a_name_that_is_too_long_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputNameError):
        write_whole(tmp_path / ("长" * 200 + ".pdf"), writing(b""))


def test_a_folder_that_takes_no_files_refuses() -> None:
    with pytest.raises((OutputRefusedError, OutputFolderMissingError)):
        write_whole(Path("/proc/self/x.pdf"), writing(b""))
