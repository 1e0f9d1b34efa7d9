"""Commands on the project as a whole: make, show, answer, score, check."""

from pathlib import Path

import click

from desktop.cli.context import PASSWORD_FILE, PROJECT, TEXT, opened, project_command
from desktop.cli.json_views import findings_view, project_view, score_view
from desktop.cli.output import AS_JSON, say, say_json, say_rows
from desktop.cli.passwords import read_password
from desktop.cli.paths import ANY_PATH
from desktop.domain.applicant import FIELD_LABELS
from desktop.domain.assessment import Round, state_from_word
from desktop.domain.prechecks.base import Rank
from desktop.services.project_service import DEFAULT_RUBRIC
from desktop.services.services import Services
from rubric.points import decimal_points, fixed_points


@click.command("new", help="新建项目文件")
@PROJECT
@PASSWORD_FILE
@click.option(
    "--company",
    type=ANY_PATH,
    required=True,
    metavar="文件",
    help="单位信息 JSON 文件",
)
@click.option("--year", type=int, required=True, metavar="年", help="考核年度")
@click.option("--rubric", "rubric_id", default=DEFAULT_RUBRIC, metavar="编号", help="评分标准")
@click.pass_obj
def new(
    services: Services,
    project: Path,
    password_file: Path | None,
    company: Path,
    year: int,
    rubric_id: str,
) -> None:
    """Make a new project file."""
    applicant = services.projects.read_company_file(company)
    password = read_password(password_file, confirm=True)
    services.projects.create(project, applicant, year, password, rubric_id).close()
    say(f"已新建项目：{applicant.name}，{year} 年度。")


@click.command("show", help="显示单位信息、各条目状态和证据")
@project_command
@AS_JSON
@click.pass_obj
def show(services: Services, project: Path, password_file: Path | None, *, as_json: bool) -> None:
    """Show profile, states and evidence."""
    with opened(services, project, password_file, read_only=True) as opened_project:
        assessment = opened_project.assessment
        sheet = services.scoring.sheet(opened_project)
        if as_json:
            say_json(project_view(assessment, sheet, opened_project.rubric.title))
            return
        say_rows(
            [
                (label, str(getattr(assessment.applicant, name)))
                for name, label in FIELD_LABELS.items()
            ]
        )
        say_rows([("考核年度", str(assessment.year)), ("轮次", assessment.round.value)])
        for criterion in opened_project.rubric.criteria():
            score = sheet.criteria[criterion.id]
            count = len(assessment.links_of(criterion.id))
            say_rows([(criterion.id, score.state.value, f"证据 {count} 件", criterion.text)])
        say_rows([(item.id, item.level.value, item.title) for item in assessment.evidence.values()])


@click.command("state", help="设定一个条目的状态")
@project_command
@click.argument("item", metavar="条目")
@click.argument("state", metavar="状态")
@click.option("--note", type=TEXT, metavar="文字", help="证明说明；不申报时为原因")
@click.pass_obj
def set_state(
    services: Services,
    project: Path,
    password_file: Path | None,
    item: str,
    state: str,
    note: str | None,
) -> None:
    """State how far a criterion is."""
    wanted = state_from_word(state)
    with opened(services, project, password_file) as opened_project:
        services.assessments.set_state(opened_project, item, wanted, note)
        shown = services.scoring.sheet(opened_project).criteria[item]
    say(f"条目 {item}：{shown.state.value}。{shown.reason}")


@click.command("round", help="进入另一轮次：自评、园区指导、补充、正式")
@project_command
@click.argument("name", metavar="轮次", type=click.Choice([item.value for item in Round]))
@click.pass_obj
def enter_round(services: Services, project: Path, password_file: Path | None, name: str) -> None:
    """Move the application to another round."""
    with opened(services, project, password_file) as opened_project:
        services.assessments.enter_round(opened_project, Round(name))
    say(f"轮次：{name}。")


@click.command("company", help="用新的单位信息文件更新单位信息")
@project_command
@click.argument("company", type=ANY_PATH, metavar="单位信息.json")
@click.pass_obj
def set_company(
    services: Services, project: Path, password_file: Path | None, company: Path
) -> None:
    """Replace the company profile."""
    applicant = services.projects.read_company_file(company)
    with opened(services, project, password_file) as opened_project:
        services.assessments.set_profile(opened_project, applicant)
    say("单位信息已更新。")


@click.command("score", help="自评(预评)得分")
@project_command
@AS_JSON
@click.pass_obj
def show_score(
    services: Services, project: Path, password_file: Path | None, *, as_json: bool
) -> None:
    """Show both scores with a reason for every criterion."""
    with opened(services, project, password_file, read_only=True) as opened_project:
        sheet = services.scoring.sheet(opened_project)
    if as_json:
        say_json(score_view(sheet))
        return
    say("自评(预评)得分，以评审结果为准")
    for name, totals in (("已核对", sheet.conservative), ("预期", sheet.expected)):
        say(
            f"{name} {decimal_points(totals.total)} 分"
            f"（基础 {decimal_points(totals.base)}，加分 {decimal_points(totals.bonus)}，"
            f"封顶截去 {decimal_points(totals.cut_off)}）"
        )
    say_rows(
        [
            (
                key,
                item.state.value,
                fixed_points(item.conservative),
                fixed_points(item.expected),
                fixed_points(item.points),
                item.reason,
            )
            for key, item in sheet.criteria.items()
        ]
    )


@click.command("check", help="预检：错误、警告、提示")
@project_command
@AS_JSON
@click.pass_obj
@click.pass_context
def check(
    context: click.Context,
    services: Services,
    project: Path,
    password_file: Path | None,
    *,
    as_json: bool,
) -> None:
    """Show the findings of the pre-check; exit code 1 when there are errors."""
    with opened(services, project, password_file, read_only=True) as opened_project:
        findings = services.prechecks.findings(opened_project)
    errors = sum(finding.rank is Rank.ERROR for finding in findings)
    if as_json:
        say_json({"errors": errors, "findings": findings_view(findings)})
    else:
        say_rows([(item.rank.value, item.place, item.text, item.advice) for item in findings])
        say(f"错误 {errors} 项，共 {len(findings)} 项。")
    context.exit(1 if errors else 0)


@click.command("history", help="变更记录")
@project_command
@click.pass_obj
def history(services: Services, project: Path, password_file: Path | None) -> None:
    """Show the record of every change."""
    with opened(services, project, password_file, read_only=True) as opened_project:
        say_rows(list(opened_project.history_lines()))
