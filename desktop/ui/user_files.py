"""Where this computer keeps what belongs to no project: the window's place, recent files."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths


def user_folder() -> Path:
    """The program's folder of the person who is logged in; it may not exist yet."""
    place = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(place))


def window_settings(folder: Path) -> QSettings:
    """Sizes and choices of the window, in an ini file that names no project."""
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
