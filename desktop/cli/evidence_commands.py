"""Commands on evidence: attach, list, decide, link, extract, remove."""

from pathlib import Path

import click

from desktop.cli.chinese import ChineseGroup
from desktop.cli.context import OUTPUT, TEXT, job_context, opened, project_command
from desktop.cli.json_views import evidence_view
from desktop.cli.output import AS_JSON, say, say_json, say_rows
from desktop.cli.paths import ANY_PATH
from desktop.services.evidence_service import LinkWish, level_from_word
from desktop.services.services import Services


@click.command("attach", help="添加证据文件并关联到条目")
@project_command
@click.argument("files", nargs=-1, required=True, type=ANY_PATH, metavar="文件...")
@click.option("--item", "items", multiple=True, required=True, metavar="条目", help="可重复")
@click.option("--locator", type=TEXT, default="", metavar="文字", help="章条或页码，如 第三章")
@click.option("--note", type=TEXT, default="", metavar="文字", help="证明说明")
@click.option("--level", metavar="级别", help="可提交、脱敏后提交或内部；不给则为未定")
@click.option(
    "--stamped/--not-stamped",
    default=None,
    help="是否为盖章纸质件的扫描件；不给则按条目与文件类型判断",
)
@click.pass_obj
def attach(
    services: Services,
    project: Path,
    password_file: Path | None,
    files: tuple[Path, ...],
    items: tuple[str, ...],
    locator: str,
    note: str,
    level: str | None,
    stamped: bool | None,
) -> None:
    """Take files into the project."""
    wanted = level_from_word(level) if level is not None else None
    wish = LinkWish(tuple(dict.fromkeys(items)), locator, note, wanted, stamped)
    with opened(services, project, password_file) as opened_project:
        for path in files:
            attached = services.evidence.attach(opened_project, path, wish, job_context())
            known = "（项目内已有相同内容，只加关联）" if attached.known else ""
            say(f"{attached.item.id}\t{attached.item.level.value}\t{attached.item.title}{known}")


@click.command("level", help="设定证据的提交级别")
@project_command
@click.argument("evidence", metavar="证据编号")
@click.argument("level", metavar="级别")
@click.pass_obj
def set_level(
    services: Services, project: Path, password_file: Path | None, evidence: str, level: str
) -> None:
    """Decide whether an item may leave the company."""
    wanted = level_from_word(level)
    with opened(services, project, password_file) as opened_project:
        services.evidence.set_level(opened_project, evidence, wanted)
    say(f"{evidence}：{wanted.value}。")


@click.group("evidence", cls=ChineseGroup, help="证据：列出、取出、解除关联、删除")
def evidence_group() -> None:
    """Hold the commands on evidence."""


@evidence_group.command("list", help="列出全部证据")
@project_command
@AS_JSON
@click.pass_obj
def list_evidence(
    services: Services, project: Path, password_file: Path | None, *, as_json: bool
) -> None:
    """List every evidence item."""
    with opened(services, project, password_file, read_only=True) as opened_project:
        assessment = opened_project.assessment
    if as_json:
        say_json(evidence_view(assessment))
        return
    say_rows(
        [
            (
                item.id,
                item.level.value,
                str(item.size),
                "、".join(link.criterion_id for link in assessment.links_to(key)),
                item.title,
            )
            for key, item in sorted(assessment.evidence.items())
        ]
    )


@evidence_group.command("extract", help="把证据的原文件取出来")
@project_command
@click.argument("evidence", metavar="证据编号")
@OUTPUT
@click.pass_obj
def extract(
    services: Services, project: Path, password_file: Path | None, evidence: str, output: Path
) -> None:
    """Write the identical bytes of an item."""
    with opened(services, project, password_file, read_only=True) as opened_project:
        item = services.evidence.extract(opened_project, evidence, output, job_context())
    say(f"已写出 {item.size} 字节，SHA-256 {item.sha256}。")


@evidence_group.command("unlink", help="解除证据与条目的关联，文件仍在项目内")
@project_command
@click.argument("evidence", metavar="证据编号")
@click.argument("item", metavar="条目")
@click.pass_obj
def unlink(
    services: Services, project: Path, password_file: Path | None, evidence: str, item: str
) -> None:
    """Take a link away."""
    with opened(services, project, password_file) as opened_project:
        services.evidence.unlink(opened_project, evidence, item)
    say(f"已解除 {evidence} 与条目 {item} 的关联。")


@evidence_group.command("remove", help="从项目内删除证据及其关联")
@project_command
@click.argument("evidence", metavar="证据编号")
@click.confirmation_option("--yes", prompt="删除后不能恢复，确定删除吗", help="不再询问")
@click.pass_obj
def remove(services: Services, project: Path, password_file: Path | None, evidence: str) -> None:
    """Delete an item with its bytes."""
    with opened(services, project, password_file) as opened_project:
        services.evidence.remove(opened_project, evidence)
    say(f"已删除 {evidence}。")
