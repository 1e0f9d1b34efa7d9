"""The list of recent files survives, forgets on request and never stops the program."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.ui.screens.start.recent_store import RecentList, RecentStore

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    store = RecentStore(tmp_path / "new folder")
    saved = RecentList().with_opened(tmp_path / "示例.miping", NOON)
    assert store.save(saved)
    assert store.load() == saved


def test_without_a_file_the_list_is_empty_and_remembers(tmp_path: Path) -> None:
    assert RecentStore(tmp_path).load() == RecentList((), remember=True)


def test_opening_again_moves_a_file_to_the_top() -> None:
    first, second = Path("a.miping"), Path("b.miping")
    recent = RecentList().with_opened(first, NOON).with_opened(second, NOON)
    again = recent.with_opened(first, NOON + timedelta(hours=1))
    assert [entry.path for entry in again.entries] == [first, second]


def test_the_list_keeps_twenty_files() -> None:
    recent = RecentList()
    for number in range(25):
        recent = recent.with_opened(Path(f"{number}.miping"), NOON)
    assert len(recent.entries) == 20
    assert recent.entries[0].path == Path("24.miping")


def test_nothing_is_added_after_the_wish_to_forget() -> None:
    recent = RecentList().with_opened(Path("a.miping"), NOON).remembering(remember=False)
    assert recent.entries == ()
    assert recent.with_opened(Path("b.miping"), NOON).entries == ()


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"entries": 3}', b"\xff\xfe"])
def test_a_damaged_list_is_put_aside_and_reported(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "recent.json").write_bytes(content)
    loaded = RecentStore(tmp_path).load()
    assert loaded == RecentList(was_damaged=True)
    assert (tmp_path / "recent.damaged").read_bytes() == content
    assert RecentStore(tmp_path).load() == RecentList()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    assert not RecentStore(tmp_path / "taken").save(RecentList())
