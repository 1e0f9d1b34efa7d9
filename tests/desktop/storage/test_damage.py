"""Whatever happens to the bytes of a project: right data or a clear answer, never wrong data."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.errors import AppError
from desktop.storage.errors import (
    DamagedPart,
    DamagedProjectError,
    NotAProjectError,
    TruncatedProjectError,
)
from desktop.storage.project_file import Passphrase, ProjectFile
from tests.support.project_files import (
    CHEAP,
    SECRET,
    content,
    create,
    filled,
    numbers,
    put,
    read_all,
)

PAGE = 65536
OBJECTS = (content(1_200_000), b"small")
WHOLE = ("示例备注", 2, OBJECTS)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a project that everything here starts from."""
    path = tmp_path_factory.mktemp("pristine") / "a.miping"
    filled(path, *OBJECTS)
    return path.read_bytes()


def opened(path: Path, data: bytes, *, read_only: bool = False) -> str:
    """Open a project made of these bytes; `whole`, or the code of what is wrong with it."""
    for remains in path.parent.iterdir():
        remains.unlink()
    path.write_bytes(data)
    try:
        with ProjectFile.open(path, SECRET, read_only=read_only) as project:
            assert read_all(project) == WHOLE
    except AppError as error:
        return error.code
    return "whole"


