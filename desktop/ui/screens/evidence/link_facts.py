"""The criteria that a file serves: go there, or take the link away."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon
from desktop.ui.screens.evidence.content import LinkFact
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel
from desktop.ui.widgets.state_badge import state_glyph

_SHARE_NAME: Final = 3
_SHARE_LOCATOR: Final = 2


class LinkFacts(QWidget):
    """One line for each criterion."""

    criterion_activated = Signal(str)
    unlink_requested = Signal(str)
    link_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._links: tuple[LinkFact, ...] = ()
        self._read_only = False
        self.rows: list[QWidget] = []
        self.link_button = ActionButton(
            appearance, "关联到其他条目", ButtonKind.TEXT, Icon.LINK, compact=True
        )
        self._none = TextLabel("未关联任何条目，不会放入申报包", LabelKind.CAUTION, wraps=True)
        head = QHBoxLayout()
        head.addWidget(TextLabel("用于条目", LabelKind.HEADING))
        head.addStretch(1)
        head.addWidget(self.link_button)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(appearance.measures.space_4)
        outer.addLayout(head)
        outer.addWidget(self._none)
        outer.addLayout(self._body)
        self.link_button.clicked.connect(self.link_requested)

    def show_links(self, links: tuple[LinkFact, ...]) -> None:
        """Show the criteria of a file."""
        self._none.setVisible(not links)
        if links == self._links:
            return
        self._links = links
        for row in self.rows:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(link) for link in links]
        for row in self.rows:
            self._body.addWidget(row)

    def set_read_only(self, *, read_only: bool) -> None:
        self._read_only = read_only
        self.link_button.setEnabled(not read_only)

    def _row(self, link: LinkFact) -> QWidget:
        appearance = self._appearance
        glyph = state_glyph(link.state)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.measures.space_8)
        small = appearance.measures.icon_small
        icon = IconLabel(
            appearance, glyph.icon, glyph.token, small, filled=glyph.filled, name=link.state.value
        )
        go = ActionButton(appearance, link.criterion_id, ButtonKind.TEXT, compact=True)
        go.setAccessibleName(f"打开条目 {link.criterion_id} {link.short}")
        go.setToolTip(f"打开条目 {link.criterion_id}")
        go.clicked.connect(lambda: self.criterion_activated.emit(link.criterion_id))
        off = IconButton(appearance, Icon.UNLINK, f"解除与条目 {link.criterion_id} 的关联")
        off.setEnabled(not self._read_only)
        off.clicked.connect(lambda: self.unlink_requested.emit(link.criterion_id))
        layout.addWidget(icon)
        layout.addWidget(go)
        layout.addWidget(_sharing(link.short, LabelKind.COMPACT), _SHARE_NAME)
        if link.locator:
            layout.addWidget(_sharing(link.locator, LabelKind.SECONDARY), _SHARE_LOCATOR)
        layout.addWidget(off)
        return row


def _sharing(text: str, kind: LabelKind) -> ElidedLabel:
    """A label that takes its share of the line, not what its text would like."""
    label = ElidedLabel(text, kind)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return label
