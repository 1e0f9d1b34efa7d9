"""What the program writes is what FORMAT.md says, read by a reader that knows only that page."""

import io
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from desktop.storage.project_file import Passphrase, ProjectFile
from tests.support.independent_reader import IndependentReader
from tests.support.project_files import AT, CHEAP, SECRET, content, create, filled, put

SIZES = (0, 5, 1_048_520, 1_048_521, 2_500_000)


def test_a_stranger_reads_everything(path: Path) -> None:
    filled(path, *(content(size) for size in SIZES))
    reader = IndependentReader(path, SECRET.text)
    try:
        assert [reader.read(number) for number in reader.objects()] == [
            content(size) for size in SIZES
        ]
        assert reader.verify_history() == 2
        assert reader.generation == 2
        note = reader.inner.execute("SELECT value FROM profile WHERE name = 'note'").fetchone()
        assert note == ("示例备注",)
    finally:
        reader.close()


def test_a_stranger_reads_what_was_changed_many_times(path: Path) -> None:
    with create(path) as project:
        for size in (100_000, 300_000, 50_000):
            put(project, "note", content(size).hex())
            project.objects.add(io.BytesIO(content(size)))
            project.history.append(AT, "示例员", "note.changed", {"size": size})
            project.commit()
        project.objects.delete(project.objects.all()[-1].id)
        project.change_password(SECRET, Passphrase("新口令"), CHEAP)
        generation, pid = project.generation, project.project_id
    reader = IndependentReader(path, "新口令")
    try:
        assert (reader.generation, reader.pid) == (generation, pid)
        assert [reader.read(number) for number in reader.objects()] == [
            content(100_000),
            content(300_000),
        ]
        assert reader.verify_history() == 3
    finally:
        reader.close()
    with pytest.raises(InvalidTag):
        IndependentReader(path, SECRET.text)
    ProjectFile.open(path, Passphrase("新口令")).close()
