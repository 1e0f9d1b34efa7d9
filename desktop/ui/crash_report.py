"""What is said and kept when the program itself errs: no contents, never sent anywhere."""

import logging
import platform
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType, TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion

_OWN_PACKAGES = ("desktop", "rubric")
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class CrashReport:
    """A redacted account: types and places, no messages, no values, no paths.

    Attributes:
        kinds: Qualified type names, the exception first, then its causes.
        places: "module:line" of our own frames of the first exception, outermost first.
        versions: Program, Python, Qt and system.
    """

    kinds: tuple[str, ...]
    places: tuple[str, ...]
    versions: tuple[str, ...]

    @property
    def text(self) -> str:
        """The report as people read and save it."""
        lines = ["秘评 故障报告", "", "类型"]
        lines += [f"  {kind}" for kind in self.kinds]
        lines += ["位置", *(f"  {place}" for place in self.places)]
        lines += ["版本", *(f"  {name}" for name in self.versions)]
        return "\n".join(lines) + "\n"


def build_report(error: BaseException) -> CrashReport:
    """Keep of an exception what cannot hold anything of the user's."""
    kinds = tuple(f"{type(link).__module__}.{type(link).__qualname__}" for link in _chain(error))
    return CrashReport(kinds, tuple(_own_places(error.__traceback__)), _versions())


def save_report(report: CrashReport, target: Path) -> None:
    """Write the report where the user asked for it.

    Raises:
        OSError: The place cannot be written.
    """
    target.write_text(report.text, encoding="utf-8")


class CrashReporter(QObject):
    """Collects unexpected exceptions from every thread; `reported` arrives on the GUI thread."""

    reported = Signal(object)
    """A CrashReport."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over what Python does with exceptions that nobody caught."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_uncaught

    def uninstall(self) -> None:
        """Give the hooks back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Log and announce one exception; any thread."""
        made = build_report(error)
        _LOG.critical("unexpected %s at %s", " from ".join(made.kinds), ", ".join(made.places))
        self._posted.emit(made)

    def _on_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error.with_traceback(trace))

    def _on_thread_uncaught(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    @Slot(object)
    def _pass_on(self, made: CrashReport) -> None:
        self.reported.emit(made)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or link.__context__


def _own_places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        name = _module_name(trace.tb_frame)
        if name.partition(".")[0] in _OWN_PACKAGES:
            yield f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next


def _module_name(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _versions() -> tuple[str, ...]:
    try:
        own = version("miping")
    except PackageNotFoundError:
        own = "源代码"
    return (
        f"秘评 {own}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
