"""The start page decides without Qt what is shown and what a file means."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.ui.screens.start.presenter import (
    DAMAGED,
    NOT_SAVED,
    OTHER_FILES,
    RecentRow,
    StartPresenter,
)
from desktop.ui.screens.start.recent_store import RecentStore
from tests.support.fake_clock import FakeClock
from tests.support.immediate_jobs import run_now


@dataclass
class FakeView:
    """Remembers what it was told."""

    rows: tuple[RecentRow, ...] = ()
    remember: bool | None = None
    said: list[str] = field(default_factory=list)
    unlocked: list[Path] = field(default_factory=list)
    verified: list[Path] = field(default_factory=list)

    def show_recent(self, rows: Sequence[RecentRow], *, remember: bool) -> None:
        self.rows, self.remember = tuple(rows), remember

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask_unlock(self, path: Path) -> None:
        self.unlocked.append(path)

    def ask_verify(self, path: Path) -> None:
        self.verified.append(path)


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def presenter(view: FakeView, tmp_path: Path, clock: FakeClock) -> StartPresenter:
    return StartPresenter(view, RecentStore(tmp_path / "user"), clock, run_now)


def test_an_opened_project_is_listed_with_what_the_file_system_says(
    presenter: StartPresenter, view: FakeView, tmp_path: Path
) -> None:
    file = tmp_path / "示例.miping"
    file.write_bytes(b"x" * 2048)
    presenter.note_opened(file)
    [row] = view.rows
    assert (row.name, row.folder, row.size, row.is_there) == (
        "示例.miping",
        str(tmp_path),
        "2 KB",
        True,
    )


def test_a_file_on_a_drive_that_is_gone_stays_listed(
    presenter: StartPresenter, view: FakeView, tmp_path: Path
) -> None:
    presenter.note_opened(tmp_path / "移动盘" / "示例.miping")
    [row] = view.rows
    assert not row.is_there
    assert "未插入" in row.folder


def test_a_file_can_be_taken_off_the_list(
    presenter: StartPresenter, view: FakeView, tmp_path: Path
) -> None:
    presenter.note_opened(tmp_path / "a.miping")
    presenter.note_opened(tmp_path / "b.miping")
    presenter.forget(tmp_path / "a.miping")
    assert [row.name for row in view.rows] == ["b.miping"]


def test_the_wish_to_forget_empties_the_list_and_is_kept(
    presenter: StartPresenter, view: FakeView, tmp_path: Path
) -> None:
    presenter.note_opened(tmp_path / "a.miping")
    presenter.set_remember(remember=False)
    presenter.note_opened(tmp_path / "b.miping")
    presenter.refresh()
    assert view.rows == ()
    assert view.remember is False


def test_a_damaged_list_is_told(presenter: StartPresenter, view: FakeView, tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "recent.json").write_text("?", encoding="utf-8")
    presenter.refresh()
    assert view.said == [DAMAGED]


def test_a_list_that_cannot_be_saved_is_told(
    presenter: StartPresenter, view: FakeView, tmp_path: Path
) -> None:
    (tmp_path / "user").write_bytes(b"")
    presenter.note_opened(tmp_path / "a.miping")
    assert view.said == [NOT_SAVED]


@pytest.mark.parametrize("name", ["a.miping", "A.MIPING"])
def test_a_project_file_is_unlocked(presenter: StartPresenter, view: FakeView, name: str) -> None:
    presenter.take_files([Path("note.txt"), Path(name)])
    assert view.unlocked == [Path(name)]


def test_a_package_is_verified(presenter: StartPresenter, view: FakeView) -> None:
    presenter.take_files([Path("申报包.pdf")])
    assert view.verified == [Path("申报包.pdf")]


def test_other_files_are_named_as_such(presenter: StartPresenter, view: FakeView) -> None:
    presenter.take_files([Path("photo.jpg")])
    assert view.said == ["", OTHER_FILES]
    assert not view.unlocked
    assert not view.verified
