"""Making a project without Qt: which field is wrong and why, and what file is proposed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.errors import AppError
from desktop.messages import explain
from desktop.ui.forms.passwords import repeat_fault
from desktop.ui.forms.profile import CheckProfile, applicant_of, profile_fault

YEAR: Final = "year"
PATH: Final = "path"
PASSWORD: Final = "password"  # noqa: S105 - a field name
REPEAT: Final = "repeat"
SUFFIX: Final = ".miping"

_YEAR_DIGITS: Final = 4
_BAD_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
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
        return profile_fault(self._check, name, text)

    def submit(self, form: NewProjectForm) -> None:
        """Make the project, or show every field that is wrong."""
        errors = self._errors(form)
        self._view.show_errors(errors)
        self._view.show_failure("")
        if errors:
            return
        applicant = applicant_of(self._check, form.profile)
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
