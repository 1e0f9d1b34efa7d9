"""Project files for tests: cheap but real key derivation, made-up content."""

import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop.storage.project_file import KdfCost, Passphrase, ProjectFile

CHEAP = KdfCost(memory_kib=8, passes=1, lanes=1)
SECRET = Passphrase("示例口令-1")
AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def content(size: int, seed: str = "示例") -> bytes:
    """Bytes that look random and are the same each time."""
    stream = hashlib.shake_256(seed.encode("utf-8"))
    return stream.digest(size)


def numbers(seed: str, count: int, below: int) -> Iterator[int]:
    """Numbers that look random and are the same each time."""
    data = hashlib.shake_256(seed.encode("utf-8")).digest(8 * count)
    for start in range(0, len(data), 8):
        yield int.from_bytes(data[start : start + 8], "big") % below


def create(path: Path) -> ProjectFile:
    return ProjectFile.create(path, SECRET, kdf=CHEAP)


def put(project: ProjectFile, name: str, value: str) -> None:
    """Write a row of the inner database; pending."""
    project.database.execute("INSERT OR REPLACE INTO profile VALUES (?, ?)", (name, value))


def get(project: ProjectFile, name: str) -> str | None:
    """Read what `put` wrote."""
    row = project.database.execute("SELECT value FROM profile WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def filled(path: Path, *objects: bytes) -> None:
    """A closed project with a note, a history of two entries and these objects."""
    with create(path) as project:
        put(project, "note", "示例备注")
        for data in objects:
            project.objects.add(io.BytesIO(data))
        for action in ("project.created", "note.changed"):
            project.history.append(AT, "示例员", action, {"field": "note"})
        project.commit()


def read_all(project: ProjectFile) -> tuple[str | None, int, tuple[bytes, ...]]:
    """Everything that `filled` put in, verified."""
    return (
        get(project, "note"),
        project.history.verify_chain(),
        tuple(b"".join(project.objects.read(stored.id)) for stored in project.objects.all()),
    )
