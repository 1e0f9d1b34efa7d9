"""Commands that make papers and packages, and verify them."""

from pathlib import Path

import click

from desktop.cli.context import OUTPUT, TEXT, job_context, opened, project_command
from desktop.cli.errors import AssignmentError
from desktop.cli.output import AS_JSON, say, say_json, say_rows
from desktop.cli.verify_command import PACKAGE_FILE, VERIFY_HELP, run_verification
from desktop.services.services import Services
from rubric.model import UndertakingKind
from rubric.points import decimal_points


@click.command("undertaking", help="出具承诺书或说明，供打印盖章；须先回答前置问题")
@project_command
@click.argument(
    "kind", metavar="A|B|A2", type=click.Choice([kind.value for kind in UndertakingKind])
)
@OUTPUT
@click.option("--set", "assignments", type=TEXT, multiple=True, metavar="字段=值", help="可重复")
@click.pass_obj
def undertaking(
    services: Services,
    project: Path,
    password_file: Path | None,
    kind: str,
    output: Path,
    assignments: tuple[str, ...],
) -> None:
    """Produce one paper for stamping."""
    answers = dict(_assignment(text) for text in assignments)
    with opened(services, project, password_file) as opened_project:
        prepared = services.undertakings.issue(
            opened_project, UndertakingKind(kind), answers, output
        )
    say(f"已出具《{prepared.document.title}》第 {prepared.document.version} 版。")
    say("请打印、签字、盖章后彩色扫描，再关联到条目 " + prepared.document.criterion_id + "。")


def _assignment(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator or not name.strip():
        raise AssignmentError(text)
    return name.strip(), value


@click.command("package", help="生成带完整性签名(防篡改)的申报包")
@project_command
@OUTPUT
@AS_JSON
@click.pass_obj
def package(
    services: Services, project: Path, password_file: Path | None, output: Path, *, as_json: bool
) -> None:
    """Build, sign, write and verify the package."""
    with opened(services, project, password_file) as opened_project:
        built = services.packages.build(opened_project, output, job_context())
    if as_json:
        say_json(
            {
                "pages": built.pages,
                "size": built.size,
                "sha256": built.sha256,
                "fingerprint_sha256": built.fingerprint_sha256,
                "evidence": built.evidence_count,
                "withheld": [list(row) for row in built.withheld],
                "notes": list(built.notes),
                "conservative": decimal_points(built.conservative),
                "expected": decimal_points(built.expected),
            }
        )
        return
    say(f"申报包已生成：{built.pages} 页，{built.size} 字节，SHA-256 {built.sha256}。")
    say_rows([("未放入", *row) for row in built.withheld])
    say_rows([("注意", note) for note in built.notes])


@click.command("verify", help=VERIFY_HELP)
@PACKAGE_FILE
@AS_JSON
@click.pass_obj
def verify(services: Services, package_file: Path, *, as_json: bool) -> int:
    """Verify a package; exit code 0 only when it is whole."""
    return run_verification(services.verification, package_file, as_json=as_json)
