"""The history: who did what and when, each entry chained to the one before by its hash."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeAlias

from desktop.storage.errors import DamagedPart, DamagedProjectError

Detail: TypeAlias = str | int | bool | None

_LABEL: Final = b"miping 1 history"


@dataclass(frozen=True)
class HistoryEntry:
    """One change.

    Attributes:
        number: Position in the chain, from 1.
        at: When, aware, in UTC.
        actor: Who, as the program knew it.
        action: Stable code of what was done.
        details: What is kept of it.
    """

    number: int
    at: datetime
    actor: str
    action: str
    details: dict[str, Detail]


class History:
    """The history of one project; what is appended waits for the project's commit."""

    def __init__(self, database: sqlite3.Connection, project_id: bytes) -> None:
        self._database = database
        self._start = hashlib.sha256(_LABEL + project_id).digest()

    def append(self, at: datetime, actor: str, action: str, details: Mapping[str, Detail]) -> None:
        """Add an entry; `at` must be aware."""
        if at.tzinfo is None:
            raise ValueError("an aware time is needed")
        last = self._database.execute(
            "SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        number = last["seq"] + 1 if last else 1
        previous = bytes(last["hash"]) if last else self._start
        texts = (
            at.astimezone(UTC).isoformat(timespec="microseconds"),
            actor,
            action,
            json.dumps(dict(details), ensure_ascii=False, sort_keys=True),
        )
        self._database.execute(
            "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, *texts, previous, _entry_hash(number, texts, previous)),
        )

    def entries(self) -> tuple[HistoryEntry, ...]:
        """Every entry, the oldest first."""
        rows = self._database.execute(
            "SELECT seq, at, actor, action, details FROM history ORDER BY seq"
        ).fetchall()
        return tuple(
            HistoryEntry(
                row["seq"],
                datetime.fromisoformat(row["at"]),
                row["actor"],
                row["action"],
                json.loads(row["details"]),
            )
            for row in rows
        )

    def verify_chain(self) -> int:
        """Recompute every hash and return the number of entries.

        It finds entries altered, moved, put in or taken out of the middle. Somebody who knows the
        password and this format can still cut off the newest ones or rewrite all.

        Raises:
            DamagedProjectError: The chain does not hold.
        """
        previous = self._start
        count = 0
        rows = self._database.execute("SELECT * FROM history ORDER BY seq").fetchall()
        for count, row in enumerate(rows, 1):
            texts = (row["at"], row["actor"], row["action"], row["details"])
            whole = (
                row["seq"] == count
                and all(isinstance(text, str) for text in texts)
                and row["previous"] == previous
                and row["hash"] == _entry_hash(count, texts, previous)
            )
            if not whole:
                raise DamagedProjectError(DamagedPart.HISTORY)
            previous = row["hash"]
        return count


def _entry_hash(number: int, texts: tuple[str, str, str, str], previous: bytes) -> bytes:
    digest = hashlib.sha256(_LABEL + previous + number.to_bytes(8, "big"))
    for text in texts:
        data = text.encode("utf-8")
        digest.update(len(data).to_bytes(4, "big") + data)
    return digest.digest()
