"""A crash report tells where and what kind, and nothing of the user's."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.crash_report import CrashReport, CrashReporter, build_report, save_report
from desktop.ui.formats import date_text

pytestmark = pytest.mark.usefixtures("qtbot")

SECRET = "示例公司的秘密"


@pytest.fixture
def reporter() -> Iterator[CrashReporter]:
    kept = (sys.excepthook, threading.excepthook)
    made = CrashReporter()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = kept


def _caught() -> BaseException:
    try:
        try:
            dict[str, str]()[SECRET]
        except KeyError as cause:
            raise ValueError(SECRET) from cause
    except ValueError as error:
        return error
    raise AssertionError


def _caught_in_our_code() -> BaseException:
    try:
        date_text(None)  # type: ignore[arg-type] # the wrong type makes it fail inside our code
    except AttributeError as error:
        return error
    raise AssertionError


def test_the_report_names_types_and_causes_but_no_values() -> None:
    report = build_report(_caught())
    assert report.kinds == ("builtins.ValueError", "builtins.KeyError")
    assert SECRET not in report.text


def test_places_are_our_own_modules_with_lines_and_no_paths() -> None:
    report = build_report(_caught_in_our_code())
    assert len(report.places) == 1
    assert report.places[0].startswith("desktop.ui.formats:")
    assert str(Path(__file__).parent) not in report.text


def test_versions_are_told() -> None:
    text = build_report(_caught()).text
    assert "Python 3." in text
    assert "PySide6" in text


def test_the_report_can_be_saved(tmp_path: Path) -> None:
    report = CrashReport(("a.B",), ("desktop.x:1",), ("秘评 0",))
    save_report(report, tmp_path / "报告.txt")
    assert (tmp_path / "报告.txt").read_text(encoding="utf-8") == report.text


def test_an_uncaught_exception_is_logged_redacted_and_announced(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    error = _caught()
    with caplog.at_level(logging.CRITICAL), qtbot.waitSignal(reporter.reported) as waited:
        sys.excepthook(type(error), error, error.__traceback__)
    assert waited.args is not None
    assert waited.args[0].kinds[0] == "builtins.ValueError"
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text


def test_a_thread_that_dies_is_announced(reporter: CrashReporter, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(reporter.reported) as waited:
        worker = threading.Thread(target=fail)
        worker.start()
        worker.join()
    assert waited.args is not None
    assert waited.args[0].kinds == ("builtins.ZeroDivisionError",)


def test_uninstalling_gives_the_hooks_back(reporter: CrashReporter) -> None:
    reporter.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
