"""申报包 under the hands of a person, with real packages."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState, Round
from desktop.domain.evidence import DisclosureLevel
from desktop.services.evidence_service import LinkWish
from desktop.services.jobs import JobContext
from desktop.ui.places import CRITERIA, EVIDENCE, Place
from desktop.ui.screens.package import acts
from desktop.ui.screens.package.cards import NO_CERTIFICATE, SIGNATURE_IS_NO_SEAL
from desktop.ui.screens.package.view import PackageScreen
from desktop.ui.session import Session
from desktop.ui.widgets.message_bar import MessageBar
from tests.support.gestures import nameless
from tests.support.sample_files import a_docx, a_pdf
from tests.support.window import TIMEOUT_MS, open_new, wait_idle


@pytest.fixture
def screen(qtbot: QtBot, session: Session, tmp_path: Path) -> PackageScreen:
    open_new(session, qtbot, tmp_path / "示例.miping")
    made = PackageScreen(session)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    wait_idle(session, qtbot)
    return made


def attach(
    qtbot: QtBot, session: Session, path: Path, level: DisclosureLevel | None = None
) -> None:
    project = session.require_project()
    file = a_docx(path) if path.suffix == ".docx" else a_pdf(path)
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.evidence.attach(
            project, file, LinkWish(("1.1.1",), level=level), JobContext()
        )


def built(session: Session, screen: PackageScreen, qtbot: QtBot, target: Path) -> None:
    screen.acts.build_to(target)
    wait_idle(session, qtbot)
    qtbot.waitUntil(screen.build_button.isEnabled, timeout=TIMEOUT_MS)


def test_a_package_is_built_and_told_with_its_digest(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    attach(qtbot, session, tmp_path / "a.pdf", DisclosureLevel.SUBMITTABLE)
    attach(qtbot, session, tmp_path / "b.docx", DisclosureLevel.INTERNAL)
    screen.acts.build_to(tmp_path / "包")
    assert not screen.build_button.isEnabled()
    assert screen.reason.text() == "正在生成。"
    wait_idle(session, qtbot)
    qtbot.waitUntil(screen.build_button.isEnabled, timeout=TIMEOUT_MS)
    package = tmp_path / "包.pdf"
    subprocess.run(["qpdf", "--check", package], check=True, capture_output=True)
    assert screen.result.name.text() == "包.pdf"
    assert screen.message.text == "申报包已生成并通过验证：包.pdf"
    screen.result.copy_button.click()
    digest = subprocess.run(["sha256sum", package], check=True, capture_output=True, text=True)
    assert QGuiApplication.clipboard().text() == digest.stdout.split()[0]
    assert screen.result.hash.text().replace(" ", "") == digest.stdout.split()[0]
    assert any("1.1.1-02：内部材料" in text for text in remarks(screen))


def remarks(screen: PackageScreen) -> list[str]:
    labels = screen.result.findChildren(QWidget)
    return [label.property("text") for label in labels if label.property("text")]


def test_the_certificate_is_shown_once_it_was_made(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    texts = [label.property("text") for label in screen.certificate.findChildren(QWidget)]
    assert NO_CERTIFICATE in texts
    assert SIGNATURE_IS_NO_SEAL in [bar.text for bar in screen.certificate.findChildren(MessageBar)]
    built(session, screen, qtbot, tmp_path / "包.pdf")
    qtbot.waitUntil(lambda: bool(screen.certificate.fingerprint.text()), timeout=TIMEOUT_MS)
    assert screen.certificate.fingerprint.text() == screen.result.fingerprint.text()
    assert screen.certificate.name.text() == "示例精工有限公司"


def test_an_error_closes_the_button_and_says_why(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    assert screen.build_button.isEnabled()
    attach(qtbot, session, tmp_path / "a.pdf")
    assert not screen.build_button.isEnabled()
    assert screen.reason.text() == "先处理 1 项错误。"


def test_a_finding_leads_to_its_place_by_mouse_and_keyboard(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    attach(qtbot, session, tmp_path / "a.pdf")
    tree = screen.findings
    model = tree.model()
    error = model.index(0, 0, model.index(0, 0))
    hint = model.index(0, 0, model.index(2, 0))
    with qtbot.waitSignal(session.place_requested) as asked:
        tree.clicked.emit(error)
    assert asked.args == [Place(EVIDENCE, "E-0001")]
    with qtbot.waitSignal(session.place_requested) as asked:
        tree.setCurrentIndex(hint)
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].screen_id == CRITERIA


def test_a_folded_rank_stays_folded_when_something_changes(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    tree = screen.findings
    hints = tree.model().index(2, 0)
    tree.clicked.emit(hints)
    assert not tree.isExpanded(hints)
    attach(qtbot, session, tmp_path / "a.pdf")
    assert not tree.isExpanded(tree.model().index(2, 0))
    assert tree.isExpanded(tree.model().index(0, 0))


def test_a_failure_is_told_as_a_sentence(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    built(session, screen, qtbot, tmp_path / "no" / "包.pdf")
    assert "要写入的文件夹不存在" in screen.message.text
    assert not screen.result.isVisible()


def test_cancelling_leaves_nothing_behind(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    attach(qtbot, session, tmp_path / "a.pdf", DisclosureLevel.SUBMITTABLE)
    before = {path.name for path in tmp_path.iterdir()}
    screen.acts.build_to(tmp_path / "包.pdf")
    screen.progress.cancel_button.click()
    wait_idle(session, qtbot)
    qtbot.waitUntil(screen.build_button.isEnabled, timeout=TIMEOUT_MS)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert not screen.result.isVisible()


def test_a_change_during_the_build_is_told(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    screen.acts.build_to(tmp_path / "包.pdf")
    screen.presenter.note_change("response.state")
    wait_idle(session, qtbot)
    qtbot.waitUntil(screen.build_button.isEnabled, timeout=TIMEOUT_MS)
    assert "生成期间项目有改动，这份申报包不含这些改动。" in remarks(screen)


def test_any_package_can_be_verified(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    built(session, screen, qtbot, tmp_path / "包.pdf")
    screen.acts.verify_file(tmp_path / "包.pdf")
    wait_idle(session, qtbot)
    qtbot.waitUntil(lambda: screen.verification.answer.text() == "申报包完整")
    data = bytearray((tmp_path / "包.pdf").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "改.pdf").write_bytes(data)
    screen.acts.verify_file(tmp_path / "改.pdf")
    wait_idle(session, qtbot)
    qtbot.waitUntil(lambda: screen.verification.answer.text() == "不能确认申报包完整")
    assert screen.verification.sentences.texts[0].endswith("。")
    screen.acts.verify_file(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: screen.verification.answer.text() == "没有完成验证")


def test_the_file_dialogs_propose_a_pdf(screen: PackageScreen) -> None:
    screen.build_button.click()
    chooser = screen.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "申报包 2026年度 自评轮.pdf"
    chooser.reject()


def test_the_next_round_is_entered_only_after_asking(
    qtbot: QtBot, session: Session, screen: PackageScreen
) -> None:
    screen.round_card.button.click()
    assert screen.acts.question is not None
    screen.acts.question.safe_button.click()
    assert session.require_project().assessment.round is Round.SELF_ASSESSMENT
    screen.round_card.button.click()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        screen.acts.question.act_button.click()
    assert screen.round_card.badge.text() == "园区指导"


def test_the_last_round_offers_no_further_one_and_makes_missing_paper_an_error(
    qtbot: QtBot, session: Session, screen: PackageScreen
) -> None:
    project = session.require_project()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.assessments.enter_round(project, Round.FINAL)
    assert not screen.round_card.button.isVisible()
    assert screen.reason.text() == "先处理 2 项错误。"


def test_the_page_follows_every_change(
    qtbot: QtBot, session: Session, screen: PackageScreen
) -> None:
    before = screen.presenter.content()
    project = session.require_project()
    with qtbot.waitSignal(session.changed, timeout=TIMEOUT_MS):
        session.services.assessments.set_state(project, "1.1.1", ResponseState.READY)
    assert screen.presenter.content() != before


def test_the_result_opens_with_the_system(
    qtbot: QtBot,
    session: Session,
    screen: PackageScreen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    urls: list[QUrl] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> bool:  # noqa: N802 - Qt's own name
            urls.append(url)
            return len(urls) == 1

    monkeypatch.setattr(acts, "QDesktopServices", Desktop)
    built(session, screen, qtbot, tmp_path / "包.pdf")
    screen.acts.open_result()
    screen.acts.open_folder()
    assert [Path(url.toLocalFile()).name for url in urls] == ["包.pdf", tmp_path.name]
    assert "打不开" in screen.message.text


def test_every_control_has_a_name(
    qtbot: QtBot, session: Session, screen: PackageScreen, tmp_path: Path
) -> None:
    built(session, screen, qtbot, tmp_path / "包.pdf")
    assert nameless(screen) == []
