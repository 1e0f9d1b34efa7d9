"""Where the stamped scan comes back: a place to drop it, and what is attached already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.evidence import DisclosureLevel
from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.undertakings.content import ScanLine
from desktop.ui.tokens import Token
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.field import FieldNote
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.rank import Rank


class ScanRow(QWidget):
    """One scan: number and title, level, what is doubtful, and where to look at it."""

    opened = Signal(str)
    released = Signal(str)
    """The user lets the scan go into the package."""

    def __init__(self, appearance: Appearance, scan: ScanLine, *, read_only: bool) -> None:
        super().__init__()
        name = f"{scan.evidence_id}  {scan.title}"
        title = ElidedLabel(name, LabelKind.COMPACT, elide=Qt.TextElideMode.ElideMiddle)
        head = QHBoxLayout()
        head.setSpacing(appearance.measures.space_4)
        small = appearance.measures.icon_small
        head.addWidget(IconLabel(appearance, Icon.SCAN, Token.TEXT2, small))
        head.addWidget(title, 1)
        head.addWidget(Badge(scan.level.value))
        look = ActionButton(appearance, "查看", ButtonKind.TEXT, compact=True)
        look.setAccessibleName(f"在证据库中查看 {name}")
        look.clicked.connect(lambda: self.opened.emit(scan.evidence_id))
        foot = QHBoxLayout()
        foot.addWidget(TextLabel(scan.added, LabelKind.CAPTION))
        foot.addStretch(1)
        if scan.level is DisclosureLevel.UNDECIDED and not read_only:
            release = ActionButton(appearance, "设为可提交", ButtonKind.TEXT, compact=True)
            release.setAccessibleName(f"把 {name} 设为可提交")
            release.clicked.connect(lambda: self.released.emit(scan.evidence_id))
            foot.addWidget(release)
        foot.addWidget(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(foot)
        if scan.caution:
            note = FieldNote(appearance, Rank.WARNING)
            column.addWidget(note)
            note.say(scan.caution)


class ScanPart(QWidget):
    """Rows are made anew when something about a scan changed."""

    opened = Signal(str)
    released = Signal(str)

    def __init__(self, appearance: Appearance, *, read_only: bool) -> None:
        super().__init__()
        self._appearance = appearance
        self._read_only = read_only
        self._scans: tuple[ScanLine, ...] = ()
        self.rows: list[ScanRow] = []
        self.zone = DropZone(appearance, "拖放扫描件")
        self.zone.choose_button.setAccessibleName("选择盖章扫描件")
        self.zone.setEnabled(not read_only)
        self.problem = FieldNote(appearance)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, appearance.measures.space_4, 0, 0)
        self._column.setSpacing(appearance.measures.space_8)
        self._column.addWidget(self.zone)
        self._column.addWidget(self.problem)

    def show_scans(self, scans: Sequence[ScanLine]) -> None:
        """Show what is attached."""
        if tuple(scans) == self._scans:
            return
        self._scans = tuple(scans)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ScanRow(self._appearance, s, read_only=self._read_only) for s in self._scans]
        for row in self.rows:
            row.opened.connect(self.opened)
            row.released.connect(self.released)
            self._column.addWidget(row)
