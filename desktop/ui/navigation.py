"""The pages of the window in the order of the rail: to add one, add one line."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui import places
from desktop.ui.resources import Icon
from desktop.ui.screen import Screen
from desktop.ui.screens.criteria.view import CriteriaScreen
from desktop.ui.screens.evidence.view import EvidenceScreen
from desktop.ui.screens.history.view import HistoryScreen
from desktop.ui.screens.overview.view import OverviewScreen
from desktop.ui.screens.package.view import PackageScreen
from desktop.ui.screens.settings.view import SettingsScreen
from desktop.ui.screens.undertakings.view import UndertakingsScreen
from desktop.ui.session import Session


@dataclass(frozen=True)
class ScreenSpec:
    """One page.

    Attributes:
        id: Stable name, used by `Place`.
        title: What the rail calls it.
        shortcut: In Qt's spelling.
        at_foot: Stands at the lower end of the rail.
    """

    id: str
    title: str
    icon: Icon
    make: Callable[[Session], Screen]
    shortcut: str
    at_foot: bool = False


SCREENS: tuple[ScreenSpec, ...] = (
    ScreenSpec(places.OVERVIEW, "总览", Icon.HOME, OverviewScreen, "Ctrl+1"),
    ScreenSpec(places.CRITERIA, "逐项自评", Icon.CRITERIA, CriteriaScreen, "Ctrl+2"),
    ScreenSpec(places.EVIDENCE, "证据库", Icon.FOLDER_OPEN, EvidenceScreen, "Ctrl+3"),
    ScreenSpec(places.UNDERTAKINGS, "承诺书", Icon.UNDERTAKING, UndertakingsScreen, "Ctrl+4"),
    ScreenSpec(places.PACKAGE, "申报包", Icon.PACKAGE, PackageScreen, "Ctrl+5"),
    ScreenSpec(places.HISTORY, "变更记录", Icon.HISTORY, HistoryScreen, "Ctrl+6", at_foot=True),
    ScreenSpec(places.SETTINGS, "设置", Icon.SETTINGS, SettingsScreen, "Ctrl+7", at_foot=True),
)
