"""The card of one criterion; files may be dropped anywhere on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.appearance import Appearance
from desktop.ui.intake.intake_panel import IntakePanel
from desktop.ui.screens.criteria.bars import ActionBar, StepBar
from desktop.ui.screens.criteria.card_content import CardContent
from desktop.ui.screens.criteria.findings_list import FindingsList
from desktop.ui.screens.criteria.guidance_panel import GuidancePanel
from desktop.ui.screens.criteria.link_list import LinkList
from desktop.ui.screens.criteria.note_field import NoteField
from desktop.ui.screens.criteria.official_head import OfficialHead
from desktop.ui.screens.criteria.state_row import StateRow
from desktop.ui.widgets.card import SeparatorLine
from desktop.ui.widgets.drop_zone import dropped_paths
from desktop.ui.widgets.labels import LabelKind, TextLabel

_WIDEST = 880


class CriterionCard(QFrame):
    """Fixed rows above and below, everything else scrolls when room is short."""

    files_dropped = Signal(tuple)
    """Paths of files and folders."""

    def __init__(
        self, appearance: Appearance, *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName("条目卡")
        self._appearance = appearance
        self._criterion_id = ""
        self.read_only = read_only
        self.steps = StepBar(appearance)
        self.head = OfficialHead(appearance)
        self.state = StateRow(appearance)
        self.guidance = GuidancePanel(appearance)
        self.findings = FindingsList(appearance)
        self.intake = IntakePanel(appearance)
        self.links = LinkList(appearance)
        self.note = NoteField(appearance)
        self.action_bar = ActionBar(appearance)
        self.area = QScrollArea()
        self._veil = _DropVeil(self)
        self._lay_out(appearance)

    def show_content(self, content: CardContent) -> None:
        """Show a criterion, or a newer state of the same one."""
        other = content.id != self._criterion_id
        self._criterion_id = content.id
        self.head.show_content(content)
        self.state.show_content(content)
        self.guidance.show_content(content)
        self.findings.show_findings(content.findings)
        self.links.show_content(content)
        self.note.show_note(content.id, content.note_title, content.note)
        self.action_bar.show_content(content, read_only=self.read_only)
        self._hold(self.read_only)
        self._veil.show_target(content.id)
        if other:
            self.area.verticalScrollBar().setValue(0)

    def hand_over(self) -> None:
        """Tell of everything that was typed and not left yet."""
        self.links.hand_over()
        self.note.hand_over()

    def take_steps(self) -> None:
        """Put the row of steps back to the top of the card."""
        self._outer.insertWidget(0, self.steps)

    def set_compact(self, *, compact: bool) -> None:
        """Take the form for low windows."""
        self.head.set_compact(compact=compact)
        self.note.set_compact(compact=compact)
        self.links.set_compact(compact=compact)
        measures = self._appearance.measures
        self._body.setSpacing(measures.space_8 if compact else measures.space_12)
        top = measures.space_8 if compact else measures.space_12
        self._body.setContentsMargins(measures.space_16, top, measures.space_16, top)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()) and not self.read_only:
            event.acceptProposedAction()
            self._veil.cover()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        paths = dropped_paths(event.mimeData())
        if paths and not self.read_only:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._veil.setGeometry(self.rect())

    def _hold(self, read_only: bool) -> None:  # noqa: FBT001 - one private call
        self.state.set_read_only(read_only=read_only)
        self.links.set_read_only(read_only=read_only)
        self.note.editor.setReadOnly(read_only)

    def _lay_out(self, appearance: Appearance) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        column = QWidget()
        column.setMaximumWidth(appearance.px(_WIDEST))
        self._body = QVBoxLayout(column)
        parts = (
            self.head,
            self.state,
            self.guidance,
            self.findings,
            self.intake,
            self.links,
            self.note,
        )
        for part in parts:
            self._body.addWidget(part)
        self._body.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column, 1)
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.steps)
        outer.addWidget(SeparatorLine())
        outer.addWidget(self.area, 1)
        outer.addWidget(SeparatorLine())
        outer.addWidget(self.action_bar)
        self.set_compact(compact=False)


class _DropVeil(QFrame):
    """Says over the card what letting go will do."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self.setProperty("kind", "drop")
        self.setProperty("state", "over")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = TextLabel("", LabelKind.HEADING)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        self.hide()

    def show_target(self, criterion_id: str) -> None:
        self._words.setText(f"松开后添加到条目 {criterion_id}")

    def cover(self) -> None:
        """Lie over everything."""
        self.show()
        self.raise_()
