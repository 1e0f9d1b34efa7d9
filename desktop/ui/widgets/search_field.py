"""A field that narrows a list while one types."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.appearance import Appearance
from desktop.ui.resources import Icon


class SearchField(QLineEdit):
    """An icon before the text, a button that clears it behind."""

    def __init__(
        self,
        appearance: Appearance,
        icon: Icon,
        placeholder: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = icon
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self._mark = QAction(self)
        self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self._take_look()
        appearance.changed.connect(self._take_look)

    def _take_look(self) -> None:
        small = self._appearance.measures.icon_small
        self._mark.setIcon(self._appearance.icon(self._icon, size=small))
