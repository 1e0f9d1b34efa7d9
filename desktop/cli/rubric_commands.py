"""Commands on the checklists that the program carries."""

from pathlib import Path

import click

from desktop.cli.chinese import ChineseGroup
from desktop.cli.errors import RubricFileError
from desktop.cli.output import AS_JSON, say, say_json, say_rows
from desktop.cli.paths import ANY_PATH
from desktop.services.project_service import load_rubric, rubric_ids
from rubric.catalogue import check_folder
from rubric.export import as_json_object
from rubric.points import decimal_points


@click.group("rubric", cls=ChineseGroup, help="评分标准：列出、显示、检查")
def rubric_group() -> None:
    """Hold the commands on checklists."""


@rubric_group.command("list", help="列出程序自带的评分标准")
def list_rubrics() -> None:
    """List the shipped editions."""
    say_rows([(rubric_id, load_rubric(rubric_id).title) for rubric_id in rubric_ids()])


@rubric_group.command("show", help="显示一个评分标准")
@click.argument("rubric_id", metavar="编号")
@AS_JSON
def show_rubric(rubric_id: str, *, as_json: bool) -> None:
    """Show one edition."""
    rubric = load_rubric(rubric_id)
    if as_json:
        say_json(as_json_object(rubric))
        return
    say(rubric.title)
    for section in rubric.sections:
        say(f"{section.number}、{section.name}（{decimal_points(section.points)}分）")
        say_rows([(item.id, decimal_points(item.points), item.text) for item in section.criteria])


@rubric_group.command("check", help="检查一个评分标准文件")
@click.argument("path", type=ANY_PATH, metavar="文件")
@click.pass_context
def check_rubric(context: click.Context, path: Path) -> None:
    """Check an edition's files and name every line that is wrong."""
    try:
        problems = check_folder(path)
    except OSError as error:
        raise RubricFileError from error
    for problem in problems:
        say(f"{problem.path.name} 第 {problem.line} 行：{problem.text}")
    say(f"共 {len(problems)} 处问题。" if problems else "没有发现问题。")
    context.exit(1 if problems else 0)
