"""The right pane: what comes after the text is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.screens.undertakings.check_part import CheckPart
from desktop.ui.screens.undertakings.content import ProgressContent
from desktop.ui.screens.undertakings.scan_part import ScanPart
from desktop.ui.screens.undertakings.step_list import StepList
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.drop_zone import dropped_paths
from desktop.ui.widgets.labels import LabelKind, TextLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.rank import Rank

_STEPS = 5
_SCAN, _CHECK = 3, 4


class ProgressPane(QFrame):
    """Steps scroll; the sentence about the stamped paper is always in view."""

    files_dropped = Signal(tuple)
    """Paths that were let go anywhere on the pane."""

    def __init__(self, appearance: Appearance, *, read_only: bool) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setAccessibleName("办理进度")
        self._read_only = read_only
        self._looked_at: tuple[str, ...] = ()
        self._count = Badge("")
        self.steps = StepList(appearance, _STEPS)
        self.scans = ScanPart(appearance, read_only=read_only)
        self.check = CheckPart(appearance)
        self.steps.rows[_SCAN].body.addWidget(self.scans)
        self.steps.rows[_CHECK].body.addWidget(self.check)
        self.reminder = MessageBar(appearance, Rank.INFO, "")
        self._lay_out(appearance)
        self.setAcceptDrops(not read_only)
        self.scans.zone.paths_dropped.connect(self.files_dropped)

    def show_progress(self, content: ProgressContent) -> None:
        """Show how far one paper is; ticks go when there is something else to look at."""
        looked_at = (content.criterion_id, *(scan.evidence_id for scan in content.scans))
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            self.check.clear()
        self._count.setText(f"{content.done} / {_STEPS}")
        self.steps.show_steps(content.steps)
        self.scans.show_scans(content.scans)
        self.check.setVisible(not content.is_verified)
        obstacle = "项目以只读方式打开。" if self._read_only else content.verify_obstacle
        self.check.show_obstacle(obstacle)
        if content.reminder != self.reminder.text:
            self.reminder.show_message(Rank.INFO, content.reminder)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _lay_out(self, appearance: Appearance) -> None:
        measures = appearance.measures
        side = measures.space_16
        head = QHBoxLayout()
        head.setContentsMargins(side, 0, side, 0)
        title = TextLabel("办理进度", LabelKind.HEADING)
        title.setMinimumHeight(appearance.px(measures.card_header))
        head.addWidget(title, 1)
        head.addWidget(self._count)
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(self.steps)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("办理进度")
        area.setWidget(inner)
        foot = QVBoxLayout()
        foot.setContentsMargins(side, measures.space_8, side, measures.space_12)
        foot.addWidget(self.reminder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(SeparatorLine())
        outer.addWidget(area, 1)
        outer.addLayout(foot)
