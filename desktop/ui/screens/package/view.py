"""申报包: what is in the way, what it consists of, building it, and what came of it."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.services.package_service import STEPS
from desktop.ui.resources import Icon
from desktop.ui.screen import Screen
from desktop.ui.screens.package.acts import PackageActs
from desktop.ui.screens.package.cards import (
    CertificateCard,
    ResultCard,
    RoundCard,
    VerificationCard,
)
from desktop.ui.screens.package.content import PackageContent
from desktop.ui.screens.package.finding_tree import FindingTree
from desktop.ui.screens.package.parts_table import PartsTable
from desktop.ui.screens.package.presenter import PackagePresenter
from desktop.ui.session import Session
from desktop.ui.tokens import Token
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import Card, SeparatorLine
from desktop.ui.widgets.labels import IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.progress_card import ProgressCard
from desktop.ui.widgets.rank import Rank

_NARROW: Final = 1020
_SIDE: Final = 372
_PARTS_HEIGHT: Final = 300


class PackageScreen(Screen):
    """Reads the snapshot whenever it changes; building and verifying run in the job queue."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        project, appearance = session.require_project(), session.appearance
        self.presenter = PackagePresenter(session.services, project)
        self.reason = TextLabel("", LabelKind.ERROR)
        self.check_button = ActionButton(appearance, "重新预检", icon=Icon.REPEAT)
        self.check_button.setToolTip("重新预检  F5")
        self.verify_button = ActionButton(appearance, "验证申报包", icon=Icon.VERIFY)
        self.build_button = ActionButton(appearance, "生成申报包", ButtonKind.PRIMARY, Icon.PACKAGE)
        self.message = MessageBar(appearance, Rank.ERROR, "")
        self.findings = FindingTree(appearance)
        self.parts = PartsTable(appearance)
        self.round_card = RoundCard(appearance, read_only=project.read_only)
        self.certificate = CertificateCard(appearance)
        self.progress = ProgressCard(appearance, "正在生成申报包")
        self.result = ResultCard(appearance)
        self.verification = VerificationCard(appearance)
        self._findings_card = Card(appearance, "预检清单")
        self._parts_card = Card(appearance, "组成")
        self._summary = TextLabel("", LabelKind.SECONDARY)
        self._parts_summary = TextLabel("", LabelKind.SECONDARY)
        self._withheld = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self._narrow: bool | None = None
        self._fresh: QWidget | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._scroll)
        self._grid = QGridLayout()
        self._side = QVBoxLayout()
        self._lay_out()
        self.acts = PackageActs(session, self.presenter, self)
        self._connect()
        self.refresh()
        self.acts.read_certificate()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.build_button, self.findings, self.parts, self._side_area)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("F5", "重新预检"),)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < self.session.appearance.px(_NARROW))

    def refresh(self) -> None:
        """Show the present snapshot."""
        if self.session.project is None:
            return
        content = self.presenter.content()
        self.findings.show_groups(content.groups)
        self.parts.show_parts(content.parts)
        self.round_card.show_round(content.round, content.next_round)
        self._summary.setText(content.summary)
        self._parts_summary.setText(content.parts_summary)
        self._withheld.setText(content.withheld)
        self._show_ready(content)

    def show_building(self) -> None:
        """A build was queued."""
        self.say("", Rank.ERROR)
        self.progress.begin("正在生成申报包", steps=STEPS)
        self.refresh()

    def say(self, sentence: str, rank: Rank) -> None:
        """Say how something ended; an empty sentence takes the words away."""
        self.message.setVisible(bool(sentence))
        if sentence:
            self.message.show_message(rank, sentence)

    def bring_up(self, card: QWidget) -> None:
        """Scroll the right column to a card that was just filled."""
        self._fresh = card
        self._soon.start()

    def _scroll(self) -> None:
        if self._fresh is not None:
            self._side_area.ensureWidgetVisible(self._fresh, 0, 0)

    def _show_ready(self, content: PackageContent) -> None:
        self.reason.setText(content.obstacle)
        self.build_button.setEnabled(not content.obstacle)
        self.build_button.setToolTip(content.obstacle)

    def _connect(self) -> None:
        self.session.changed.connect(self._follow)
        self.findings.jump_requested.connect(self.session.go)
        self.check_button.clicked.connect(self.refresh)
        self.verify_button.clicked.connect(self.acts.choose_package)
        self.build_button.clicked.connect(self.acts.choose_target)
        self.round_card.next_requested.connect(self.acts.ask_round)
        self.result.copy_requested.connect(self.acts.copy)
        self.result.open_requested.connect(self.acts.open_result)
        self.result.folder_requested.connect(self.acts.open_folder)
        shortcut = QShortcut(QKeySequence("F5"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.refresh)

    def _follow(self, action: str) -> None:
        self.presenter.note_change(action)
        self.refresh()
        if action == "signing.identity_made":
            self.acts.read_certificate()

    def _lay_out(self) -> None:
        appearance = self.session.appearance
        measures = appearance.measures
        self._fill_cards()
        self._inner = QWidget()
        self._inner.setProperty("kind", "page")
        self._inner.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(measures.space_12)
        cards = (self.progress, self.result, self.verification, self.certificate, self.round_card)
        for card in cards:
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._side_area = QScrollArea()
        self._side_area.setWidgetResizable(True)
        self._side_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side_area.setAccessibleName("签名、结果与轮次")
        self._side_area.setWidget(self._inner)
        self._grid.setSpacing(measures.space_12)
        side, top = measures.space_20, measures.space_16
        column = QVBoxLayout(self)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(measures.space_12)
        column.addLayout(self._head())
        column.addWidget(self.message)
        column.addLayout(self._grid, 1)
        self.message.hide()
        self._arrange(narrow=False)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.session.appearance.measures.space_12)
        row.addWidget(TextLabel("申报包", LabelKind.TITLE))
        row.addStretch(1)
        row.addWidget(self.reason)
        for button in (self.check_button, self.verify_button, self.build_button):
            row.addWidget(button)
        return row

    def _fill_cards(self) -> None:
        appearance = self.session.appearance
        measures = appearance.measures
        self._findings_card.header.addWidget(self._summary)
        self._parts_card.header.addWidget(self._parts_summary)
        foot = QHBoxLayout()
        foot.setContentsMargins(measures.space_16, 8, measures.space_16, 8)
        foot.setSpacing(measures.space_8)
        foot.addWidget(IconLabel(appearance, Icon.CHECK_PASSED, Token.OK))
        foot.addWidget(self._withheld, 1)
        for card, view in ((self._findings_card, self.findings), (self._parts_card, self.parts)):
            card.body.setContentsMargins(0, 0, 0, 0)
            card.body.setSpacing(0)
            card.body.addWidget(view, 1)
        self._parts_card.body.addWidget(SeparatorLine())
        self._parts_card.body.addLayout(foot)
        self.parts.setMinimumHeight(appearance.px(_PARTS_HEIGHT))

    def _arrange(self, *, narrow: bool) -> None:
        """Three columns, or the parts above the other cards where room is short."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        px = self.session.appearance.px
        for part in (self._findings_card, self._parts_card, self._side_area):
            self._grid.removeWidget(part)
        self._side.removeWidget(self._parts_card)
        self._grid.addWidget(self._findings_card, 0, 0)
        if narrow:
            self._side.insertWidget(3, self._parts_card)
            self._grid.addWidget(self._side_area, 0, 1)
            shares = (1, 1, 0)
        else:
            self._grid.addWidget(self._parts_card, 0, 1)
            self._grid.addWidget(self._side_area, 0, 2)
            shares = (6, 5, 0)
        self._side_area.setMinimumWidth(px(300 if narrow else _SIDE))
        for place, share in enumerate(shares):
            self._grid.setColumnStretch(place, share)
