"""All widgets side by side, light and dark; kept as pictures when MIPING_SCREENS names a folder."""

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.assessment import ResponseState
from desktop.ui.appearance import Appearance
from desktop.ui.application import MipingApplication
from desktop.ui.resources import Icon
from desktop.ui.theme import TextScale, ThemeChoice
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.buttons import ActionButton, ButtonKind, IconButton
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.half_year_strip import HalfYear, HalfYearStrip, StripMark, StripValues
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.page_canvas import A4, Fit, SealRing
from desktop.ui.widgets.page_preview import PagePreview
from desktop.ui.widgets.password_field import PasswordField
from desktop.ui.widgets.points_label import PointsLabel
from desktop.ui.widgets.progress_card import ProgressCard
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.round_stepper import RoundStepper
from desktop.ui.widgets.score_ring import RingValues, ScoreRing
from desktop.ui.widgets.section_bars import SectionBars, SectionValues
from desktop.ui.widgets.segmented_control import Segment, SegmentedControl
from desktop.ui.widgets.state_badge import StateBadge
from desktop.ui.widgets.state_control import StateControl
from desktop.ui.widgets.table_view import DataTable
from desktop.ui.widgets.toast import Toast
from rubric.points import Tenths

LOOKS = [
    (ThemeChoice.LIGHT, TextScale.NORMAL, "light"),
    (ThemeChoice.DARK, TextScale.NORMAL, "dark"),
    (ThemeChoice.LIGHT, TextScale.HUGE, "light-huge"),
]
SECTIONS = [
    ("一", "组织机构健全", 130, 150, 150, 6, 7),
    ("二", "人员配备管理", 75, 100, 100, 3, 4),
    ("四", "制度建设完备", 200, 200, 250, 7, 9),
    ("七", "加分项", 20, 40, 50, 2, 5),
]


def page_picture() -> bytes:
    """A made-up page of a document."""
    image = QImage(600, 849, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawText(QRectF(0, 80, 600, 40), Qt.AlignmentFlag.AlignCenter, "示例承诺书")
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _buttons(look: Appearance) -> Card:
    card = Card(look, "按钮")
    disabled = ActionButton(look, "标为材料齐", ButtonKind.PRIMARY)
    disabled.setEnabled(False)
    card.body.addLayout(
        _row(
            ActionButton(look, "继续自评：4.1.4", ButtonKind.PRIMARY, Icon.NEXT, icon_after=True),
            ActionButton(look, "打印自评表", icon=Icon.PRINT),
            ActionButton(look, "登记用印", ButtonKind.DANGER, Icon.STAMP),
            disabled,
        )
    )
    card.body.addLayout(
        _row(
            ActionButton(look, "变更记录", ButtonKind.TEXT, Icon.HISTORY),
            ActionButton(look, "关联", compact=True),
            ActionButton(look, "添加文件", ButtonKind.TOOL, Icon.ADD, compact=True),
            IconButton(look, Icon.PRINT, "打印", bordered=True),
            IconButton(look, Icon.OPEN_OUTSIDE, "外部打开"),
        )
    )
    return card


def _inputs(look: Appearance) -> Card:
    card = Card(look, "输入")
    day, wrong = DateField(look), DateField(look, "签署日期")
    day.show_day(date(2026, 11, 23))
    wrong.setText("2026-13-02")
    wrong.editingFinished.emit()
    bad = Field(look, "签署日期", wrong)
    bad.show_error("月份应为 1 到 12")
    choice = QComboBox()
    choice.setAccessibleName("方式")
    choice.addItems(["现场", "线上"])
    locked = QLineEdit("自动计算")
    locked.setAccessibleName("半年")
    locked.setEnabled(False)
    password = PasswordField(look)
    password.edit.setText("示例密码")
    password.caps_note.say("大写锁定已打开")
    ticked, chosen, other = (
        QCheckBox("每条目加分隔页"),
        QRadioButton("脱敏后提交"),
        QRadioButton("内部"),
    )
    ticked.setChecked(True)
    chosen.setChecked(True)
    card.body.addLayout(_row(Field(look, "日期", day), bad))
    card.body.addLayout(_row(choice, locked, ticked, chosen, other))
    card.body.addWidget(password)
    return card


def _states(look: Appearance) -> Card:
    card = Card(look, "状态与徽标")
    card.body.addLayout(_row(*(StateBadge(look, state, 6) for state in ResponseState)))
    control = StateControl(look)
    control.show_state(ResponseState.PREPARING)
    card.body.addWidget(control)
    words = (("可提交", Rank.GOOD), ("脱敏后提交", Rank.WARNING), ("内部", Rank.NEUTRAL))
    more = (("必备", Rank.INFO), ("错误 2", Rank.ERROR))
    card.body.addLayout(_row(*(Badge(word, rank) for word, rank in (*words, *more))))
    views = [Segment("list", "列表", Icon.LIST), Segment("grid", "缩略图", Icon.GRID)]
    points = PointsLabel(look, Tenths(25))
    card.body.addLayout(_row(SegmentedControl(look, "视图", views), points))
    stepper = RoundStepper(look, "轮次", ["自评", "园区指导", "补充", "正式"])
    card.body.addLayout(_row(stepper))
    name = ElidedLabel("委托加工保密协议" * 20 + ".docx", elide=Qt.TextElideMode.ElideMiddle)
    card.body.addWidget(name)
    return card


def _messages(look: Appearance) -> Card:
    card = Card(look, "消息条")
    sentences = (
        (Rank.ERROR, "无法写入 E 盘：剩余空间 12 MB，需要 39 MB。", "换个位置"),
        (Rank.WARNING, "上次备份在 8 天前。", "现在备份"),
        (Rank.INFO, "下半年指导未到期，暂不计缺失。", ""),
        (Rank.GOOD, "两份承诺书的期间一致。", ""),
    )
    for rank, text, action in sentences:
        card.body.addWidget(MessageBar(look, rank, text, action))
    card.body.addWidget(DropZone(look, "把文件或文件夹拖到这里", "原件不动，加密副本存入项目"))
    progress = ProgressCard(look, "正在生成打印稿")
    progress.begin("正在生成打印稿", steps=["预检", "编排证明材料", "校验"], unit="页")
    progress.show_progress(108, 178, "编排证明材料")
    progress.delay.timeout.emit()
    card.body.addWidget(progress)
    return card


def _score(look: Appearance) -> Card:
    card = Card(look, "得分")
    ring = ScoreRing(look)
    ring.show_values(RingValues(Tenths(715), Tenths(880), target=Tenths(850)))
    bars = SectionBars(look)
    bars.show_sections(
        [
            SectionValues(number, name, Tenths(won), Tenths(more), Tenths(full), count, of)
            for number, name, won, more, full, count, of in SECTIONS
        ]
    )
    row = QVBoxLayout()
    row.addWidget(ring)
    row.addWidget(bars, 1)
    card.body.addLayout(row)
    halves = (HalfYear(Rank.GOOD, "已完成"), HalfYear(Rank.WARNING, "未到期"))
    marks = [StripMark(date(2026, 3, 18)), StripMark(date(2026, 12, 4), is_plan=True)]
    card.body.addWidget(HalfYearStrip(look, StripValues(2026, halves, marks, date(2026, 11, 23))))
    return card


def _lists(look: Appearance) -> Card:
    card = Card(look, "表格与空状态")
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["指导地点", "日期", "分值"])
    for place in ("公司 3 楼商秘办", "研发中心二号会议室", "热处理车间"):
        model.appendRow([QStandardItem(text) for text in (place, "2026-03-18", "5.0")])
    table = DataTable(look, "指导台账")
    table.setModel(model)
    table.selectRow(1)
    model.setParent(table)
    table.setColumnWidth(0, 200)
    table.setMinimumHeight(150)
    card.body.addWidget(table)
    empty = EmptyState(
        look, Icon.FOLDER_OPEN, "还没有证据", "从盖章的成立通知开始，它可用于 5 个条目", "导入文件"
    )
    card.body.addWidget(empty)
    return card


