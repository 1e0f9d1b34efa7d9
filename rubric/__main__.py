"""`python -m rubric`: check, list and show checklists without the program around them."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rubric import catalogue
from rubric.errors import DamagedEditionError, UnknownEditionError
from rubric.export import as_json_object
from rubric.points import decimal_points
from rubric.problem import Problem

_USAGE: Final = """用法：
  python -m rubric check [路径 ...]   检查评分标准；不写路径时检查自带的全部标准
  python -m rubric list               列出自带的评分标准
  python -m rubric show 编号 [--json] 显示一个评分标准
"""
_WRONG: Final = 1
_MISUSED: Final = 2


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 on success, 1 when something is wrong with a checklist, 2 for an unknown command.
    """
    match list(arguments):
        case ["check", *paths]:
            return _check([Path(path) for path in paths])
        case ["list"]:
            return _list()
        case ["show", edition_id]:
            return _show(edition_id, as_json=False)
        case ["show", edition_id, "--json"] | ["show", "--json", edition_id]:
            return _show(edition_id, as_json=True)
        case _:
            _say(_USAGE, end="")
            return _MISUSED


def _check(paths: list[Path]) -> int:
    problems: list[Problem] = []
    for path in paths:
        problems += catalogue.check_folder(path)
    if not paths:
        for edition_id in catalogue.available():
            problems += catalogue.check_shipped(edition_id)
    _say_problems(problems)
    return _WRONG if problems else 0


def _say_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        _say(f"{problem.path} 第 {problem.line} 行：{problem.text}")
    _say(f"共 {len(problems)} 处问题。" if problems else "没有发现问题。")


def _list() -> int:
    for edition_id in catalogue.available():
        _say(f"{edition_id}  {catalogue.load(edition_id).title}")
    return 0


def _show(edition_id: str, *, as_json: bool) -> int:
    try:
        rubric = catalogue.load(edition_id)
    except UnknownEditionError as error:
        _say(f"没有编号为“{edition_id}”的评分标准，可用的有：{'、'.join(error.known)}。")
        return _WRONG
    if as_json:
        _say(json.dumps(as_json_object(rubric), ensure_ascii=False, indent=2))
        return 0
    _say(f"{rubric.title}（{rubric.document_number}）")
    for section in rubric.sections:
        _say(f"{section.number}、{section.name}（{decimal_points(section.points)}分）")
        for criterion in section.criteria:
            _say(f"  {criterion.id}  {decimal_points(criterion.points)}分  {criterion.text}")
    return 0


def _say(text: str, end: str = "\n") -> None:
    sys.stdout.write(text + end)


def _run() -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return main(sys.argv[1:])
    except DamagedEditionError as error:
        _say_problems(error.problems)
        return _WRONG


if __name__ == "__main__":
    sys.exit(_run())
