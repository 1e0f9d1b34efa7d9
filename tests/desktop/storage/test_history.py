from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.storage.errors import DamagedPart, DamagedProjectError
from desktop.storage.project_file import ProjectFile
from tests.support.project_files import AT, SECRET, create

ACTIONS = ("project.created", "evidence.attached", "response.state")


def record(project: ProjectFile) -> None:
    for action in ACTIONS:
        project.history.append(AT, "示例员", action, {"文件": "示例", "n": 1, "known": None})


def test_entries_come_back_in_order(path: Path) -> None:
    with create(path) as project:
        record(project)
        project.commit()
    with ProjectFile.open(path, SECRET) as project:
        entries = project.history.entries()
        assert [entry.action for entry in entries] == list(ACTIONS)
        assert [entry.number for entry in entries] == [1, 2, 3]
        assert {entry.at for entry in entries} == {AT}
        assert {entry.actor for entry in entries} == {"示例员"}
        assert entries[0].details == {"文件": "示例", "n": 1, "known": None}
        assert project.history.verify_chain() == 3


def test_an_empty_history_holds(project: ProjectFile) -> None:
    assert project.history.entries() == ()
    assert project.history.verify_chain() == 0


def test_times_are_kept_in_utc(project: ProjectFile) -> None:
    china = timezone(timedelta(hours=8))
    project.history.append(datetime(2026, 11, 23, 14, 0, tzinfo=china), "示例员", "a", {})
    stored = project.database.execute("SELECT at FROM history").fetchone()["at"]
    assert stored == "2026-11-23T06:00:00.000000+00:00"
    assert project.history.entries()[0].at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(project: ProjectFile) -> None:
    with pytest.raises(ValueError, match="aware"):
        project.history.append(datetime(2026, 11, 23), "示例员", "a", {})  # noqa: DTZ001 - it is the mistake


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE history SET at = '2026-01-01T00:00:00.000000+00:00' WHERE seq = 2",
        "UPDATE history SET actor = 'x' WHERE seq = 3",
        "UPDATE history SET action = 'x' WHERE seq = 1",
        "UPDATE history SET details = '{}' WHERE seq = 2",
        "UPDATE history SET actor = actor || 'x', action = substr(action, 2) WHERE seq = 1",
        "UPDATE history SET hash = zeroblob(32) WHERE seq = 3",
        "UPDATE history SET previous = zeroblob(32) WHERE seq = 1",
        "UPDATE history SET details = CAST(details AS BLOB) WHERE seq = 2",
        "DELETE FROM history WHERE seq = 1",
        "DELETE FROM history WHERE seq = 2",
        "UPDATE history SET seq = 4 WHERE seq = 3",
        (
            "INSERT INTO history SELECT 4, at, actor, action, details, previous, hash"
            " FROM history WHERE seq = 3"
        ),
    ],
)
def test_tampering_breaks_the_chain(project: ProjectFile, tampering: str) -> None:
    record(project)
    project.database.execute(tampering)
    with pytest.raises(DamagedProjectError) as caught:
        project.history.verify_chain()
    assert caught.value.part is DamagedPart.HISTORY


def test_the_history_of_another_project_does_not_fit(tmp_path: Path) -> None:
    with create(tmp_path / "a.miping") as one, create(tmp_path / "b.miping") as two:
        record(one)
        rows = one.database.execute("SELECT * FROM history").fetchall()
        two.database.executemany("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        with pytest.raises(DamagedProjectError):
            two.history.verify_chain()
