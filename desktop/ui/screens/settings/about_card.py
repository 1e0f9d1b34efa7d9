"""What this program is, which edition it holds, and whose work is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from desktop.services.jobs import Job
from desktop.ui.resources import Icon, resource_root
from desktop.ui.screens.settings.presenter import (
    OFFLINE,
    SECRETS,
    Licence,
    about_rows,
    licence_text,
    licences,
)
from desktop.ui.session import Session
from desktop.ui.tokens import TYPE
from desktop.ui.widgets.buttons import ActionButton, ButtonKind
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import LabelKind, TextLabel

_TEXT_HEIGHT = 220


class AboutCard(Card):
    """Licences are read when they are asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.appearance, "关于")
        appearance = session.appearance
        self._session = session
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(appearance.measures.space_16)
        grid.setVerticalSpacing(appearance.measures.space_4)
        self.values: dict[str, TextLabel] = {}
        for row, (word, value) in enumerate(about_rows(session.require_project().rubric)):
            label = TextLabel(value, LabelKind.COMPACT, wraps=True, selectable=True)
            label.setAccessibleName(word)
            self.values[word] = label
            grid.addWidget(TextLabel(word, LabelKind.SECONDARY), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1)
        self.values["文本校验值"].setFont(appearance.mono_font(TYPE.caption))
        self.sources = TextLabel("", LabelKind.SECONDARY, wraps=True)
        self.licence_button = ActionButton(
            appearance, "查看字体与图标的许可", ButtonKind.TEXT, Icon.DOCUMENT, compact=True
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("许可全文")
        self.text.setFixedHeight(appearance.px(_TEXT_HEIGHT))
        self.text.setFont(appearance.mono_font(TYPE.caption))
        self.body.addLayout(grid)
        self.body.addWidget(TextLabel(OFFLINE, LabelKind.COMPACT, wraps=True))
        self.body.addWidget(TextLabel(SECRETS, LabelKind.ERROR, wraps=True))
        self.body.addWidget(self.licence_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.sources)
        self.body.addWidget(self.text)
        self.sources.hide()
        self.text.hide()
        self.licence_button.clicked.connect(self._toggle)

    def _toggle(self) -> None:
        if self.text.isVisibleTo(self):
            self.sources.hide()
            self.text.hide()
        else:
            root = resource_root()
            self._session.run(Job("读取许可", lambda _context: licences(root)), self._show)

    def _show(self, found: tuple[Licence, ...]) -> None:
        self.sources.setText("\n".join(f"{item.name}：{item.licence}" for item in found))
        self.text.setPlainText(licence_text(found))
        self.sources.show()
        self.text.show()
