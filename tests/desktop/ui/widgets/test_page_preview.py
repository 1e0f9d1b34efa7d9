"""Pages are asked for, shown when they come, and late ones dropped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.appearance import Appearance
from desktop.ui.widgets.page_canvas import A4, Fit, PageSize, SealRing
from desktop.ui.widgets.page_preview import PagePreview, PageRequest

PIXEL = (
    b"P6 1 1 255 "  # the smallest picture Qt reads: one white pixel as PPM
    b"\xff\xff\xff"
)


@pytest.fixture
def preview(appearance: Appearance, qtbot: QtBot) -> PagePreview:
    made = PagePreview(appearance)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    return made


def test_the_shown_page_is_asked_for_and_delivered(preview: PagePreview) -> None:
    asked: list[PageRequest] = []
    preview.show_document([A4, A4, A4], asked.append, first=1)
    assert asked[-1].index == 1
    assert asked[-1].width > 300
    assert not preview.canvas.has_picture
    preview.deliver(asked[-1], PIXEL)
    assert preview.canvas.has_picture


def test_a_late_picture_of_another_page_is_dropped(preview: PagePreview) -> None:
    asked: list[PageRequest] = []
    preview.show_document([A4, A4], asked.append)
    first = asked[-1]
    preview.next_button.click()
    preview.deliver(first, PIXEL)
    assert not preview.canvas.has_picture


def test_a_picture_of_the_document_before_is_dropped(preview: PagePreview) -> None:
    asked: list[PageRequest] = []
    preview.show_document([A4], asked.append)
    old = asked[-1]
    preview.show_document([A4], asked.append)
    preview.deliver(old, PIXEL)
    assert not preview.canvas.has_picture


def test_paging_stops_at_the_ends(preview: PagePreview) -> None:
    preview.show_document([A4, A4], lambda _request: None)
    assert not preview.previous_button.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.index == 1
    assert not preview.next_button.isEnabled()


@pytest.mark.parametrize(("typed", "index"), [("2", 1), ("99", 2), ("abc", 0), ("0", 0)])
def test_a_page_number_can_be_typed(typed: str, index: int, preview: PagePreview) -> None:
    preview.show_document([A4, A4, A4], lambda _request: None)
    preview.page_edit.setText(typed)
    QTest.keyClick(preview.page_edit, Qt.Key.Key_Return)
    assert preview.index == index
    assert preview.page_edit.text() == str(index + 1)


def test_zooming_in_asks_for_a_sharper_picture(preview: PagePreview) -> None:
    asked: list[PageRequest] = []
    preview.show_document([A4], asked.append)
    before = asked[-1].width
    preview.canvas.set_zoom(3.0)
    assert asked[-1].width > before
    assert preview.fit_button.text() == "300%"
    preview.canvas.set_zoom(99)
    assert preview.canvas.zoom == 4.0


def test_a_page_can_fill_the_width_or_show_whole(preview: PagePreview) -> None:
    preview.show_document([PageSize(500, 2000)], lambda _request: None)
    wide = preview.canvas.zoom
    preview.fit_button.click()
    assert preview.canvas.fit is Fit.PAGE
    assert preview.canvas.zoom < wide


def test_bytes_that_are_no_picture_are_said_in_words(preview: PagePreview) -> None:
    asked: list[PageRequest] = []
    preview.show_document([A4], asked.append)
    preview.deliver(asked[-1], b"no picture")
    assert preview.failure.isVisible()
    assert preview.failure.text == "此页无法显示。"


def test_a_failure_is_said_and_gone_with_the_page(preview: PagePreview) -> None:
    asked: list[PageRequest] = []
    preview.show_document([A4, A4], asked.append)
    preview.fail(asked[-1], "文件已加密，不能预览。", "替换文件")
    assert preview.failure.isVisible()
    assert preview.failure.action_button.text() == "替换文件"
    preview.go_to(1)
    assert not preview.failure.isVisible()


def test_the_ring_belongs_to_its_page(preview: PagePreview) -> None:
    preview.show_document([A4, A4], lambda _request: None, rings={1: SealRing(380, 600, 120)})
    items = len(preview.canvas.scene().items())
    preview.go_to(1)
    assert len(preview.canvas.scene().items()) == items + 1
    preview.go_to(0)
    assert len(preview.canvas.scene().items()) == items


def test_a_turned_page_still_fits(preview: PagePreview) -> None:
    preview.show_document([A4], lambda _request: None)
    upright = preview.canvas.zoom
    preview.canvas.rotate_page()
    assert preview.canvas.zoom < upright
    for _ in range(3):
        preview.canvas.rotate_page()
    assert preview.canvas.zoom == upright


def test_without_a_document_nothing_can_be_paged(preview: PagePreview) -> None:
    preview.show_document([A4], lambda _request: None)
    preview.clear()
    assert preview.page_count == 0
    assert not preview.page_edit.isEnabled()
