"""Guards for every test: no network, no home of the person at the machine, no screen, own time."""

import os
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.fake_clock import FakeClock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
WINDOW_FONT = ROOT / "resources" / "fonts" / "NotoSansSC-Medium.ttf"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The key store of the person at the machine is never touched; tests that need one bring their own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# No example may fail because the machine was busy.
settings.register_profile("miping", deadline=None)
settings.load_profile("miping")


class NetworkUsedError(RuntimeError):
    """A test reached for the network."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Stop a connection before it is made, whatever library asks for it.

    Sockets of the file system stay free: the standard library talks to its own processes by them.
    """
    if event == "socket.getaddrinfo" or (
        event in {"socket.connect", "socket.sendto", "socket.bind"}
        and isinstance(arguments[1], tuple)
        and not _is_own_pipe(arguments[1])
    ):
        raise NetworkUsedError(event)


def _is_own_pipe(address: tuple[object, ...]) -> bool:
    """Windows has no socket pairs: there asyncio joins its own two ends over the loopback."""
    return sys.platform == "win32" and ip_address(str(address[0])).is_loopback


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty home of its own for each test."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name, below in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        place = folder / below
        place.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(place))
    return folder


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still."""
    return FakeClock()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where a test puts its pictures: a folder that stays when `tasks.py screens` names one."""
    folder = Path(os.environ.get("MIPING_SCREENS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application with the font that the program carries, so that pictures are alike."""
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication

    number = QFontDatabase.addApplicationFont(str(WINDOW_FONT))
    families = QFontDatabase.applicationFontFamilies(number)
    assert families, f"{WINDOW_FONT.name} is not a font that Qt can read"
    if type(qapp) is QApplication:  # the program's own class has chosen its font already
        qapp.setFont(QFont(families[0]))
    return qapp
