from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.intake.intake import IntakeReport, Refusal
from desktop.ui.intake.intake_panel import IntakePanel


def test_refused_files_are_listed_at_once(qtbot: QtBot, appearance: Appearance) -> None:
    panel = IntakePanel(appearance)
    qtbot.addWidget(panel)
    panel.show_report(IntakeReport(refused=(Refusal("空.pdf", "没有内容。"),)), "条目 4.1.4：")
    assert not panel.details.isHidden()
    assert panel.details.toPlainText() == "空.pdf：没有内容。"
    assert panel.bar.text == "条目 4.1.4：已添加 0 件；1 件没有添加。"
    panel.bar.action_triggered.emit()
    assert panel.details.isHidden()
    assert panel.bar.action_button.text() == "查看明细"


def test_the_panel_goes_when_it_is_closed(qtbot: QtBot, appearance: Appearance) -> None:
    panel = IntakePanel(appearance)
    qtbot.addWidget(panel)
    panel.show_report(IntakeReport())
    assert not panel.isHidden()
    panel.close_button.click()
    assert panel.isHidden()
