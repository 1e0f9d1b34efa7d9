"""Making a project without Qt: which field is wrong and why, and what file is proposed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.domain.credit_code import LENGTH, check_digit
from desktop.domain.dates import parse_date
from desktop.domain.errors import ProfileError
from desktop.errors import AppError
from desktop.messages import explain
from desktop.sentences import REASONS

YEAR: Final = "year"
PATH: Final = "path"
PASSWORD: Final = "password"  # noqa: S105 - a field name
REPEAT: Final = "repeat"
SUFFIX: Final = ".miping"

_DATE: Final = "founded_on"
_YEAR_DIGITS: Final = 4
_SHORT: Final = 8
_GOOD: Final = 12
_BAD_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_BODY: Final = "0" * (LENGTH - 1)
_OTHERS_RIGHT: Final = {
    **dict.fromkeys(FIELD_LABELS, "填"),
    "credit_code": _BODY + check_digit(_BODY),
    _DATE: "2000-01-01",
}
"""Values that pass, so that one field can be checked alone; they never leave this module."""

CheckProfile = Callable[[object], Applicant]
Create = Callable[[Path, Applicant, int, str, Callable[[AppError], None]], object]


@dataclass(frozen=True)
class NewProjectForm:
    """What stands in the dialog; profile texts by field name."""

    profile: Mapping[str, str]
    year: str
    path: str
    password: str
    repeat: str


class NewProjectView(Protocol):
    """What the dialog shows."""

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark fields by name and say why; all others lose their marks. Focus the first."""
        ...

    def show_failure(self, sentence: str) -> None:
        """Say why the project was not made."""
        ...

    def show_working(self, *, working: bool) -> None:
        """Show that the project is being made."""
        ...


class NewProjectPresenter:
    """Checks the form field by field, then queues the making."""

    def __init__(self, view: NewProjectView, check: CheckProfile, create: Create) -> None:
        self._view = view
        self._check = check
        self._create = create

    def fault_of(self, name: str, text: str) -> str:
        """Why one profile field cannot be right, as a sentence; empty when it is."""
        try:
            self._check({**_OTHERS_RIGHT, name: _normal(name, text)})
        except ProfileError as error:
            return f"{FIELD_LABELS[name]}{REASONS[f'{error.code}.reason.{error.reason}']}。"
        return ""

    def submit(self, form: NewProjectForm) -> None:
        """Make the project, or show every field that is wrong."""
        errors = self._errors(form)
        self._view.show_errors(errors)
        self._view.show_failure("")
        if errors:
            return
        applicant = self._check({name: _normal(name, form.profile[name]) for name in FIELD_LABELS})
        self._view.show_working(working=True)
        self._create(
            project_path(form.path),
            applicant,
            int(form.year),
            form.password,
            self._take_failure,
        )

    def _errors(self, form: NewProjectForm) -> dict[str, str]:
        errors = {name: self.fault_of(name, form.profile[name]) for name in FIELD_LABELS}
        errors[YEAR] = year_fault(form.year)
        errors[PATH] = "" if Path(form.path.strip()).name else "请选择项目文件的位置。"
        errors[PASSWORD] = "" if form.password else "请设置项目密码。"
        errors[REPEAT] = repeat_fault(form.password, form.repeat)
        return {name: sentence for name, sentence in errors.items() if sentence}

    def _take_failure(self, error: AppError) -> None:
        self._view.show_working(working=False)
        message = explain(error)
        self._view.show_failure(f"{message.text}{message.advice}")


def strength_hint(password: str) -> str:
    """A plain word about the length; nothing is forbidden."""
    length = len(password)
    if not length:
        return "长的密码更难猜，可用几个不相关的词连成一句。"
    if length < _SHORT:
        return f"{length} 个字符，容易被猜中，建议 {_GOOD} 个以上。"
    if length < _GOOD:
        return f"{length} 个字符，可用；{_GOOD} 个以上更稳妥。"
    return f"{length} 个字符，长度合适。"


def repeat_fault(password: str, repeat: str) -> str:
    """Why the second entry is not right; empty when it is."""
    return "" if password == repeat else "两次输入的密码不一致。"


def year_fault(text: str) -> str:
    """Why the evaluation year is none; whether it can be used is for the service to say."""
    plain = text.strip()
    is_year = plain.isascii() and plain.isdecimal() and len(plain) == _YEAR_DIGITS
    return "" if is_year else "请填四位年份，例如 2026。"


def proposed_name(company: str, year: str) -> str:
    """A file name for a company and a year, without characters that systems refuse."""
    plain = _BAD_IN_NAMES.sub("", " ".join(company.split())).strip(" .")
    when = "" if year_fault(year) else f" {year.strip()}年度"
    return f"{plain or '新项目'}{when} 自评{SUFFIX}"


def project_path(text: str) -> Path:
    """The chosen file with the program's ending."""
    path = Path(text.strip())
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def _normal(name: str, text: str) -> str:
    """Dates in any office spelling become ISO dates; what is no date stays as typed."""
    if name != _DATE or not text.strip():
        return text
    try:
        return parse_date(text).isoformat()
    except ValueError:
        return text
