import hashlib
import io
import shutil
from pathlib import Path

import pytest
from typing_extensions import override

from desktop.storage.errors import ObjectMissingError, StorageCancelledError
from desktop.storage.project_file import ProjectFile
from tests.support.project_files import SECRET, content, create, get, put

BIG = content(3_000_000)


class Failing(io.BytesIO):
    """A source whose drive fails after a megabyte and a half."""

    @override
    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 1_500_000:
            raise OSError(5, "示例")
        return super().read(size)


def test_evidence_comes_back_byte_for_byte(path: Path) -> None:
    sizes = (0, 1, 1_048_520, 1_048_521, 3_000_000)
    with create(path) as project:
        stored = [project.objects.add(io.BytesIO(content(size))) for size in sizes]
        project.commit()
    with ProjectFile.open(path, SECRET) as project:
        assert project.objects.all() == tuple(stored)
        for item, size in zip(stored, sizes, strict=True):
            assert item.size == size
            assert item.sha256 == hashlib.sha256(content(size)).hexdigest()
            assert b"".join(project.objects.read(item.id)) == content(size)


def test_evidence_can_be_read_before_its_commit(project: ProjectFile) -> None:
    stored = project.objects.add(io.BytesIO(BIG))
    assert b"".join(project.objects.read(stored.id)) == BIG


def test_an_open_object_is_an_ordinary_file(project: ProjectFile) -> None:
    stored = project.objects.add(io.BytesIO(BIG))
    with project.objects.open(stored.id) as file:
        assert file.readable()
        assert not file.seekable()
        assert not file.writable()
        assert file.read(5) == BIG[:5]
        target = io.BytesIO()
        shutil.copyfileobj(file, target)
        assert target.getvalue() == BIG[5:]
        assert file.read() == b""


def test_reading_two_objects_by_turns_mixes_nothing(project: ProjectFile) -> None:
    one = project.objects.add(io.BytesIO(BIG))
    two = project.objects.add(io.BytesIO(BIG[::-1]))
    first, second = project.objects.open(one.id), project.objects.open(two.id)
    parts = [(first.read(1_000_000), second.read(1_000_000)) for _ in range(3)]
    assert b"".join(a for a, _ in parts) == BIG
    assert b"".join(b for _, b in parts) == BIG[::-1]


def test_a_reader_survives_a_commit_in_between(project: ProjectFile) -> None:
    stored = project.objects.add(io.BytesIO(BIG))
    project.commit()
    with project.objects.open(stored.id) as file:
        begin = file.read(1000)
        put(project, "note", "meanwhile")
        project.commit()
        project.objects.add(io.BytesIO(b"dropped"))
        project.rollback()
        assert begin + file.read() == BIG


def test_the_same_bytes_are_stored_once(path: Path, project: ProjectFile) -> None:
    first = project.objects.add(io.BytesIO(BIG))
    project.commit()
    size = path.stat().st_size
    assert project.objects.add(io.BytesIO(BIG)) == first
    put(project, "note", "again")
    project.commit()
    assert project.objects.all() == (first,)
    assert path.stat().st_size == size
    assert b"".join(project.objects.read(first.id)) == BIG


def test_an_object_is_found_by_its_digest(project: ProjectFile) -> None:
    stored = project.objects.add(io.BytesIO(b"evidence"))
    assert project.objects.find_by_sha256(stored.sha256) == stored
    assert project.objects.find_by_sha256(stored.sha256.upper()) == stored
    assert project.objects.find_by_sha256("00" * 32) is None
    assert project.objects.find_by_sha256("no digest") is None


def test_a_missing_object_is_told_at_once(project: ProjectFile) -> None:
    for use in (project.objects.read, project.objects.open, project.objects.delete):
        with pytest.raises(ObjectMissingError) as caught:
            use(7)
        assert caught.value.object_id == 7


def test_progress_ends_at_the_size(project: ProjectFile) -> None:
    seen: list[int] = []
    project.objects.add(io.BytesIO(BIG), progress=seen.append)
    assert seen == sorted(seen)
    assert len(seen) == 3
    assert seen[-1] == len(BIG)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_cancelling_keeps_nothing_of_this_file_and_all_of_the_others(
    path: Path, project: ProjectFile, after: int
) -> None:
    kept = project.objects.add(io.BytesIO(b"kept"))
    put(project, "note", "kept")
    answers = iter([False] * after + [True])
    with pytest.raises(StorageCancelledError):
        project.objects.add(io.BytesIO(BIG), cancelled=lambda: next(answers))
    project.commit()
    project.close()
    assert path.stat().st_size < 1_000_000
    with ProjectFile.open(path, SECRET) as again:
        assert again.objects.all() == (kept,)
        assert get(again, "note") == "kept"


def test_a_source_that_fails_keeps_nothing(project: ProjectFile) -> None:
    kept = project.objects.add(io.BytesIO(b"kept"))
    with pytest.raises(OSError, match="示例"):
        project.objects.add(Failing(BIG))
    project.commit()
    assert project.objects.all() == (kept,)
    assert b"".join(project.objects.read(kept.id)) == b"kept"


def test_deleting_gives_the_space_back(path: Path, project: ProjectFile) -> None:
    empty = path.stat().st_size
    objects = [project.objects.add(io.BytesIO(content(2_000_000, str(i)))) for i in range(4)]
    project.commit()
    full = path.stat().st_size
    for stored in objects[:3]:
        project.objects.delete(stored.id)
    assert path.stat().st_size == full
    project.commit()
    assert full - path.stat().st_size >= 0.98 * 6_000_000
    assert b"".join(project.objects.read(objects[3].id)) == content(2_000_000, "3")
    project.objects.delete(objects[3].id)
    project.commit()
    assert path.stat().st_size <= empty + 4 * 65536


def test_the_number_of_a_deleted_object_is_never_given_again(path: Path) -> None:
    with create(path) as project:
        first = project.objects.add(io.BytesIO(b"first"))
        project.commit()
        project.objects.delete(first.id)
        project.commit()
    with ProjectFile.open(path, SECRET) as project:
        second = project.objects.add(io.BytesIO(b"second"))
        assert second.id > first.id
        assert project.objects.add(io.BytesIO(b"first")).id > second.id
