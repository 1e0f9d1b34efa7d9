"""The chosen theme and text size, kept for the next start."""

from PySide6.QtCore import QSettings

from desktop.ui.theme import TextScale, ThemeChoice

_THEME = "look/theme"
_SCALE = "look/scale"


class LookStore:
    """Reads and writes the window's ini file; what it does not know counts as the default."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def load(self) -> tuple[ThemeChoice, TextScale]:
        """What was chosen last."""
        theme, scale = self._settings.value(_THEME), self._settings.value(_SCALE)
        choice = next((item for item in ThemeChoice if item.name == theme), ThemeChoice.SYSTEM)
        size = next((item for item in TextScale if item.name == scale), TextScale.NORMAL)
        return choice, size

    def save(self, choice: ThemeChoice, scale: TextScale) -> None:
        """Keep a choice."""
        self._settings.setValue(_THEME, choice.name)
        self._settings.setValue(_SCALE, scale.name)
