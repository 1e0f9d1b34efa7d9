"""Files and folders from the file manager arrive with their names intact."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.widgets.drop_zone import DropZone, dropped_paths


def _data(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _drop(qapp: MipingApplication, zone: DropZone, data: QMimeData) -> bool:
    point, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point.toPoint(), copy, data, left, none)
    enter.ignore()
    qapp.sendEvent(zone, enter)
    if enter.isAccepted():
        qapp.sendEvent(zone, QDropEvent(point, copy, data, left, none))
    return enter.isAccepted()


def test_files_and_folders_are_told_in_order(
    qapp: MipingApplication, appearance: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    zone = DropZone(appearance, "把文件或文件夹拖到这里")
    qtbot.addWidget(zone)
    paths = (tmp_path / "示例 通知#1.pdf", tmp_path / "文件夹")
    with qtbot.waitSignal(zone.paths_dropped) as waited:
        assert _drop(qapp, zone, _data(*paths))
    assert waited.args == [paths]
    assert zone.property("state") == ""


def test_text_is_refused(qapp: MipingApplication, appearance: Appearance, qtbot: QtBot) -> None:
    zone = DropZone(appearance, "把文件拖到这里")
    qtbot.addWidget(zone)
    data = QMimeData()
    data.setText("不是文件")
    assert not _drop(qapp, zone, data)


def test_addresses_of_the_web_are_no_paths() -> None:
    data = QMimeData()
    data.setUrls([QUrl("ftp://example.invalid/a.pdf")])
    assert dropped_paths(data) == ()


def test_the_button_serves_those_who_do_not_drag(appearance: Appearance, qtbot: QtBot) -> None:
    zone = DropZone(appearance, "把文件拖到这里")
    qtbot.addWidget(zone)
    with qtbot.waitSignal(zone.choose_requested):
        zone.choose_button.click()
