"""The command line in an empty folder, with a cheap key derivation."""

from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD, quick_services


@pytest.fixture
def line(
    clock: FakeClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> CommandLine:
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MIPING_PASSWORD", PASSWORD)

    def captured() -> tuple[str, str]:
        said = capsys.readouterr()
        return said.out, said.err

    return CommandLine(quick_services(clock), folder, captured)
