"""The QApplication of the program: style, palette, fonts, icon, Chinese for Qt's own words."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from desktop.ui.appearance import Appearance
from desktop.ui.crash_report import CrashReport, CrashReporter
from desktop.ui.crash_report_dialog import CrashReportDialog
from desktop.ui.fonts import find_families
from desktop.ui.resources import IconStore, resource_root
from desktop.ui.style_sheet import build_style_sheet
from desktop.ui.theme import TextScale, Theme, ThemeChoice, build_palette, choose_theme
from desktop.ui.theme_focus import FocusRing
from desktop.ui.theme_style import MipingStyle
from desktop.ui.tokens import TYPE
from desktop.ui.translations import CHINA, load_qt_chinese


class MipingApplication(QApplication):
    """Holds what lives as long as the program: the appearance, the translator, the ring.

    Keep the instance (and the main window) in a module global of `__main__`, or leave the process
    with `os._exit`: as locals of a function they are torn down in an order that crashes.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        super().__init__(list(arguments))
        QLocale.setDefault(CHINA)
        self.setApplicationName("Miping")
        self.setApplicationDisplayName("秘评")
        self._translator = load_qt_chinese()
        if self._translator is not None:
            self.installTranslator(self._translator)
        root = resource_root()
        self._choice = ThemeChoice.SYSTEM
        self._scale = TextScale.NORMAL
        self._families = find_families(root)
        theme = self._wanted_theme()
        self.appearance = Appearance(theme, IconStore(root), self._families, self._ratios())
        self._apply(theme)
        self.setWindowIcon(self.appearance.application_icon())
        self.focus_ring = FocusRing(self.appearance, self)
        self.crash_reporter = CrashReporter(self)
        self._crash_dialog: CrashReportDialog | None = None
        self._connect()

    def set_look(self, choice: ThemeChoice, scale: TextScale) -> None:
        """Take over 主题 and 字号 from the settings; open windows follow at once."""
        self._choice = choice
        self._scale = scale
        self._follow_system()

    def _connect(self) -> None:
        self.focusChanged.connect(self.focus_ring.follow)
        self.crash_reporter.reported.connect(self._show_crash)
        hints = self.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self.screenAdded.connect(self._follow_screens)
        self.screenRemoved.connect(self._follow_screens)

    def _wanted_theme(self) -> Theme:
        hints = self.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return choose_theme(
            self._choice,
            hints.colorScheme(),
            self._scale,
            high_contrast=contrast is Qt.ContrastPreference.HighContrast,
        )

    def _follow_system(self) -> None:
        theme = self._wanted_theme()
        if theme != self.appearance.theme:
            self._apply(theme)
            self.appearance.set_theme(theme)

    def _apply(self, theme: Theme) -> None:
        self.setFont(theme.font(TYPE.body, self._families.interface_font()))
        if theme.high_contrast:
            self.setStyleSheet("")
            self.setStyle("Fusion")
            self.setPalette(self.style().standardPalette())
            return
        self.setStyle(MipingStyle(theme))
        self.setPalette(build_palette(theme))
        self.setStyleSheet(build_style_sheet(theme))

    def _follow_screens(self, _screen: QScreen) -> None:
        self.appearance.set_ratios(self._ratios())

    def _ratios(self) -> tuple[float, ...]:
        return tuple(sorted({screen.devicePixelRatio() for screen in self.screens()} | {1.0}))

    def _show_crash(self, report: CrashReport) -> None:
        """One dialog at a time: the first failure explains the next ones best."""
        if self._crash_dialog is None:
            dialog = CrashReportDialog(self.appearance, report, self.activeWindow())
            dialog.finished.connect(self._forget_crash)
            self._crash_dialog = dialog
            dialog.open()

    def _forget_crash(self) -> None:
        dialog, self._crash_dialog = self._crash_dialog, None
        if dialog is not None:
            dialog.deleteLater()