def _preview(look: Appearance) -> Card:
    card = Card(look, "预览")
    preview = PagePreview(look)
    preview.canvas.set_fit(Fit.PAGE)
    picture = page_picture()
    preview.show_document(
        [A4, A4],
        lambda request: preview.deliver(request, picture),
        rings={0: SealRing(380, 600, 120)},
    )
    preview.setMinimumHeight(360)
    card.body.addWidget(preview)
    return card


def make_gallery(look: Appearance) -> QWidget:
    """One window with everything."""
    window = QWidget()
    window.setObjectName("gallery")
    grid = QGridLayout(window)
    left, right = QVBoxLayout(), QVBoxLayout()
    for card in (_buttons(look), _inputs(look), _states(look), _messages(look)):
        left.addWidget(card)
    for card in (_score(look), _lists(look), _preview(look)):
        right.addWidget(card)
    left.addStretch(1)
    right.addStretch(1)
    grid.addLayout(left, 0, 0)
    grid.addLayout(right, 0, 1)
    return window


@pytest.mark.parametrize(("choice", "scale", "name"), LOOKS)
def test_every_widget_can_be_drawn_in_every_look(
    choice: ThemeChoice,
    scale: TextScale,
    name: str,
    qapp: MipingApplication,
    appearance: Appearance,
    qtbot: QtBot,
) -> None:
    qapp.set_look(choice, scale)
    gallery = make_gallery(appearance)
    qtbot.addWidget(gallery)
    gallery.resize(1360, 1000)
    gallery.show()
    toast = Toast(appearance, gallery)
    toast.show_text("已把 3 个文件关联到 4.2.1")
    gallery.activateWindow()
    next(iter(gallery.findChildren(DateField))).setFocus()
    qapp.processEvents()
    picture = gallery.grab()
    _keep(picture.toImage(), f"gallery-{name}")
    assert not _cut_labels(gallery)
    question = Question("把文件改为“可提交”？", "改后会原样进入申报包。", "改为可提交", "保持内部")
    dialog = ConfirmDialog(appearance, question, gallery)
    dialog.open()
    qapp.processEvents()
    _keep(dialog.grab().toImage(), f"dialog-{name}")
    _keep(gallery.grab().toImage().scaledToWidth(400), f"scrim-{name}")
    dialog.reject()


def _cut_labels(gallery: QWidget) -> list[str]:
    """Words of plain labels that do not fit where they stand."""
    return [
        label.text()
        for label in gallery.findChildren(QLabel)
        if label.isVisible()
        and label.text()
        and not isinstance(label, ElidedLabel)
        and not label.wordWrap()
        and label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 1
    ]


def _keep(image: QImage, name: str) -> None:
    assert not image.isNull()
    folder = os.environ.get("MIPING_SCREENS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert image.save(str(Path(folder) / f"{name}.png"))
