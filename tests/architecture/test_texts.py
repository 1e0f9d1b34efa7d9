"""What may stand in no file of the project."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import named, project_files

# Spelled so that these lines do not match themselves.
MACHINE_PATH = re.compile(r"(?<![\w.}])/(work|tmp|root|home)/")
PACKAGE_HOST = re.compile(r"pypi\.org|python[h]osted|npm[j]s|deb\.debian\.|snapshot\.debian\.")
VERDICT = re.compile("合[格]")
SEAL_CLAIM = re.compile("(?<!不是)(?<!并非)(?<!不等于)电子签[章]")


def _texts() -> Iterator[tuple[Path, str]]:
    for file in project_files():
        data = file.read_bytes()
        if b"\0" not in data:
            yield file, data.decode("utf-8")


def _spoken(file: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that can reach a person: all but docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node.lineno, node.value


def _matches(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{named(file)}:{number}"
        for file, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def _spoken_matches(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{named(file)}:{number}"
        for file in project_files("desktop/*.py", "rubric/*.py")
        for number, text in _spoken(file)
        if pattern.search(text)
    ]


def test_no_file_names_a_path_of_one_machine() -> None:
    assert _matches(MACHINE_PATH) == []


def test_no_file_names_a_host_of_packages() -> None:
    assert _matches(PACKAGE_HOST) == []


def test_the_program_gives_no_verdict() -> None:
    assert _spoken_matches(VERDICT) == []


def test_the_signature_is_never_called_a_seal() -> None:
    assert _spoken_matches(SEAL_CLAIM) == []


def test_the_searches_find_what_they_are_for() -> None:
    assert MACHINE_PATH.search("open('/" + "tmp/x')")
    assert PACKAGE_HOST.search("pypi" + ".org")
    assert VERDICT.search("自评合" + "格")
    assert SEAL_CLAIM.search("加盖电子签" + "章")
    assert not SEAL_CLAIM.search("不是电子签" + "章")
