"""Progress shows late, counts truly, and can be stopped."""

from pytestqt.qtbot import QtBot

from desktop.services.jobs import Job, JobContext
from desktop.ui.appearance import Appearance
from desktop.ui.job_runner import JobRunner
from desktop.ui.widgets.progress_card import ProgressCard


def _shown_words(card: ProgressCard) -> set[str]:
    return {label.text() for label in (card._step, card._count, card._percent)}


def test_what_is_quick_shows_no_bar(appearance: Appearance, qtbot: QtBot) -> None:
    card = ProgressCard(appearance, "正在读取")
    qtbot.addWidget(card)
    card.begin("正在读取")
    assert not card.isVisible()
    card.end()
    assert not card.delay.isActive()


def test_what_is_slow_shows_step_and_count(appearance: Appearance, qtbot: QtBot) -> None:
    card = ProgressCard(appearance, "正在生成打印稿")
    qtbot.addWidget(card)
    card.begin("正在生成打印稿", steps=["预检", "编排", "校验"], unit="页")
    with qtbot.waitSignal(card.delay.timeout):
        pass
    assert card.isVisible()
    card.show_progress(108, 178, "编排")
    assert _shown_words(card) == {"第 2 / 3 步  编排", "108 / 178 页", "60%"}


def test_an_unknown_total_shows_no_number(appearance: Appearance, qtbot: QtBot) -> None:
    card = ProgressCard(appearance, "正在读取")
    qtbot.addWidget(card)
    card.show_progress(0, 0, "读取")
    assert _shown_words(card) == {"读取", ""}
    assert card.bar.maximum() == 0


def test_cancelling_stops_the_watched_job(appearance: Appearance, qtbot: QtBot) -> None:
    def run(context: JobContext) -> None:
        while True:
            context.cancel.raise_if_cancelled()

    runner = JobRunner()
    card = ProgressCard(appearance, "正在生成")
    qtbot.addWidget(card)
    card.begin("正在生成")
    handle = runner.submit(Job("生成", run))
    card.watch(handle)
    with qtbot.waitSignals([handle.cancelled, handle.ended]):
        card.cancel_button.click()
    assert not card.cancel_button.isEnabled()
    assert not card.isVisible()
    assert runner.shutdown()
