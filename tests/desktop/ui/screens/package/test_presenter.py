"""What 申报包 says, decided without a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.assessment import ResponseState, Round
from desktop.domain.evidence import DisclosureLevel
from desktop.domain.prechecks.base import Finding, Rank
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.places import CRITERIA, EVIDENCE, UNDERTAKINGS, Place
from desktop.ui.screens.package.findings import finding_groups
from desktop.ui.screens.package.parts import part_lines, withheld_words
from desktop.ui.screens.package.presenter import PackagePresenter, next_round
from tests.support.builders import an_applicant, an_assessment, the_rubric, with_evidence
from tests.support.fake_clock import FakeClock
from tests.support.services import PASSWORD, quick_services

TITLES = (("cover", "封面"), ("evidence", "证明材料"), ("withheld", "未放入的材料"))


@pytest.fixture
def services(clock: FakeClock) -> Services:
    return quick_services(clock)


@pytest.fixture
def project(services: Services, tmp_path: Path) -> Iterator[OpenProject]:
    made = services.projects.create(tmp_path / "示例.miping", an_applicant(), 2026, PASSWORD)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("rule", "place", "text", "shown", "target"),
    [
        (
            "evidence.undecided",
            "E-0001",
            "E-0001《示例》的提交级别未定。",
            "《示例》的提交级别未定。",
            Place(EVIDENCE, "E-0001"),
        ),
        (
            "criterion.unfinished",
            "4.1.2",
            "条目 4.1.2 未开始，涉及 2.5 分。",
            "未开始，涉及 2.5 分。",
            Place(CRITERIA, "4.1.2"),
        ),
        (
            "criterion.not_due",
            "5.2.2",
            "条目 5.2.2：下半年未结束。",
            "下半年未结束。",
            Place(CRITERIA, "5.2.2"),
        ),
        (
            "undertaking.no_scan",
            "6.2.1",
            "条目 6.2.1 还没有扫描件。",
            "还没有扫描件。",
            Place(UNDERTAKINGS, "6.2.1"),
        ),
        (
            "undertaking.periods_differ",
            "",
            "几份承诺书的承诺期间不一致。",
            "几份承诺书的承诺期间不一致。",
            Place(UNDERTAKINGS, ""),
        ),
    ],
)
def test_a_finding_leads_to_where_it_can_be_settled(
    rule: str, place: str, text: str, shown: str, target: Place
) -> None:
    groups = finding_groups([Finding(rule, Rank.WARNING, place, text, "去做。")])
    assert [len(group.lines) for group in groups] == [0, 1, 0]
    line = groups[1].lines[0]
    assert (line.label, line.text, line.place) == (place, shown, target)
    assert line.act


def test_every_finding_of_an_empty_project_keeps_a_sentence(
    services: Services, project: OpenProject
) -> None:
    groups = finding_groups(services.prechecks.findings(project))
    lines = [line for group in groups for line in group.lines]
    assert lines
    assert all(line.text.endswith("。") and not line.text.startswith("条目") for line in lines)


def test_parts_tell_what_goes_in_and_what_stays_out_by_number() -> None:
    assessment = with_evidence(an_assessment(), 1, "1.1.1")
    assessment = with_evidence(assessment, 2, "1.1.1", level=DisclosureLevel.INTERNAL)
    assessment = with_evidence(assessment, 3, "4.1.1", level=DisclosureLevel.UNDECIDED)
    lines = {line.title: line.words for line in part_lines(TITLES, the_rubric(), assessment)}
    assert lines["封面"] == "2026 年度，自评轮"
    assert lines["证明材料"] == "1 件放入，1 件不放入，1 件未定级别"
    assert lines["未放入的材料"] == "2 件：1.1.1-02、4.1.1-01"
    assert lines["一、组织机构健全"] == "1 件（另 1 件不放入）"
    words = withheld_words(the_rubric(), assessment)
    assert words == "2 件材料不放入申报包：1.1.1-02、4.1.1-01。"


def test_every_part_of_the_edition_has_a_line(services: Services, project: OpenProject) -> None:
    content = PackagePresenter(services, project).content()
    named = [line.title for line in content.parts if not line.is_section]
    assert len(named) == len(project.rubric.package_pages)
    assert all(named)


def test_errors_and_a_running_build_stand_in_the_way(
    services: Services, project: OpenProject
) -> None:
    presenter = PackagePresenter(services, project)
    seen = [presenter.content().obstacle]
    services.assessments.enter_round(project, Round.FINAL)
    seen.append(presenter.content().obstacle)
    presenter.begin_build()
    seen.append(presenter.content().obstacle)
    presenter.end_build()
    services.assessments.set_state(project, "6.2.1", ResponseState.NOT_CLAIMED)
    services.assessments.set_state(project, "6.3.1", ResponseState.NOT_CLAIMED)
    seen.append(presenter.content().obstacle)
    assert seen == ["", "先处理 2 项错误。", "正在生成。", ""]


def test_rounds_follow_each_other_to_the_last() -> None:
    assert [next_round(step) for step in Round] == [*tuple(Round)[1:], None]


def test_a_certificate_that_cannot_sign_now_is_told(
    services: Services, project: OpenProject, clock: FakeClock
) -> None:
    presenter = PackagePresenter(services, project)
    assert presenter.certificate() is None
    services.packages.identity(project)
    start = clock.instant
    texts = []
    for year in (2026, 2031, 2020):
        clock.instant = start.replace(year=year)
        made = presenter.certificate()
        assert made is not None
        texts.append(made.caution)
    assert texts == [
        "",
        "证书已过期，不能签名。",
        "证书尚未生效，请核对电脑的日期和时间。",
    ]


def test_no_word_calls_the_signature_a_seal(services: Services, project: OpenProject) -> None:
    text = repr(PackagePresenter(services, project).content())
    assert "签章" not in text
    assert "合格" not in text
