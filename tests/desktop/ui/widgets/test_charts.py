"""Ring, bars and strip: right lengths, hatching for 材料齐, and the same numbers in words."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.tokens import Token
from desktop.ui.widgets.half_year_strip import HalfYear, HalfYearStrip, StripMark, StripValues
from desktop.ui.widgets.points_label import PointsLabel
from desktop.ui.widgets.rank import Rank
from desktop.ui.widgets.round_stepper import RoundStepper
from desktop.ui.widgets.score_ring import RingValues, ScoreRing
from desktop.ui.widgets.section_bars import ScoreBar, SectionBars, SectionValues
from rubric.points import Tenths

SECTION = SectionValues("一", "组织机构健全", Tenths(130), Tenths(150), Tenths(150), 6, 7)


def _colours_along(widget: QWidget, y: int) -> list[QColor]:
    image = widget.grab().toImage()
    return [image.pixelColor(QPoint(x, y)) for x in range(image.width())]


def test_the_ring_says_its_numbers(appearance: Appearance, qtbot: QtBot) -> None:
    ring = ScoreRing(appearance)
    qtbot.addWidget(ring)
    ring.show_values(RingValues(Tenths(715), Tenths(880), target=Tenths(850)))
    assert ring.accessibleName() == (
        "自评得分（预评）：已核对 71.5，预期 88.0，满分 100，目标分 85.0"
    )


@pytest.mark.parametrize(
    ("verified", "expected", "token"),
    [(1000, 1000, Token.OK), (0, 0, Token.TRACK), (260, 260, Token.OK), (240, 240, Token.TRACK)],
)
def test_the_ring_is_filled_clockwise_from_the_top(
    verified: int, expected: int, token: Token, appearance: Appearance, qtbot: QtBot
) -> None:
    ring = ScoreRing(appearance)
    qtbot.addWidget(ring)
    ring.resize(160, 160)
    ring.show_values(RingValues(Tenths(verified), Tenths(expected)))
    quarter = ring.grab().toImage().pixelColor(152, 81)
    assert quarter == appearance.colour(token)


def test_a_bar_is_solid_then_hatched_then_groove(appearance: Appearance, qtbot: QtBot) -> None:
    bar = ScoreBar(appearance)
    qtbot.addWidget(bar)
    bar.resize(300, 12)
    bar.show_parts(Tenths(50), Tenths(100), Tenths(150))
    row = _colours_along(bar, 6)
    assert set(map(QColor.name, row[:99])) == {appearance.colour(Token.OK).name()}
    assert set(map(QColor.name, row[202:])) == {appearance.colour(Token.TRACK).name()}
    assert len(set(map(QColor.name, row[101:199]))) > 2


def test_a_section_can_be_clicked_and_says_its_numbers(
    appearance: Appearance, qtbot: QtBot
) -> None:
    bars = SectionBars(appearance)
    qtbot.addWidget(bars)
    bars.show_sections([SECTION, SECTION])
    assert bars.rows[1].accessibleName() == (
        "一、组织机构健全，已核对 13.0，预期 15.0，满分 15，6/7 项核对"
    )
    with qtbot.waitSignal(bars.section_activated) as waited:
        QTest.keyClick(bars.rows[1], Qt.Key.Key_Space)
    assert waited.args == [1]
    bars.show_sections([SECTION])
    assert len(bars.rows) == 1


def test_the_strip_places_days_within_the_year(appearance: Appearance, qtbot: QtBot) -> None:
    halves = (HalfYear(Rank.GOOD, "已完成"), HalfYear(Rank.ERROR, "已过，无法补记"))
    marks = [StripMark(date(2026, 3, 18)), StripMark(date(2026, 12, 4), is_plan=True)]
    values = StripValues(2026, halves, marks, date(2026, 11, 23))
    strip = HalfYearStrip(appearance, values)
    qtbot.addWidget(strip)
    strip.resize(730, 60)
    assert strip.day_position(date(2026, 1, 1)) == 1.0
    assert strip.day_position(date(2026, 12, 31)) == 729.0
    assert strip.accessibleName() == (
        "2026 年度：上半年已完成，下半年已过，无法补记，2026-03-18 记录，2026-12-04 计划"
    )
    assert not strip.grab().isNull()


def test_the_stepper_shows_one_current_step(appearance: Appearance, qtbot: QtBot) -> None:
    stepper = RoundStepper(appearance, "轮次", ["自评", "园区指导", "补充", "正式"])
    qtbot.addWidget(stepper)
    stepper.show_step(2)
    assert stepper.accessibleName() == "轮次：补充，第 3 步，共 4 步"
    with pytest.raises(IndexError):
        stepper.show_step(4)


def test_points_are_told_with_their_unit(appearance: Appearance, qtbot: QtBot) -> None:
    label = PointsLabel(appearance, Tenths(25))
    qtbot.addWidget(label)
    assert label.accessibleName() == "2.5 分"
