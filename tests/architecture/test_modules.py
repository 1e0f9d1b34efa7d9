"""Names and sizes of modules."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import named, project_files

VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers", "tools"}
LONGEST_FILE = 500
LONGEST_FUNCTION = 60

SOURCES = project_files("desktop/*.py", "rubric/*.py", "tests/*.py", "tasks.py")
PROGRAM = project_files("desktop/*.py", "rubric/*.py", "tasks.py")


def test_there_are_sources_to_look_at() -> None:
    assert len(PROGRAM) > 50


@pytest.mark.parametrize("file", SOURCES, ids=named)
def test_a_module_says_in_its_name_what_it_is_for(file: Path) -> None:
    assert not VAGUE & set(file.stem.split("_"))
    assert not VAGUE & set(file.parent.name.split("_"))


@pytest.mark.parametrize("file", SOURCES, ids=named)
def test_a_module_is_short_enough_to_read(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("file", PROGRAM, ids=named)
def test_a_function_is_short_enough_to_read(file: Path) -> None:
    long = [
        f"{node.name}: {(node.end_lineno or 0) - node.lineno + 1}"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("file", PROGRAM, ids=named)
def test_a_module_says_what_lives_in_it(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "file", project_files("desktop/**/__init__.py", "desktop/__init__.py"), ids=named
)
def test_a_package_file_holds_only_its_docstring(file: Path) -> None:
    assert len(ast.parse(file.read_text(encoding="utf-8")).body) == 1
