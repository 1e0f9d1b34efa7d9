import json

import pytest

from rubric.__main__ import main
from tests.rubric.edition_copy import EDITION, EditionCopy


def test_the_shipped_editions_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "没有发现问题。\n"


def test_a_problem_is_told_with_file_and_line(
    edition: EditionCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    line = edition.change("rubric.toml", "total", "total = 990")
    assert main(["check", str(edition.folder)]) == 1
    out = capsys.readouterr().out
    assert f"rubric.toml 第 {line} 行：" in out
    assert out.endswith("共 1 处问题。\n")


def test_the_list_names_id_and_title(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert f"{EDITION}  重庆市" in capsys.readouterr().out


def test_an_edition_is_shown_for_people_and_for_machines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", EDITION]) == 0
    assert "  4.1.4  2.5分  保护制度" in capsys.readouterr().out
    assert main(["show", EDITION, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == EDITION


def test_an_unknown_edition_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "nowhere"]) == 1
    assert EDITION in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["help"], ["show"], ["list", "all"]])
def test_anything_else_shows_how_to_call_it(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().out.startswith("用法：")
