"""A new project is checked field by field before anything is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from desktop.domain.applicant import FIELD_LABELS, Applicant, applicant_from_fields
from desktop.errors import AppError
from desktop.storage.errors import ProjectExistsError
from desktop.ui.forms.passwords import strength_hint
from desktop.ui.screens.new_project.presenter import (
    NewProjectForm,
    NewProjectPresenter,
    project_path,
    proposed_name,
    year_fault,
)
from tests.support.builders import TODAY, company_fields

FORM = NewProjectForm(
    profile={name: str(value) for name, value in company_fields().items()},
    year="2026",
    path="示例.miping",
    password="示例密码",
    repeat="示例密码",
)


@dataclass
class FakeView:
    """Remembers what it was told."""

    errors: dict[str, str] = field(default_factory=dict)
    failure: str = ""
    working: bool = False

    def show_errors(self, errors: Mapping[str, str]) -> None:
        self.errors = dict(errors)

    def show_failure(self, sentence: str) -> None:
        self.failure = sentence

    def show_working(self, *, working: bool) -> None:
        self.working = working


@dataclass
class FakeMaking:
    """Fails as it is told, or never answers."""

    error: AppError | None = None
    calls: list[tuple[Path, Applicant, int, str]] = field(default_factory=list)

    def __call__(
        self,
        path: Path,
        applicant: Applicant,
        year: int,
        password: str,
        on_failed: Callable[[AppError], None],
    ) -> None:
        self.calls.append((path, applicant, year, password))
        if self.error is not None:
            on_failed(self.error)


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def making() -> FakeMaking:
    return FakeMaking()


@pytest.fixture
def presenter(view: FakeView, making: FakeMaking) -> NewProjectPresenter:
    return NewProjectPresenter(view, lambda fields: applicant_from_fields(fields, TODAY), making)


def _with(name: str, text: str) -> NewProjectForm:
    return replace(FORM, profile={**FORM.profile, name: text})


def test_a_right_form_is_made(
    presenter: NewProjectPresenter, view: FakeView, making: FakeMaking
) -> None:
    presenter.submit(FORM)
    [(path, applicant, year, password)] = making.calls
    assert (path, year, password) == (Path("示例.miping"), 2026, "示例密码")
    assert applicant.name == FORM.profile["name"]
    assert view.working
    assert view.errors == {}


def test_every_wrong_field_is_named_at_once(
    presenter: NewProjectPresenter, view: FakeView, making: FakeMaking
) -> None:
    presenter.submit(NewProjectForm(dict.fromkeys(FIELD_LABELS, ""), "26", " ", "", "x"))
    assert set(view.errors) == {*FIELD_LABELS, "year", "path", "password", "repeat"}
    assert view.errors["address"] == "住所没有填写。"
    assert making.calls == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("credit_code", "123", "统一社会信用代码不是 18 位。"),
        ("founded_on", "yesterday", "成立日期不是日期，应写成 2019-05-20。"),
        ("founded_on", "2027-01-01", "成立日期晚于今天。"),
        ("contact", "  ", "联系人没有填写。"),
    ],
)
def test_a_field_is_explained_under_it(
    presenter: NewProjectPresenter, view: FakeView, name: str, text: str, sentence: str
) -> None:
    presenter.submit(_with(name, text))
    assert view.errors == {name: sentence}
    assert presenter.fault_of(name, text) == sentence


def test_a_date_may_be_written_as_offices_do(
    presenter: NewProjectPresenter, making: FakeMaking
) -> None:
    presenter.submit(_with("founded_on", "2015年3月5日"))
    assert str(making.calls[0][1].founded_on) == "2015-03-05"


def test_two_different_passwords_are_refused(
    presenter: NewProjectPresenter, view: FakeView
) -> None:
    presenter.submit(replace(FORM, repeat="另一个"))
    assert view.errors == {"repeat": "两次输入的密码不一致。"}


def test_a_failure_is_worded_and_the_form_can_be_used_again(
    presenter: NewProjectPresenter, view: FakeView, making: FakeMaking
) -> None:
    making.error = ProjectExistsError()
    presenter.submit(FORM)
    assert view.failure
    assert not view.working


def test_any_password_is_allowed_and_its_length_is_commented() -> None:
    assert "容易被猜中" in strength_hint("1234567")
    assert "可用" in strength_hint("12345678")
    assert "长度合适" in strength_hint("123456789012")


@pytest.mark.parametrize("text", ["", "26", "20266", "二〇二六", "\uff12\uff10\uff12\uff16"])
def test_a_year_has_four_plain_digits(text: str) -> None:
    assert year_fault(text)
    assert not year_fault(" 2026 ")


def test_the_proposed_name_can_be_written_on_any_system() -> None:
    assert proposed_name('示例/精工:"有限"', "2026") == "示例精工有限 2026年度 自评.miping"
    assert proposed_name(" . ", "x") == "新项目 自评.miping"


def test_the_file_gets_its_ending() -> None:
    assert project_path("a/示例") == Path("a/示例.miping")
    assert project_path("a/示例.MIPING") == Path("a/示例.MIPING")
    assert project_path("a/示例.v2") == Path("a/示例.v2.miping")