def flipped(data: bytes, bit: int) -> bytes:
    altered = bytearray(data)
    altered[bit // 8] ^= 1 << bit % 8
    return bytes(altered)


@pytest.mark.parametrize("read_only", [False, True])
def test_no_flipped_bit_gives_wrong_data(path: Path, pristine: bytes, read_only: bool) -> None:
    bits = numbers(f"anywhere {read_only}", 200, 8 * len(pristine))
    found = {opened(path, flipped(pristine, bit), read_only=read_only) for bit in bits}
    assert {"whole", "storage.damaged"} <= found


def test_no_flipped_bit_in_the_file_s_own_structure_gives_wrong_data(
    path: Path, pristine: bytes
) -> None:
    structure = [*range(8 * 100)]
    structure += [8 * 100 + bit for bit in numbers("first page", 100, 8 * 1500)]
    for page in range(1, len(pristine) // PAGE):
        structure += [8 * PAGE * page + bit for bit in numbers(f"page {page}", 8, 8 * 64)]
    found = {opened(path, flipped(pristine, bit)) for bit in structure}
    assert {"whole", "storage.damaged", "storage.not_a_project", "storage.truncated"} <= found


CIPHERTEXT = (
    ("head", "v", "k = 'root'", "storage.damaged"),
    ("slot", "meta", "id = 1", "storage.damaged"),
    ("slot", "wrap", "id = 1", "storage.damaged"),
    ("blk", "d", "n = 0", "storage.damaged"),
    ("seg", "d", "id = 1 << 24", "storage.damaged"),
    ("seg", "d", "id = (1 << 24) + 1", "storage.damaged"),
    ("seg", "d", "id = 2 << 24", "storage.damaged"),
)


@pytest.mark.parametrize(("table", "column", "where", "code"), CIPHERTEXT)
def test_every_flipped_bit_of_what_is_sealed_is_found(
    path: Path, pristine: bytes, table: str, column: str, where: str, code: str
) -> None:
    path.write_bytes(pristine)
    query = f"SELECT {column} FROM {table} WHERE {where}"  # noqa: S608 - constants above
    with closing(sqlite3.connect(path)) as connection:
        stored: bytes = connection.execute(query).fetchone()[0]
    for bit in numbers(query, 40, 8 * len(stored)):
        damaged = altered(
            path,
            pristine,
            f"UPDATE {table} SET {column} = x'{flipped(stored, bit).hex()}' WHERE {where}",  # noqa: S608 - constants above
        )
        assert opened(path, damaged) == code


def altered(path: Path, data: bytes, *statements: str) -> bytes:
    """The bytes of a project after somebody ran SQL on the outer file."""
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path.read_bytes()


def test_a_file_cut_off_anywhere_is_called_truncated(path: Path, pristine: bytes) -> None:
    lengths = {1, 15, 16, 71, 72, 99, 100, 511, 512, len(pristine) - 1}
    lengths |= set(range(4096, len(pristine), 8192))
    for length in sorted(lengths):
        path.write_bytes(pristine[:length])
        with pytest.raises(TruncatedProjectError):
            ProjectFile.open(path, SECRET, read_only=length % 2 == 0)
        assert path.stat().st_size == length


def test_an_empty_file_is_no_project(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(NotAProjectError):
        ProjectFile.open(path, SECRET)


@pytest.mark.parametrize("garbage", [b"x", bytes(PAGE), content(100_000)])
def test_garbage_at_the_end_harms_nothing(path: Path, pristine: bytes, garbage: bytes) -> None:
    assert opened(path, pristine + garbage) == "whole"
    with ProjectFile.open(path, SECRET) as project:
        put(project, "other", "after")
        project.commit()
        assert read_all(project) == WHOLE
    with ProjectFile.open(path, SECRET) as project:
        assert read_all(project) == WHOLE


def test_swapped_pages_are_never_taken_for_right(path: Path, pristine: bytes) -> None:
    pages = [pristine[start : start + PAGE] for start in range(0, len(pristine), PAGE)]
    for left in range(len(pages)):
        for right in range(left):
            swapped = list(pages)
            swapped[left], swapped[right] = swapped[right], swapped[left]
            assert opened(path, b"".join(swapped)) != "storage.wrong_secret"


def test_a_page_of_an_older_state_is_never_taken_for_the_present_one(
    path: Path, pristine: bytes
) -> None:
    path.write_bytes(pristine)
    with ProjectFile.open(path, SECRET) as project:
        put(project, "other", content(100_000).hex())
        put(project, "note", "older")
        project.commit()
    older = path.read_bytes()
    with ProjectFile.open(path, SECRET) as project:
        put(project, "other", content(100_000, "b").hex())
        put(project, "note", "示例备注")
        project.commit()
    newer = path.read_bytes()
    found = []
    for start in range(0, len(newer), PAGE):
        if older[start : start + PAGE] != newer[start : start + PAGE]:
            mixed = newer[:start] + older[start : start + PAGE] + newer[start + PAGE :]
            found.append(opened(path, mixed))
    assert len(found) >= 3
    assert "storage.damaged" in found


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("DELETE FROM blk", DamagedPart.RECORDS),
        ("INSERT INTO blk SELECT n + 1, d FROM blk ORDER BY n DESC LIMIT 1", DamagedPart.RECORDS),
        ("INSERT INTO blk SELECT -1, d FROM blk LIMIT 1", DamagedPart.RECORDS),
        ("UPDATE blk SET n = n + 1", DamagedPart.RECORDS),
        ("UPDATE blk SET d = zeroblob(0)", DamagedPart.RECORDS),
        ("UPDATE blk SET d = 'text'", DamagedPart.CONTAINER),
        ("UPDATE blk SET d = zeroblob(3000000)", DamagedPart.CONTAINER),
        ("DELETE FROM slot", DamagedPart.SLOTS),
        ("INSERT INTO slot SELECT 2, kind, meta, wrap FROM slot", DamagedPart.SLOTS),
        ("INSERT INTO slot SELECT 2, 'recovery', meta, wrap FROM slot", DamagedPart.SLOTS),
        ("UPDATE slot SET id = 2", DamagedPart.SLOTS),
        ("UPDATE slot SET id = -1", DamagedPart.SLOTS),
        ("UPDATE slot SET meta = zeroblob(1025)", DamagedPart.SLOTS),
        ("UPDATE slot SET meta = 'text'", DamagedPart.SLOTS),
        ("UPDATE slot SET wrap = zeroblob(69)", DamagedPart.SLOTS),
        ("UPDATE slot SET wrap = zeroblob(2000000)", DamagedPart.SLOTS),
        ("UPDATE slot SET wrap = zeroblob(20000000)", DamagedPart.SLOTS),
        ("INSERT INTO slot VALUES (2, 'ä', x'', x'')", DamagedPart.SLOTS),
        ("INSERT INTO slot VALUES (2, '', x'', x'')", DamagedPart.SLOTS),
        ("INSERT INTO slot VALUES (2, x'70', x'', x'')", DamagedPart.SLOTS),
        ("INSERT INTO slot VALUES (2, CAST(x'ff' AS TEXT), x'', x'')", DamagedPart.CONTAINER),
        (
            (
                "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
                " INSERT INTO slot SELECT i, kind, meta, wrap FROM slot, n"
            ),
            DamagedPart.SLOTS,
        ),
        ("DELETE FROM head WHERE k = 'root'", DamagedPart.ROOT),
        ("UPDATE head SET v = x'' WHERE k = 'root'", DamagedPart.ROOT),
        ("UPDATE head SET v = 'text' WHERE k = 'root'", DamagedPart.CONTAINER),
        ("DELETE FROM head WHERE k = 'pid'", DamagedPart.HEADER),
        ("UPDATE head SET v = zeroblob(16) WHERE k = 'pid'", DamagedPart.SLOTS),
        ("UPDATE head SET v = zeroblob(15) WHERE k = 'pid'", DamagedPart.HEADER),
        ("DELETE FROM head WHERE k = 'format'", DamagedPart.HEADER),
        ("DELETE FROM head WHERE k = 'min_reader'", DamagedPart.HEADER),
        ("UPDATE head SET v = x'01' WHERE k = 'min_reader'", DamagedPart.HEADER),
        ("UPDATE head SET v = x'0000' WHERE k = 'min_reader'", DamagedPart.HEADER),
        ("UPDATE head SET v = x'0002' WHERE k = 'format'", DamagedPart.HEADER),
        ("DELETE FROM seg WHERE id = (1 << 24) + 1", DamagedPart.OBJECT),
        ("DELETE FROM seg WHERE id = 1 << 24", DamagedPart.OBJECT),
        ("UPDATE seg SET id = id + (9 << 24)", DamagedPart.OBJECT),
        ("UPDATE seg SET d = substr(d, 1, length(d) - 1)", DamagedPart.OBJECT),
        ("UPDATE seg SET d = 'text'", DamagedPart.CONTAINER),
        (
            "UPDATE seg SET d = (SELECT d FROM seg WHERE id = 2 << 24) WHERE id = 1 << 24",
            DamagedPart.OBJECT,
        ),
    ],
)
def test_rows_that_were_tampered_with_are_found(
    path: Path, pristine: bytes, statement: str, part: DamagedPart
) -> None:
    path.write_bytes(altered(path, pristine, statement))
    with pytest.raises(DamagedProjectError) as caught:
        _read(path)
    assert caught.value.part is part


def _read(path: Path) -> None:
    with ProjectFile.open(path, SECRET) as project:
        read_all(project)


def test_a_damaged_object_leaves_the_others(path: Path, pristine: bytes) -> None:
    path.write_bytes(altered(path, pristine, "DELETE FROM seg WHERE id = 1 << 24"))
    with ProjectFile.open(path, SECRET) as project:
        first, second = project.objects.all()
        with pytest.raises(DamagedProjectError):
            b"".join(project.objects.read(first.id))
        assert b"".join(project.objects.read(second.id)) == OBJECTS[1]


def _table(path: Path, table: str) -> Iterator[tuple[int | str | bytes, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        yield from connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a test's constant


def _replace_table(path: Path, table: str, rows: list[tuple[int | str | bytes, ...]]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - a test's constant
        marks = ", ".join("?" for _ in rows[0])
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - a test's constant
        connection.commit()


@pytest.mark.parametrize(
    ("table", "part"),
    [
        ("head", DamagedPart.SLOTS),
        ("slot", DamagedPart.SLOTS),
        ("blk", DamagedPart.RECORDS),
        ("seg", DamagedPart.OBJECT),
    ],
)
def test_nothing_of_another_project_is_accepted(
    path: Path, tmp_path: Path, pristine: bytes, table: str, part: DamagedPart
) -> None:
    path.write_bytes(pristine)
    other = tmp_path / "other.miping"
    filled(other, *OBJECTS)
    _replace_table(path, table, list(_table(other, table)))
    with pytest.raises(DamagedProjectError) as caught:
        _read(path)
    assert caught.value.part is part


def test_an_old_slot_that_is_put_back_does_not_open_the_newer_project(
    path: Path, pristine: bytes
) -> None:
    path.write_bytes(pristine)
    old = list(_table(path, "slot"))
    with ProjectFile.open(path, SECRET) as project:
        project.change_password(SECRET, Passphrase("new"), CHEAP)
    _replace_table(path, "slot", old)
    with pytest.raises(DamagedProjectError) as caught:
        ProjectFile.open(path, SECRET)
    assert caught.value.part is DamagedPart.SLOTS


def test_an_older_copy_opens_and_shows_its_generation(path: Path, pristine: bytes) -> None:
    path.write_bytes(pristine)
    with ProjectFile.open(path, SECRET) as project:
        put(project, "note", "newer")
        project.commit()
        newest = project.generation
    assert opened(path, pristine) == "whole"
    with ProjectFile.open(path, SECRET) as project:
        assert project.generation == newest - 1


def test_a_damaged_file_is_not_changed_by_trying_to_open_it(path: Path) -> None:
    with create(path) as project:
        put(project, "note", "a")
        project.commit()
    damaged = flipped(path.read_bytes(), 8 * (path.stat().st_size - 100))
    damaged = altered(path, damaged, "UPDATE head SET v = zeroblob(60) WHERE k = 'root'")
    path.write_bytes(damaged)
    with pytest.raises(DamagedProjectError):
        ProjectFile.open(path, SECRET)
    assert path.read_bytes() == damaged
    assert list(path.parent.iterdir()) == [path]
