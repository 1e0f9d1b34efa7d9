"""The lock files, and what the sources take from them."""

import ast
import re
import sys
import tomllib
from importlib.metadata import distributions, metadata, packages_distributions

import pytest

from desktop.version import PROGRAM_VERSION
from tests.architecture.sources import ROOT, project_files

LOCKS = ROOT / "installers" / "locks"
LOCKED = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; .*)? \\$", re.MULTILINE)
OUR_OWN = {"desktop", "rubric", "tests", "tasks"}


def _locked(name: str) -> dict[str, str]:
    return dict(LOCKED.findall((LOCKS / name).read_text(encoding="utf-8")))


def _plain(name: str) -> str:
    bare = re.split(r"[<>=!~; \[]", name, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", bare).lower()


def _project() -> dict[str, list[str]]:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups: list[object] = content["dependency-groups"]["dev"]
    return {
        "runtime": content["project"]["dependencies"],
        "dev": [group for group in groups if isinstance(group, str)],
        "build": content["build-system"]["requires"],
    }


def _imported(*patterns: str) -> set[str]:
    found: set[str] = set()
    for file in project_files(*patterns):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - OUR_OWN - set(sys.stdlib_module_names)


def _distributions(modules: set[str]) -> set[str]:
    providers = packages_distributions()
    return {_plain(name) for module in modules for name in providers.get(module, [module])}


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt", "build.txt"])
def test_a_lock_pins_every_package_with_hashes_and_names_no_address(name: str) -> None:
    text = (LOCKS / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(entries) == len(_locked(name))
    assert "://" not in text


@pytest.mark.parametrize("name", ["runtime.txt", "build.txt"])
def test_the_lock_of_the_tests_holds_the_others(name: str) -> None:
    assert _locked(name).items() <= _locked("dev.txt").items()


@pytest.mark.parametrize("group", ["runtime", "dev", "build"])
def test_every_declared_dependency_is_locked(group: str) -> None:
    assert {_plain(name) for name in _project()[group]} <= set(_locked(f"{group}.txt"))


def test_the_program_declares_what_it_imports() -> None:
    imported = _distributions(_imported("desktop/*.py", "rubric/*.py"))
    assert imported <= {_plain(name) for name in _project()["runtime"]}


def test_the_program_imports_what_it_declares() -> None:
    imported = _distributions(_imported("desktop/*.py", "rubric/*.py"))
    assert {_plain(name) for name in _project()["runtime"]} <= imported


def test_the_tests_declare_what_they_import() -> None:
    project = _project()
    declared = {_plain(name) for name in project["runtime"] + project["dev"]}
    assert _distributions(_imported("tests/*.py")) <= declared


def test_the_version_is_stated_alike() -> None:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert content["project"]["version"] == PROGRAM_VERSION


def test_the_set_up_needs_nothing_but_the_standard_library() -> None:
    assert _imported("tasks.py") == set()


def _installed_here() -> list[str]:
    """What of the program's lock is meant for this system."""
    installed = {_plain(distribution.name) for distribution in distributions()}
    return sorted(installed & _locked("runtime.txt").keys())


@pytest.mark.parametrize("name", _installed_here())
def test_a_package_of_the_program_is_under_a_licence_that_lets_it_be_passed_on(name: str) -> None:
    about = metadata(name)
    stated = " ".join(
        [
            *about.get_all("License-Expression", []),
            *(text[:100] for text in about.get_all("License", [])),
            *(text for text in about.get_all("Classifier", []) if text.startswith("License")),
        ]
    )
    assert stated.strip()
    assert "GPL" not in stated or "LGPL" in stated
    assert "AGPL" not in stated
