"""Qt's own words in Chinese: buttons of file dialogs, context menus, calendars."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

CHINA = QLocale(QLocale.Language.Chinese, QLocale.Country.China)


def load_qt_chinese() -> QTranslator | None:
    """Load qtbase_zh_CN as Qt ships it; None where the installation lacks it.

    The caller keeps the translator alive as long as it is installed.
    """
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load("qtbase_zh_CN", folder) else None
