"""The list of recent project files: paths and times, kept for this person on this computer."""

import json
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

_MOST = 20
_DAMAGED_SUFFIX = ".damaged"


@dataclass(frozen=True)
class RecentEntry:
    """One file that was opened, and when (UTC)."""

    path: Path
    opened_at: datetime


@dataclass(frozen=True)
class RecentList:
    """What is remembered.

    Attributes:
        remember: False after 不记录最近项目: nothing is added any more.
        was_damaged: The stored list could not be read; it was put aside.
    """

    entries: tuple[RecentEntry, ...] = ()
    remember: bool = True
    was_damaged: bool = False

    def with_opened(self, path: Path, moment: datetime) -> "RecentList":
        """Put a file on top, unless nothing shall be remembered."""
        if not self.remember:
            return self
        kept = tuple(entry for entry in self.entries if entry.path != path)
        return replace(self, entries=(RecentEntry(path, moment), *kept)[:_MOST])

    def without(self, path: Path) -> "RecentList":
        return replace(self, entries=tuple(entry for entry in self.entries if entry.path != path))

    def remembering(self, *, remember: bool) -> "RecentList":
        """Begin to remember, or stop and forget everything."""
        return replace(self, remember=remember, entries=self.entries if remember else ())


class _StoredEntry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    opened_at: datetime


class _StoredList(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    remember: bool = True
    entries: tuple[_StoredEntry, ...] = ()


class RecentStore:
    """Reads and writes the list as JSON; call it on the worker thread."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "recent.json"

    def load(self) -> RecentList:
        """Read the list; a file that makes no sense is put aside and reported."""
        try:
            text = self._file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return RecentList()
        except (OSError, UnicodeDecodeError):
            return self._put_aside()
        try:
            stored = _StoredList.model_validate_json(text)
        except ValidationError:
            return self._put_aside()
        entries = tuple(RecentEntry(Path(item.path), item.opened_at) for item in stored.entries)
        return RecentList(entries, stored.remember)

    def save(self, recent: RecentList) -> bool:
        """Write the list whole; False when the folder cannot be written."""
        content = {
            "remember": recent.remember,
            "entries": [
                {"path": str(entry.path), "opened_at": entry.opened_at.isoformat()}
                for entry in recent.entries
            ],
        }
        passing = self._file.with_name(f".{secrets.token_hex(8)}.part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            passing.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            passing.replace(self._file)
        except OSError:
            return False
        return True

    def _put_aside(self) -> RecentList:
        try:
            self._file.replace(self._file.with_suffix(_DAMAGED_SUFFIX))
        except OSError:
            return RecentList(was_damaged=True)
        return RecentList(was_damaged=True)
