"""What 承诺书 asks, proposes and says, decided without a window."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.assessment import ResponseState
from desktop.domain.errors import FieldValueError, GateUnansweredError, UndertakingPeriodError
from desktop.domain.undertaking import PERIOD_END, PERIOD_START, SELF_CHECK_ON, SIGNED_ON
from desktop.errors import AppError
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.ui.screens.undertakings.content import FieldGroup, PaperStage, StepMark
from desktop.ui.screens.undertakings.presenter import UndertakingsPresenter
from rubric.model import UndertakingKind
from tests.support.builders import an_applicant
from tests.support.fake_clock import FakeClock
from tests.support.sample_files import a_jpeg
from tests.support.services import PASSWORD, quick_services

ANSWERS = {SELF_CHECK_ON: "2026年11月10日", "自查人": "示例丙", "参加部门": "各部门"}


@pytest.fixture
def services(clock: FakeClock) -> Services:
    return quick_services(clock)


@pytest.fixture
def project(services: Services, tmp_path: Path) -> Iterator[OpenProject]:
    made = services.projects.create(tmp_path / "示例.miping", an_applicant(), 2026, PASSWORD)
    yield made
    made.close()


@pytest.fixture
def presenter(services: Services, project: OpenProject) -> UndertakingsPresenter:
    return UndertakingsPresenter(services, project)


def fill(presenter: UndertakingsPresenter) -> None:
    presenter.answer("是否受侵犯", "否")
    for name, text in ANSWERS.items():
        presenter.set_value(name, text)


def values(presenter: UndertakingsPresenter) -> dict[str, str]:
    return {item.name: item.value for item in presenter.form().fields}


def stages(presenter: UndertakingsPresenter) -> list[PaperStage]:
    return [line.stage for line in presenter.papers()]


def test_nothing_is_asked_for_before_the_gate_is_passed(presenter: UndertakingsPresenter) -> None:
    form = presenter.form()
    assert [gate.answer for gate in form.gates] == [""]
    assert not form.is_open
    assert form.fields == ()
    assert form.refusal == ""


def test_a_refusing_answer_shows_the_refusal_and_no_field(
    presenter: UndertakingsPresenter,
) -> None:
    presenter.answer("是否受侵犯", "是")
    form = presenter.form()
    assert form.refusal == presenter.template.gates[0].refusal
    assert form.fields == ()


def test_a_refusal_is_told_before_the_other_questions_are_answered(
    presenter: UndertakingsPresenter,
) -> None:
    assert presenter.show("B")
    presenter.answer("是否被认定侵权", "是")
    assert "不能出具" in presenter.form().refusal


def test_defaults_come_from_the_profile_and_the_day(presenter: UndertakingsPresenter) -> None:
    presenter.answer("是否受侵犯", "否")
    shown = values(presenter)
    assert shown["单位全称"] == "示例精工有限公司"
    assert shown["示范单位名称"] == "重庆市商业秘密保护示范单位"
    assert shown[SIGNED_ON] == "2026-11-23"
    assert (shown[PERIOD_START], shown[PERIOD_END]) == ("2024-11-23", "2026-11-23")
    assert shown["自查人"] == ""


def test_the_period_follows_the_day_of_signing_until_it_is_typed(
    presenter: UndertakingsPresenter,
) -> None:
    presenter.answer("是否受侵犯", "否")
    presenter.set_value(SIGNED_ON, "2026.11.20")
    assert values(presenter)[PERIOD_START] == "2024-11-20"
    presenter.set_value(PERIOD_START, "20241101")
    presenter.set_value(SIGNED_ON, "2026-11-21")
    assert values(presenter)[PERIOD_START] == "20241101"
    assert values(presenter)[PERIOD_END] == "2026-11-21"


def test_every_field_of_every_paper_is_shown_once(presenter: UndertakingsPresenter) -> None:
    for kind in UndertakingKind:
        presenter.show(kind.value)
        for gate in presenter.template.gates:
            presenter.answer(gate.field, gate.required)
        names = [item.name for item in presenter.form().fields]
        wanted = {field.name for field in presenter.template.fields}
        assert set(names) == wanted
        assert len(names) == len(wanted)
        groups = {item.group for item in presenter.form().fields}
        assert groups == set(FieldGroup)


def test_untouched_defaults_are_not_kept_and_follow_the_profile(
    services: Services, project: OpenProject, presenter: UndertakingsPresenter, tmp_path: Path
) -> None:
    fill(presenter)
    presenter.set_value("单位全称", "示例精工有限公司")
    services.undertakings.issue(project, presenter.kind, presenter.answers(), tmp_path / "a.pdf")
    assert "单位全称" not in project.assessment.undertakings[presenter.kind].answers
    services.assessments.set_profile(project, an_applicant(name="示例新名有限公司"))
    assert values(presenter)["单位全称"] == "示例新名有限公司"


def test_an_emptied_field_goes_back_to_its_default(
    services: Services, project: OpenProject, presenter: UndertakingsPresenter, tmp_path: Path
) -> None:
    fill(presenter)
    presenter.set_value("住所", "重庆市另一路2号")
    services.undertakings.issue(project, presenter.kind, presenter.answers(), tmp_path / "a.pdf")
    presenter.set_value("住所", "")
    prepared = services.undertakings.preview(project, presenter.kind, presenter.answers())
    assert "重庆市示例路1号" in prepared.document.paragraphs[0]


def test_issuing_what_was_shown_keeps_the_version(
    services: Services, project: OpenProject, presenter: UndertakingsPresenter, tmp_path: Path
) -> None:
    fill(presenter)
    issue = services.undertakings.issue
    first = issue(project, presenter.kind, presenter.answers(), tmp_path / "a.pdf")
    again = UndertakingsPresenter(services, project)
    second = issue(project, again.kind, again.answers(), tmp_path / "b.pdf")
    assert (first.draft.version, second.draft.version) == (1, 1)


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (FieldValueError(SELF_CHECK_ON, "日期"), SELF_CHECK_ON),
        (UndertakingPeriodError("reversed"), PERIOD_START),
    ],
)
def test_a_fault_stands_beside_its_field(
    presenter: UndertakingsPresenter, error: AppError, name: str
) -> None:
    faults = presenter.faults(error, reveal=False)
    assert set(faults.by_field) == {name}
    assert faults.by_field[name].endswith("。")
    assert faults.sentence


def test_missing_fields_are_marked_only_when_asked_for(presenter: UndertakingsPresenter) -> None:
    error = GateUnansweredError(("自查人",), ("谁？",))
    quiet = presenter.faults(error, reveal=False)
    assert quiet.sentence == "还需填写：自查人。"
    assert dict(quiet.by_field) == {}
    assert dict(presenter.faults(error, reveal=True).by_field) == {"自查人": "请填写。"}
    assert "--set" not in quiet.sentence


def test_doubtful_dates_are_told_before_the_print(
    services: Services, project: OpenProject, presenter: UndertakingsPresenter
) -> None:
    fill(presenter)
    presenter.set_value(SIGNED_ON, "2026-11-01")
    prepared = services.undertakings.preview(project, presenter.kind, presenter.answers())
    (caution,) = presenter.cautions(prepared)
    assert "签署日期早于自查日期" in caution


def test_a_place_names_a_paper_by_kind_or_criterion(presenter: UndertakingsPresenter) -> None:
    found = [(presenter.show(key), presenter.kind.value) for key in ("A2", "6.3.1", "9.9.9")]
    assert found == [(True, "A2"), (True, "B"), (False, "B")]


def test_from_draft_to_checked_scan(
    services: Services,
    project: OpenProject,
    presenter: UndertakingsPresenter,
    tmp_path: Path,
    clock: FakeClock,
) -> None:
    assert stages(presenter)[0] is PaperStage.NOT_ISSUED
    assert presenter.progress(None).done == 0
    fill(presenter)
    answers = presenter.answers()
    issued = services.undertakings.issue(project, presenter.kind, answers, tmp_path / "a.pdf")
    assert stages(presenter)[0] is PaperStage.AWAITING_SEAL
    waiting = presenter.progress(issued)
    assert waiting.steps[2].mark is StepMark.SEAL_NOW
    assert waiting.verify_obstacle == "先回传盖章扫描件。"
    assert waiting.reminder == "PDF 签名不能代替盖章纸质件，本项 5 分以原件为准。"

    clock.advance(timedelta(hours=2))
    wish = LinkWish(("6.2.1",), stamped=True)
    services.evidence.attach(project, a_jpeg(tmp_path / "scan.jpg"), wish, JobContext())
    assert stages(presenter)[0] is PaperStage.RETURNED
    returned = presenter.progress(issued)
    assert (returned.done, returned.verify_obstacle) == (4, "")
    assert [scan.caution for scan in returned.scans] == [""]

    services.assessments.set_state(project, "6.2.1", ResponseState.VERIFIED)
    assert stages(presenter)[0] is PaperStage.VERIFIED
    assert presenter.progress(issued).is_verified


def test_our_own_print_is_no_scan(
    services: Services, project: OpenProject, presenter: UndertakingsPresenter, tmp_path: Path
) -> None:
    fill(presenter)
    path = tmp_path / "a.pdf"
    services.undertakings.issue(project, presenter.kind, presenter.answers(), path)
    services.evidence.attach(project, path, LinkWish(("6.2.1",), stamped=True), JobContext())
    progress = presenter.progress(None)
    assert "未盖章" in progress.scans[0].caution
    assert progress.verify_obstacle
    assert stages(presenter)[0] is PaperStage.AWAITING_SEAL


def test_a_scan_from_before_the_present_version_is_doubted(
    services: Services,
    project: OpenProject,
    presenter: UndertakingsPresenter,
    tmp_path: Path,
    clock: FakeClock,
) -> None:
    wish = LinkWish(("6.2.1",), stamped=True)
    services.evidence.attach(project, a_jpeg(tmp_path / "scan.jpg"), wish, JobContext())
    clock.advance(timedelta(days=1))
    fill(presenter)
    answers = presenter.answers()
    services.undertakings.issue(project, presenter.kind, answers, tmp_path / "a.pdf")
    assert "早于第 1 版" in presenter.progress(None).scans[0].caution


def test_a_changed_text_voids_the_print(
    services: Services, project: OpenProject, presenter: UndertakingsPresenter, tmp_path: Path
) -> None:
    fill(presenter)
    answers = presenter.answers()
    services.undertakings.issue(project, presenter.kind, answers, tmp_path / "a.pdf")
    presenter.set_value("参加部门", "研发部")
    changed = services.undertakings.preview(project, presenter.kind, presenter.answers())
    assert "第 2 版，旧版作废" in presenter.progress(changed).steps[1].words
