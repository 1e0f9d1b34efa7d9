"""总览: cards that take their places by the room there is."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.places import CRITERIA, PACKAGE, Place
from desktop.ui.resources import Icon
from desktop.ui.screen import Screen
from desktop.ui.screens.overview.content import HalfContent, Order, OverviewContent, SectionContent
from desktop.ui.screens.overview.presenter import OverviewPresenter
from desktop.ui.screens.overview.readiness_card import ReadinessCard
from desktop.ui.screens.overview.score_card import ScoreCard
from desktop.ui.screens.overview.todo_table import TodoTable
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.half_year_strip import HalfYear, HalfYearStrip, StripValues
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.section_bars import SectionBars, SectionValues
from desktop.ui.widgets.segmented_control import Segment, SegmentedControl

_NARROW = 1080
_TABLE_HEIGHT = 200


class OverviewScreen(Screen):
    """Reads the snapshot whenever it changes; changes nothing itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        appearance = session.appearance
        self.presenter = OverviewPresenter(self)
        self._sections: tuple[SectionContent, ...] = ()
        self._next = ""
        self._narrow: bool | None = None
        self.subtitle = TextLabel("", LabelKind.SECONDARY)
        self.continue_button = ActionButton(appearance, "", ButtonKind.PRIMARY, Icon.NEXT)
        self.continue_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.score_card = ScoreCard(appearance)
        self.bars = SectionBars(appearance)
        self.strip = HalfYearStrip(appearance, _empty_strip(session.services.clock.today()))
        self.half_ids = TextLabel("", LabelKind.CAPTION)
        self.todo_summary = TextLabel("", LabelKind.SECONDARY)
        self.order = SegmentedControl(
            appearance, "待办排序", [Segment(order.value, order.value) for order in Order]
        )
        self.table = TodoTable(appearance)
        self.readiness_card = ReadinessCard(appearance)
        self._section_card = Card(appearance, "各部分")
        self._strip_card = Card(appearance)
        self._todo_card = Card(appearance, "待办")
        self._grid = QGridLayout()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the present snapshot."""
        project = self.session.project
        if project is None:
            return
        services = self.session.services
        self.presenter.show(
            project.rubric,
            project.assessment,
            services.scoring.sheet(project),
            services.prechecks.findings(project),
            services.clock.today(),
        )

    def show_content(self, content: OverviewContent) -> None:
        """Put everything in its place."""
        self._sections, self._next = content.sections, content.next_id
        self.subtitle.setText(content.subtitle)
        self.continue_button.setVisible(bool(content.next_id))
        self.continue_button.setText(f"继续自评：{content.next_id}")
        self.score_card.show_score(content.score)
        self.bars.show_sections([_values(section) for section in content.sections])
        self._show_halves(content)
        self.todo_summary.setText(content.todo_summary)
        self.table.show_todos(content.todos)
        self.table.setVisible(bool(content.todos))
        self.readiness_card.show_readiness(content.readiness)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.continue_button, self.bars, self.table, self.readiness_card)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < _NARROW)

    def _show_halves(self, content: OverviewContent) -> None:
        self._strip_card.setVisible(content.halves is not None)
        if content.halves is None:
            return
        first, second = content.halves
        today = self.session.services.clock.today()
        self.half_ids.setText(content.half_ids)
        self.strip.show_values(
            StripValues(
                content.year,
                (_half(first), _half(second)),
                (),
                today if today.year == content.year else None,
            )
        )

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.continue_button.clicked.connect(self._continue)
        self.bars.section_activated.connect(self._open_section)
        self.table.jump_requested.connect(self.session.go)
        self.order.chosen.connect(self._sort)
        self.readiness_card.package_requested.connect(lambda: self.session.go(Place(PACKAGE)))

    def _continue(self) -> None:
        self.session.go(Place(CRITERIA, self._next))

    def _open_section(self, position: int) -> None:
        self.session.go(Place(CRITERIA, self._sections[position].first_open))

    def _sort(self, key: str) -> None:
        self.presenter.set_order(Order(key))
        self.refresh()

    def _lay_out(self) -> None:
        measures = self.session.appearance.measures
        self._section_card.body.addWidget(self.bars)
        self._section_card.body.addStretch(1)
        self._fill_strip_card()
        self._todo_card.header.insertWidget(1, self.todo_summary)
        self._todo_card.header.addWidget(self.order)
        self._todo_card.body.setContentsMargins(0, 0, 0, 0)
        self._todo_card.body.addWidget(self.table)
        self.table.setMinimumHeight(self.session.appearance.px(_TABLE_HEIGHT))
        self._grid.setSpacing(measures.space_12)
        self._arrange(narrow=False)
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(
            measures.space_20, measures.space_16, measures.space_20, measures.space_16
        )
        column.setSpacing(measures.space_12)
        column.addLayout(self._head())
        column.addLayout(self._grid, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("总览")
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.session.appearance.measures.space_12)
        row.addWidget(TextLabel("总览", LabelKind.TITLE))
        row.addWidget(self.subtitle)
        row.addStretch(1)
        row.addWidget(self.continue_button)
        return row

    def _fill_strip_card(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(TextLabel("指导记录", LabelKind.COMPACT))
        words.addWidget(self.half_ids)
        row = QHBoxLayout()
        row.setSpacing(self.session.appearance.measures.space_24)
        row.addLayout(words)
        row.addWidget(self.strip, 1)
        self._strip_card.body.addLayout(row)

    def _arrange(self, *, narrow: bool) -> None:
        """Two columns where there is room, one below the other where there is not."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        wide = (
            (self.score_card, 0, 0, 3),
            (self._section_card, 0, 3, 4),
            (self._strip_card, 1, 0, 7),
            (self._todo_card, 2, 0, 5),
            (self.readiness_card, 2, 5, 2),
        )
        for index, (card, row, column, span) in enumerate(wide):
            self._grid.removeWidget(card)
            if narrow:
                self._grid.addWidget(card, index, 0, 1, 7)
            else:
                self._grid.addWidget(card, row, column, 1, span)
        for column in range(7):
            self._grid.setColumnStretch(column, 1)
        for row in range(len(wide)):
            self._grid.setRowStretch(row, 1 if row == (3 if narrow else 2) else 0)


def _values(section: SectionContent) -> SectionValues:
    return SectionValues(
        section.ordinal,
        section.name,
        section.verified,
        section.expected,
        section.full,
        section.verified_count,
        section.count,
    )


def _half(half: HalfContent) -> HalfYear:
    return HalfYear(Rank(half.tone.value), half.words)


def _empty_strip(today: date) -> StripValues:
    nothing = HalfYear(Rank.NEUTRAL, "")
    return StripValues(today.year, (nothing, nothing), (), None)
