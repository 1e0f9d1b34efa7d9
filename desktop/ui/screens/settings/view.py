"""设置: cards in two columns, or in one where room is short."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.look_store import LookStore
from desktop.ui.screen import Screen
from desktop.ui.screens.settings.about_card import AboutCard
from desktop.ui.screens.settings.look_card import LookCard
from desktop.ui.screens.settings.password_card import PasswordCard
from desktop.ui.screens.settings.profile_card import ProfileCard
from desktop.ui.session import Session
from desktop.ui.user_files import user_folder, window_settings
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import LabelKind, TextLabel

_NARROW = 860
_WIDEST = 1240


class SettingsScreen(Screen):
    """Each card saves for itself."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.profile = ProfileCard(session)
        self.password = PasswordCard(session)
        self.look = LookCard(session.appearance, LookStore(window_settings(user_folder())))
        self.about = AboutCard(session)
        self._narrow: bool | None = None
        self._grid = QGridLayout()
        self._lay_out()
        session.changed.connect(self._refresh)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.profile, self.password, self.look, self.about)

    @override
    def leave(self) -> None:
        self.password.forget()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < self.session.appearance.px(_NARROW))

    def _refresh(self) -> None:
        if self.session.project is not None:
            self.profile.refresh()

    def _lay_out(self) -> None:
        measures = self.session.appearance.measures
        inner = QWidget()
        inner.setProperty("kind", "page")
        inner.setMaximumWidth(self.session.appearance.px(_WIDEST))
        self._grid.setSpacing(measures.space_12)
        side, top = measures.space_20, measures.space_16
        column = QVBoxLayout(inner)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(measures.space_12)
        column.addWidget(TextLabel("设置", LabelKind.TITLE))
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName("设置")
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._arrange(narrow=False)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        cards: tuple[Card, ...] = (self.profile, self.look, self.password, self.about)
        places = ((0, 0), (1, 0), (2, 0), (3, 0)) if narrow else ((0, 0), (1, 0), (0, 1), (1, 1))
        for card, (row, column) in zip(cards, places, strict=True):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 0 if narrow else 2)
