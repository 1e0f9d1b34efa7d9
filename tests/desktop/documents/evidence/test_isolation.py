"""A process that may come to grief: the program goes on, and the next call finds a new one."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents.evidence.isolation import Failure, IsolatedProcess
from tests.support import isolated_calls

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


@pytest.fixture
def process() -> Iterator[IsolatedProcess]:
    with IsolatedProcess(timeout_seconds=60) as isolated:
        yield isolated


def test_a_call_comes_back_with_its_result_from_another_process(process: IsolatedProcess) -> None:
    assert process.call(isolated_calls.add, 2, 3) == 5
    first = process.process_id
    assert first not in {None, os.getpid()}
    assert process.call(isolated_calls.add, 4, 5) == 9
    assert process.process_id == first


def test_after_a_death_the_next_call_works(process: IsolatedProcess) -> None:
    assert process.call(isolated_calls.die) is Failure.DIED
    assert process.call(isolated_calls.add, 2, 3) == 5


def test_a_call_that_never_ends_is_stopped_and_the_next_works(process: IsolatedProcess) -> None:
    assert process.call(isolated_calls.add, 0, 0) == 0
    process.timeout_seconds = 0
    assert process.call(isolated_calls.spin) is Failure.TIMED_OUT
    assert process.process_id is None
    process.timeout_seconds = 60
    assert process.call(isolated_calls.add, 2, 3) == 5


def test_a_mistake_of_the_program_is_not_hidden(process: IsolatedProcess) -> None:
    with pytest.raises(ValueError, match="made-up mistake"):
        process.call(isolated_calls.fail)
    assert process.call(isolated_calls.add, 2, 3) == 5


@posix_only
def test_memory_is_bounded(process: IsolatedProcess) -> None:
    assert process.call(isolated_calls.starve) == "starved"


@posix_only
def test_nothing_can_be_left_on_the_disk(process: IsolatedProcess, tmp_path: Path) -> None:
    assert process.call(isolated_calls.write_file, tmp_path / "x") == "refused"
    assert not (tmp_path / "x").exists() or (tmp_path / "x").read_bytes() == b""


def test_what_libraries_print_about_a_file_is_not_printed(
    process: IsolatedProcess, capfd: pytest.CaptureFixture[str]
) -> None:
    process.call(isolated_calls.shout)
    process.close()
    assert capfd.readouterr() == ("", "")


def test_it_can_be_used_from_several_threads(process: IsolatedProcess) -> None:
    results: list[object] = []

    def work(number: int) -> None:
        results.append(process.call(isolated_calls.add, number, 0))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, results)) == ["0", "1", "2", "3"]


def test_its_end_ends_the_process_and_a_later_call_starts_another() -> None:
    process = IsolatedProcess(timeout_seconds=60)
    assert process.call(isolated_calls.add, 1, 1) == 2
    process.close()
    assert process.process_id is None
    assert process.call(isolated_calls.add, 1, 1) == 2
    process.close()
