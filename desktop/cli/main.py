"""The command line `miping`: the same services as the window, without one."""

from collections.abc import Sequence
from pathlib import Path

import click

from desktop.cli import evidence_commands, package_commands, project_commands, rubric_commands
from desktop.cli.chinese import ChineseGroup
from desktop.cli.context import job_context
from desktop.cli.main_loop import run_command
from desktop.cli.output import say, say_rows
from desktop.cli.paths import ANY_PATH
from desktop.cli.verify_command import report
from desktop.services.services import Services


@click.group(
    cls=ChineseGroup, help="秘评：离线的商业秘密保护自评与申报打包程序。严禁录入国家秘密。"
)
def cli() -> None:
    """Hold every command."""


@click.command("demo", help="在文件夹里做一个完整的虚构项目、申报包和验证")
@click.argument("folder", type=ANY_PATH, metavar="文件夹")
@click.pass_obj
def demo(services: Services, folder: Path) -> None:
    """Run the main job from nothing on made-up data."""
    result = services.demo.run(folder, job_context())
    say_rows([("项目", result.project.name), ("申报包", result.package.name)])
    say(f"项目密码：{result.password}")
    report(result.verification, as_json=False)


for command in (
    project_commands.new,
    project_commands.show,
    evidence_commands.attach,
    project_commands.set_state,
    evidence_commands.set_level,
    evidence_commands.evidence_group,
    project_commands.show_score,
    package_commands.undertaking,
    project_commands.check,
    package_commands.package,
    package_commands.verify,
    project_commands.enter_round,
    project_commands.set_company,
    project_commands.history,
    rubric_commands.rubric_group,
    demo,
):
    cli.add_command(command)


def main(services: Services, arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 only on success."""
    return run_command(cli, "miping", services, arguments)
