"""The line at the foot: offline, where the file is, which edition, and what a score is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.appearance import Appearance
from desktop.ui.frame.facts import OFFLINE, PROVISIONAL, FrameFacts
from desktop.ui.frame.job_status import JobStatus
from desktop.ui.resources import Icon
from desktop.ui.tokens import Token
from desktop.ui.widgets.labels import ElidedLabel, IconLabel, LabelKind, TextLabel


class StatusBar(QFrame):
    """The last phrase is there on every page; a long path gives way first."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        measures = appearance.measures
        self.setProperty("kind", "bar")
        self.setAccessibleName("状态")
        self.setMinimumHeight(appearance.px(measures.status_bar))
        self.offline = TextLabel(OFFLINE, LabelKind.CAPTION)
        self.path = ElidedLabel("", LabelKind.CAPTION, elide=Qt.TextElideMode.ElideMiddle)
        self.job = JobStatus(appearance)
        self.edition = ElidedLabel("", LabelKind.CAPTION)
        self.provisional = TextLabel(PROVISIONAL, LabelKind.CAPTION)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(measures.space_16, 0, measures.space_16, 0)
        layout.setSpacing(measures.space_8)
        layout.addWidget(IconLabel(appearance, Icon.OFFLINE, Token.TEXT3, measures.icon_small))
        layout.addWidget(self.offline)
        layout.addSpacing(measures.space_8)
        layout.addWidget(self.path)
        layout.addStretch(1)
        layout.addWidget(self.job)
        layout.addSpacing(measures.space_8)
        layout.addWidget(self.edition)
        layout.addSpacing(measures.space_8)
        layout.addWidget(self.provisional)

    def show_facts(self, facts: FrameFacts) -> None:
        self.path.setText(facts.path)
        self.edition.setText(facts.edition)
