"""申报包: what is in the way, what it consists of, building it, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.prechecks.base import Finding
from desktop.domain.prechecks.base import Rank as FindingRank
from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.jobs import Job, JobContext
from desktop.services.package_service import STEPS, BuiltPackage
from desktop.services.verification_service import Verification
from desktop.ui.places import CRITERIA, EVIDENCE, Place
from desktop.ui.resources import Icon
from desktop.ui.screen import Screen
from desktop.ui.screens.package.content import PackageContent, content_of, result_lines
from desktop.ui.session import Session
from desktop.ui.verification.sentences import VerificationSentences
from desktop.ui.verification.words import words_of
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.progress_card import ProgressCard
from desktop.ui.widgets.rank import Rank

_RANKS = {
    FindingRank.ERROR: Rank.ERROR,
    FindingRank.WARNING: Rank.WARNING,
    FindingRank.HINT: Rank.INFO,
}
_SIGNATURE_WORDS = (
    "完整性签名(防篡改)由本项目自己的密钥签署，只证明文件生成后没有改动，不等同公章；"
    "他人软件会显示“签名者身份未知”，时间取自本机时钟。"
)


class PackageScreen(Screen):
    """Reads the snapshot whenever it changes; building runs in the job queue."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        appearance = session.appearance
        self.content: PackageContent | None = None
        self.round_label = TextLabel("", LabelKind.SECONDARY)
        self.round_button = ActionButton(appearance, "进入下一轮")
        self.verify_button = ActionButton(appearance, "验证申报包", icon=Icon.VERIFY)
        self.build_button = ActionButton(appearance, "生成申报包", ButtonKind.PRIMARY, Icon.PACKAGE)
        self.reason = TextLabel("", LabelKind.ERROR)
        self.findings_card = Card(appearance, "预检清单")
        self.parts_card = Card(appearance, "组成")
        self.signature_card = Card(appearance, "完整性签名")
        self.progress = ProgressCard(appearance, "正在生成申报包")
        self.result_card = Card(appearance, "结果")
        self.verification = VerificationSentences(appearance)
        self.question: ConfirmDialog | None = None
        self._bars = QVBoxLayout()
        self._parts = QVBoxLayout()
        self._result = QVBoxLayout()
        self._sha256 = ""
        self._is_building = False
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the present snapshot."""
        project = self.session.project
        if project is None:
            return
        services = self.session.services
        content = content_of(
            project.rubric,
            project.assessment,
            services.prechecks.findings(project),
            services.packages.part_titles(project),
        )
        if content != self.content:
            self.content = content
            self._show(content)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.build_button, self.findings_card, self.parts_card, self.result_card)

    def build_to(self, target: Path) -> None:
        """Build the package into a file, in the background."""
        project, build = self.session.require_project(), self.session.services.packages.build

        def work(context: JobContext) -> BuiltPackage:
            return build(project, target, context)

        self._set_building(building=True)
        self.progress.begin("正在生成申报包", steps=STEPS)
        handle = self.session.run(Job("生成申报包", work), self._show_result, self._show_failure)
        self.progress.watch(handle)
        handle.ended.connect(self._ended)

    def verify_file(self, path: Path) -> None:
        """Verify any package, in the background."""
        verify = self.session.services.verification.verify
        job = Job("验证申报包", lambda _context: verify(path))
        self.session.run(job, self._show_verification, self._show_failure)

    def _show(self, content: PackageContent) -> None:
        self.round_label.setText(f"轮次：{content.round.value}")
        self.round_button.setVisible(content.next_round is not None)
        self.round_button.setText(
            f"进入下一轮：{content.next_round.value}" if content.next_round else ""
        )
        self._show_ready(content)
        counts = "　".join(f"{rank.value} {count}" for rank, count in content.counts.items())
        self.findings_card.title.setText(f"预检清单　{counts}")
        _clear(self._bars)
        for finding in content.findings:
            self._bars.addWidget(self._bar(finding))
        if not content.findings:
            words = TextLabel("没有发现问题。", LabelKind.SECONDARY)
            self._bars.addWidget(words)
        _clear(self._parts)
        for title, remark in content.parts:
            self._parts.addWidget(TextLabel(f"{title}　{remark}".rstrip(), LabelKind.COMPACT))
        for line in content.withheld:
            self._parts.addWidget(TextLabel(f"未放入 {line}", LabelKind.CAPTION, wraps=True))

    def _show_ready(self, content: PackageContent) -> None:
        read_only = self.session.require_project().read_only
        reason = "项目以只读方式打开" if read_only else content.blocked
        self.reason.setText(reason)
        self.build_button.setEnabled(not reason and not self._is_building)
        self.build_button.setToolTip(reason)
        self.round_button.setEnabled(not read_only)

    def _bar(self, finding: Finding) -> MessageBar:
        place = self.place_of(finding)
        words = f"{finding.text}{finding.advice}"
        action = "前往" if place else ""
        bar = MessageBar(self.session.appearance, _RANKS[finding.rank], words, action)
        if place is not None:
            bar.action_triggered.connect(lambda: self.session.go(place))
        return bar

    def place_of(self, finding: Finding) -> Place | None:
        """Where a finding can be dealt with."""
        project = self.session.require_project()
        if finding.place in project.assessment.evidence:
            return Place(EVIDENCE, finding.place)
        if project.rubric.has_criterion(finding.place):
            return Place(CRITERIA, finding.place)
        return None

    def _choose_target(self) -> None:
        name = f"申报包_{self.session.require_project().assessment.year}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, "生成申报包", name, "PDF 文件 (*.pdf)")
        if chosen:
            self.build_to(Path(chosen))

    def _choose_package(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "验证申报包", "", "PDF 文件 (*.pdf)")
        if chosen:
            self.verify_file(Path(chosen))

    def _ask_round(self) -> None:
        if self.content is None or self.content.next_round is None:
            return
        target = self.content.next_round
        question = Question(
            f"进入“{target.value}”轮？",
            "轮次会印在申报包封面上，进入后不能退回上一轮。",
            f"进入{target.value}轮",
            "留在本轮",
        )
        self.question = ConfirmDialog(self.session.appearance, question, self.window())
        self.question.decided.connect(self._enter_round)
        self.question.open()

    def _enter_round(self, act: bool) -> None:  # noqa: FBT001 - a Qt signal's
        self.question = None
        if not act or self.content is None or self.content.next_round is None:
            return
        project, target = self.session.require_project(), self.content.next_round
        enter = self.session.services.assessments.enter_round
        self.session.run(Job("进入下一轮", lambda _context: enter(project, target)))

    def _show_result(self, built: BuiltPackage) -> None:
        self._sha256 = built.sha256
        self._show_lines(f"申报包已生成：{built.path.name}", result_lines(built))

    def _show_verification(self, result: Verification) -> None:
        words = words_of(result)
        self._show_lines(words.title, ())
        self.verification.show_lines(words.lines)
        self.verification.show()

    def _show_failure(self, error: AppError) -> None:
        message = explain(error)
        self._show_lines("没有完成", (message.text, message.advice))

    def _show_lines(self, title: str, lines: tuple[str, ...]) -> None:
        self.result_card.title.setText(title)
        self.verification.hide()
        _clear(self._result)
        for line in lines:
            self._result.addWidget(TextLabel(line, LabelKind.COMPACT, wraps=True, selectable=True))
        self.copy_button.setVisible(bool(self._sha256))
        self.result_card.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._sha256)

    def _set_building(self, *, building: bool) -> None:
        self._is_building = building
        if self.content is not None:
            self._show_ready(self.content)

    def _ended(self) -> None:
        self._set_building(building=False)

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.build_button.clicked.connect(self._choose_target)
        self.verify_button.clicked.connect(self._choose_package)
        self.round_button.clicked.connect(self._ask_round)
        self.copy_button.clicked.connect(self._copy)

    def _lay_out(self) -> None:
        appearance = self.session.appearance
        measures = appearance.measures
        self.copy_button = ActionButton(appearance, "复制校验值", compact=True, icon=Icon.COPY)
        self.copy_button.hide()
        self._bars.setSpacing(measures.space_8)
        self.findings_card.body.addLayout(self._bars)
        self.findings_card.body.addStretch(1)
        self.parts_card.body.addLayout(self._parts)
        self.parts_card.body.addStretch(1)
        self.signature_card.body.addWidget(
            TextLabel(_SIGNATURE_WORDS, LabelKind.COMPACT, wraps=True)
        )
        self.result_card.body.addLayout(self._result)
        self.result_card.body.addWidget(self.verification)
        self.result_card.body.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.verification.hide()
        self.result_card.hide()
        side = QVBoxLayout()
        side.setSpacing(measures.space_12)
        for card in (self.progress, self.result_card, self.signature_card, self.parts_card):
            side.addWidget(card)
        side.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(measures.space_12)
        grid.addWidget(self.findings_card, 0, 0)
        grid.addLayout(side, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(
            measures.space_20, measures.space_16, measures.space_20, measures.space_16
        )
        column.setSpacing(measures.space_12)
        column.addLayout(self._head())
        column.addLayout(grid, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("申报包")
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.session.appearance.measures.space_12)
        row.addWidget(TextLabel("申报包", LabelKind.TITLE))
        row.addWidget(self.round_label)
        row.addWidget(self.round_button)
        row.addStretch(1)
        row.addWidget(self.reason)
        row.addWidget(self.verify_button)
        row.addWidget(self.build_button)
        return row


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
