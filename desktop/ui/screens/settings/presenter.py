"""设置 without Qt: checking the profile and the new password, and what 关于 says."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from desktop.domain.applicant import FIELD_LABELS, Applicant
from desktop.errors import AppError
from desktop.messages import explain
from desktop.ui.formats import hash_text
from desktop.ui.forms.passwords import repeat_fault
from desktop.ui.forms.profile import CheckProfile, applicant_of, profile_fault
from desktop.version import PROGRAM_VERSION
from rubric.model import Rubric

OLD: Final = "old"
NEW: Final = "new"
REPEAT: Final = "repeat"

PROFILE_SAVED: Final = "单位信息已保存。已出具的承诺书如有变化，须重新导出、盖章。"
CHANGED: Final = "密码已更改。此前复制的项目文件和备份仍用旧密码打开。"
OFFLINE: Final = "不联网，不上传，不收集使用信息；数据只在本机的项目文件里。"
SECRETS: Final = "严禁录入国家秘密。"

_WRONG_SECRET: Final = "storage.wrong_secret"  # noqa: S105 - a code, not a password
_SOURCES: Final = "SOURCES.toml"

Saved = Callable[[object], None]
Failed = Callable[[AppError], None]
Save = Callable[[Applicant, Saved, Failed], object]
"""Queue the saving of a profile: what to do when it is done, and when it fails."""
Change = Callable[[str, str, Saved, Failed], object]
"""Queue the change of the password: old, new, what to do then."""


class ProfileView(Protocol):
    """What the form of the company shows."""

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark fields by name and say why; all others lose their marks."""
        ...

    def show_outcome(self, sentence: str, *, good: bool) -> None:
        """Say how saving ended; an empty sentence takes the words away."""
        ...

    def show_working(self, *, working: bool) -> None:
        """Show that it is being saved."""
        ...


class PasswordView(ProfileView, Protocol):
    """What the form of the password shows."""

    def forget(self) -> None:
        """Empty all fields."""
        ...


class ProfilePresenter:
    """Checks the profile field by field, then queues the saving."""

    def __init__(self, view: ProfileView, check: CheckProfile, save: Save) -> None:
        self._view = view
        self._check = check
        self._save = save

    def fault_of(self, name: str, text: str) -> str:
        """Why one field cannot be right, as a sentence; empty when it is."""
        return profile_fault(self._check, name, text)

    def submit(self, profile: Mapping[str, str]) -> None:
        """Save the profile, or show every field that is wrong."""
        faults = {name: self.fault_of(name, profile[name]) for name in FIELD_LABELS}
        errors = {name: fault for name, fault in faults.items() if fault}
        self._view.show_errors(errors)
        self._view.show_outcome("", good=True)
        if not errors:
            self._view.show_working(working=True)
            self._save(applicant_of(self._check, profile), self._take_saved, self._take_failure)

    def _take_saved(self, _value: object) -> None:
        self._view.show_working(working=False)
        self._view.show_outcome(PROFILE_SAVED, good=True)

    def _take_failure(self, error: AppError) -> None:
        message = explain(error)
        self._view.show_working(working=False)
        self._view.show_outcome(f"{message.text}{message.advice}", good=False)


class PasswordPresenter:
    """Checks what was typed, then queues the change; keeps no password."""

    def __init__(self, view: PasswordView, change: Change) -> None:
        self._view = view
        self._change = change

    def submit(self, old: str, new: str, repeat: str) -> None:
        """Change the password, or say which field is wrong."""
        faults = {
            OLD: "" if old else "请输入现用密码。",
            NEW: _new_fault(old, new),
            REPEAT: repeat_fault(new, repeat),
        }
        errors = {name: fault for name, fault in faults.items() if fault}
        self._view.show_errors(errors)
        self._view.show_outcome("", good=True)
        if not errors:
            self._view.show_working(working=True)
            self._change(old, new, self._take_changed, self._take_failure)

    def _take_changed(self, _value: object) -> None:
        self._view.show_working(working=False)
        self._view.forget()
        self._view.show_outcome(CHANGED, good=True)

    def _take_failure(self, error: AppError) -> None:
        self._view.show_working(working=False)
        if error.code == _WRONG_SECRET:
            self._view.show_errors({OLD: "现用密码不正确，密码没有更改。"})
            return
        message = explain(error)
        self._view.show_outcome(f"{message.text}{message.advice}", good=False)


@dataclass(frozen=True)
class Licence:
    """One piece of other people's work inside the program; `text` is its licence in full."""

    name: str
    licence: str
    text: str


def about_rows(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """What 关于 says of program and edition, as word and value."""
    criteria = sum(1 for _ in rubric.criteria())
    return (
        ("程序版本", f"秘评 {PROGRAM_VERSION}"),
        ("评分标准", rubric.title),
        ("文号", f"{rubric.issuer}　{rubric.document_number}附件，{criteria} 项"),
        ("文本校验值", hash_text(rubric.official_sha256)),
    )


def licences(resources: Path) -> tuple[Licence, ...]:
    """Fonts and icons of others with their licences; reads files, for the worker thread.

    Raises:
        OSError: The installation lacks one of them.
    """
    fonts, icons = resources / "fonts", resources / "icons"
    found: dict[tuple[str, str], list[str]] = {}
    for font in _listed(fonts, "font"):
        found.setdefault((font["licence"], font["licence_file"]), []).append(font["file"])
    made = [
        Licence("、".join(names), licence, (fonts / file).read_text(encoding="utf-8"))
        for (licence, file), names in found.items()
    ]
    made.extend(
        Licence(
            f"{source['name']}（{source['author']}）",
            source["licence"],
            (icons / source["licence_file"]).read_text(encoding="utf-8"),
        )
        for source in _listed(icons, "source")
        if "licence_file" in source
    )
    return tuple(made)


def licence_text(found: tuple[Licence, ...]) -> str:
    """All licences one below the other."""
    parts = [f"{item.name}\n{item.licence}\n\n{item.text.strip()}" for item in found]
    return f"\n\n{'—' * 20}\n\n".join(parts)


def _listed(folder: Path, table: str) -> list[dict[str, str]]:
    data = tomllib.loads((folder / _SOURCES).read_text(encoding="utf-8"))
    return [
        {name: value for name, value in entry.items() if isinstance(value, str)}
        for entry in data[table]
    ]


def _new_fault(old: str, new: str) -> str:
    if not new:
        return "请输入新密码。"
    return "新密码与现用密码相同。" if new == old else ""
