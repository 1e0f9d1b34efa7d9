"""设置 without a window: faults, outcomes, and what 关于 says."""

from collections.abc import Mapping
from typing import Final

import pytest

from desktop.domain.applicant import Applicant, applicant_from_fields
from desktop.errors import AppError
from desktop.services.errors import ReadOnlyProjectError
from desktop.storage.errors import WrongSecretError
from desktop.ui.resources import resource_root
from desktop.ui.screens.settings.presenter import (
    CHANGED,
    NEW,
    OLD,
    PROFILE_SAVED,
    REPEAT,
    Failed,
    PasswordPresenter,
    ProfilePresenter,
    Saved,
    about_rows,
    licence_text,
    licences,
)
from tests.support.builders import TODAY, company_fields, the_rubric


class View:
    """Keeps what a card would show."""

    def __init__(self) -> None:
        self.errors: dict[str, str] = {}
        self.outcome: tuple[str, bool] = ("", True)
        self.working: list[bool] = []
        self.forgotten = 0

    def show_errors(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)

    def show_outcome(self, sentence: str, *, good: bool) -> None:
        self.outcome = (sentence, good)

    def show_working(self, *, working: bool) -> None:
        self.working.append(working)

    def forget(self) -> None:
        self.forgotten += 1


def check(fields: object) -> Applicant:
    return applicant_from_fields(fields, TODAY)


class Saving:
    """Ends as it is told to; keeps what was to be saved."""

    def __init__(self, error: AppError | None = None) -> None:
        self.error = error
        self.applicants: list[Applicant] = []
        self.passwords: list[tuple[str, str]] = []

    def save(self, applicant: Applicant, saved: Saved, failed: Failed) -> None:
        self.applicants.append(applicant)
        self._end(saved, failed)

    def change(self, old: str, new: str, changed: Saved, failed: Failed) -> None:
        self.passwords.append((old, new))
        self._end(changed, failed)

    def _end(self, done: Saved, failed: Failed) -> None:
        if self.error is None:
            done(None)
        else:
            failed(self.error)


FIELDS: Final = {name: str(value) for name, value in company_fields().items()}


def test_a_right_profile_is_saved_with_dates_in_any_spelling() -> None:
    view, saving = View(), Saving()
    presenter = ProfilePresenter(view, check, saving.save)
    presenter.submit({**FIELDS, "founded_on": "2015年3月5日", "phone": "023-11111111"})
    assert [made.phone for made in saving.applicants] == ["023-11111111"]
    assert saving.applicants[0].founded_on.isoformat() == "2015-03-05"
    assert view.outcome == (PROFILE_SAVED, True)
    assert view.working == [True, False]


def test_every_wrong_field_is_told_and_nothing_is_saved() -> None:
    view, saving = View(), Saving()
    presenter = ProfilePresenter(view, check, saving.save)
    presenter.submit({**FIELDS, "name": " ", "founded_on": "3月5日"})
    assert view.errors == {
        "name": "单位全称没有填写。",
        "founded_on": "成立日期不是日期，应写成 2019-05-20。",
    }
    assert saving.applicants == []
    assert view.working == []


def test_a_failed_saving_is_told_as_a_sentence() -> None:
    view = View()
    ProfilePresenter(view, check, Saving(ReadOnlyProjectError()).save).submit(FIELDS)
    sentence, good = view.outcome
    assert "只读" in sentence
    assert not good
    assert view.working == [True, False]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (("", "new", "new"), {OLD}),
        (("old", "", ""), {NEW}),
        (("old", "old", "old"), {NEW}),
        (("old", "new", "nwe"), {REPEAT}),
        (("", "", "x"), {OLD, NEW, REPEAT}),
    ],
)
def test_a_password_that_cannot_be_changed_is_told_by_field(
    typed: tuple[str, str, str], wrong: set[str]
) -> None:
    view, saving = View(), Saving()
    PasswordPresenter(view, saving.change).submit(*typed)
    assert set(view.errors) == wrong
    assert saving.passwords == []


def test_a_changed_password_leaves_the_fields() -> None:
    view, saving = View(), Saving()
    PasswordPresenter(view, saving.change).submit("old", "new", "new")
    assert saving.passwords == [("old", "new")]
    assert view.forgotten == 1
    assert view.outcome == (CHANGED, True)


def test_a_wrong_old_password_is_told_beside_its_field_and_kept() -> None:
    view = View()
    PasswordPresenter(view, Saving(WrongSecretError()).change).submit("old", "new", "new")
    assert view.errors == {OLD: "现用密码不正确，密码没有更改。"}
    assert view.forgotten == 0


def test_about_names_version_edition_and_digest() -> None:
    rows = dict(about_rows(the_rubric()))
    assert "江北府办发〔2023〕65号附件，39 项" in rows["文号"]
    assert rows["文本校验值"].replace(" ", "") == the_rubric().official_sha256


def test_every_licence_of_others_is_there_in_full() -> None:
    found = licences(resource_root())
    names = "".join(item.name for item in found)
    for name in ("NotoSerifSC-Regular.ttf", "MipingKai-Regular.ttf", "Fluent UI System Icons"):
        assert name in names
    assert {item.licence for item in found} == {"OFL-1.1", "MIT"}
    text = licence_text(found)
    assert "SIL OPEN FONT LICENSE" in text
    assert "Permission is hereby granted" in text
