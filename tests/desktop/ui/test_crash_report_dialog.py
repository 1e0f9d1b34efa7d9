"""The crash dialog can be read and saved."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.crash_report import CrashReport
from desktop.ui.crash_report_dialog import CrashReportDialog

REPORT = CrashReport(("builtins.ValueError",), ("desktop.ui.formats:1",), ("秘评 0.1.0",))


def test_the_whole_report_is_shown_before_it_is_saved(appearance: Appearance, qtbot: QtBot) -> None:
    dialog = CrashReportDialog(appearance, REPORT)
    qtbot.addWidget(dialog)
    assert dialog.account.toPlainText().strip() == REPORT.text.strip()
    assert dialog.account.isReadOnly()


def test_saving_says_how_it_went(appearance: Appearance, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashReportDialog(appearance, REPORT)
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path / "no such folder" / "报告.txt")
    assert dialog.outcome.text() == "此处无法写入，请换一个位置。"
    dialog.save_to(tmp_path / "报告.txt")
    assert dialog.outcome.text() == "报告已保存。"
    assert (tmp_path / "报告.txt").is_file()
