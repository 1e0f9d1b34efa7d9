"""Icons and font files: one lookup for the source tree, the installed wheel and a frozen build."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_PACKAGE = Path(__file__).resolve().parent.parent


class Icon(StrEnum):
    """Every icon the program may show; the values are file names without size and style."""

    HOME = "home"
    CRITERIA = "task_list_square_ltr"
    FOLDER_OPEN = "folder_open"
    TABLE = "table"
    UNDERTAKING = "document_signature"
    PACKAGE = "box"
    SETTINGS = "settings"
    LOCK = "lock_closed"
    UNLOCK = "lock_open"
    SEARCH = "search"
    ADD = "add"
    IMPORT_DROP = "tray_item_add"
    LINK = "link"
    UNLINK = "link_dismiss"
    LOCATE = "location"
    OPEN_OUTSIDE = "open"
    RENAME = "rename"
    DELETE = "delete"
    COPY = "copy"
    EDIT = "edit"
    FLAG = "flag"
    HISTORY = "history"
    HINT = "lightbulb"
    FILTER = "filter"
    GRID = "grid"
    LIST = "text_bullet_list_square"
    CALENDAR = "calendar_ltr"
    EXPIRED = "calendar_clock"
    SCAN = "scan_text"
    CHOOSE_SCAN = "document_arrow_up"
    STAMP = "mp_stamp"
    PRINT = "print"
    IMPORT = "arrow_import"
    EXPORT = "arrow_export"
    INSERT_ROW = "table_add"
    DELETE_ROW = "table_delete_row"
    CHOOSE_COLUMNS = "column_edit"
    ATTACH = "attach"
    UNDO = "arrow_undo"
    REDO = "arrow_redo"
    VERIFY = "document_search"
    CHECK_PASSED = "shield_checkmark"
    ENCRYPTED = "shield_lock"
    CERTIFICATE = "certificate"
    RECOVERY_CODE = "key_reset"
    USB = "usb_stick"
    ARCHIVE = "archive"
    REPEAT = "arrow_sync"
    ERROR = "error_circle"
    WARNING = "warning"
    INFO = "info"
    DONE = "checkmark"
    CLOSE = "dismiss"
    EYE = "eye"
    PREVIOUS = "arrow_left"
    NEXT = "arrow_right"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ROTATE = "arrow_rotate_clockwise"
    PANEL = "panel_right"
    FILE_ERROR = "document_error"
    REDACTED = "document_lock"
    OFFLINE = "plug_disconnected"
    PERSON = "person"
    PEOPLE = "people"
    COMPANY = "building"
    MORE = "more_horizontal"
    DOCUMENT = "document_text"
    PDF = "document_pdf"
    PHOTO = "image"
    HONOUR = "ribbon"
    CHECKED = "checkmark_circle"
    HALF = "circle_half_fill"
    CIRCLE = "circle"
    CLOCK = "clock"
    NOT_CLAIMED = "subtract_circle"
    EXPAND = "chevron_right"
    COLLAPSE = "chevron_down"
    CHEVRON_UP = "chevron_up"
    CHEVRON_LEFT = "chevron_left"


FILLED = frozenset(
    {
        Icon.HOME,
        Icon.CRITERIA,
        Icon.FOLDER_OPEN,
        Icon.TABLE,
        Icon.UNDERTAKING,
        Icon.PACKAGE,
        Icon.SETTINGS,
        Icon.LOCK,
        Icon.CHECKED,
    }
)
"""Icons that also exist filled: the rail's selected entries and 已核对."""


def resource_root() -> Path:
    """The folder that holds `icons` and `fonts`.

    Raises:
        FileNotFoundError: The installation lacks it; nothing can be drawn then.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [_PACKAGE / "_resources", _PACKAGE.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "desktop" / "_resources")
    for folder in candidates:
        if (folder / "icons").is_dir():
            return folder
    raise FileNotFoundError("resources")


class IconStore:
    """Draws tinted icons once per name, colour, size and pixel ratio; the application holds it."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "icons"
        self._pixmaps: dict[tuple[Icon, bool, str, int, float], QPixmap] = {}
        self._texts: dict[str, bytes] = {}

    def pixmap(
        self, icon: Icon, colour: QColor, size: int, ratio: float, *, filled: bool = False
    ) -> QPixmap:
        """One tinted picture; `size` in logical pixels, `ratio` device pixels per logical one.

        Raises:
            FileNotFoundError: The icon is not shipped, or not filled.
        """
        key = (icon, filled, colour.name(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(icon, colour, size, ratio, filled=filled)
        return self._pixmaps[key]

    def tinted(  # every argument is one degree of freedom of a tinted icon
        self,
        icon: Icon,
        colour: QColor,
        disabled: QColor,
        size: int,
        ratios: Iterable[float],
        *,
        filled: bool = False,
    ) -> QIcon:
        """A QIcon with normal and disabled pictures for each pixel ratio in use."""
        made = QIcon()
        for ratio in ratios:
            made.addPixmap(self.pixmap(icon, colour, size, ratio, filled=filled))
            faded = self.pixmap(icon, disabled, size, ratio, filled=filled)
            made.addPixmap(faded, QIcon.Mode.Disabled)
        return made

    def application_icon(self) -> QIcon:
        """The program's own icon in the sizes that title bars and task bars ask for."""
        renderer = QSvgRenderer(QByteArray((self._folder / "miping.svg").read_bytes()))
        made = QIcon()
        for size in (16, 20, 24, 32, 48, 64, 128, 256):
            made.addPixmap(_render(renderer, size))
        return made

    def _draw(
        self, icon: Icon, colour: QColor, size: int, ratio: float, *, filled: bool
    ) -> QPixmap:
        renderer = QSvgRenderer(QByteArray(self._svg(icon, filled=filled)))
        pixmap = _render(renderer, round(size * ratio))
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), colour)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _svg(self, icon: Icon, *, filled: bool) -> bytes:
        name = f"{icon.value}_20_{'filled' if filled else 'regular'}.svg"
        if name not in self._texts:
            self._texts[name] = (self._folder / name).read_bytes()
        return self._texts[name]


def _render(renderer: QSvgRenderer, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap
