"""Events reach the window on its own thread, until the project closes."""

from threading import Thread, get_ident

from pytestqt.qtbot import QtBot

from desktop.services.events import AssessmentChanged, EventBus
from desktop.ui.event_bridge import EventBridge


def test_an_event_of_a_worker_arrives_on_the_gui_thread(qtbot: QtBot) -> None:
    bus = EventBus()
    bridge = EventBridge(bus)
    threads: list[int] = []
    bridge.assessment_changed.connect(lambda _event: threads.append(get_ident()))
    event = AssessmentChanged("respond")
    with qtbot.waitSignal(bridge.assessment_changed) as waited:
        worker = Thread(target=bus.publish, args=(event,))
        worker.start()
        worker.join()
    assert waited.args == [event]
    assert threads == [get_ident()]


def test_a_closed_bridge_is_silent(qtbot: QtBot) -> None:
    bus = EventBus()
    bridge = EventBridge(bus)
    bus.publish(AssessmentChanged("respond"))
    bridge.close()
    bus.publish(AssessmentChanged("respond"))
    with qtbot.assertNotEmitted(bridge.assessment_changed, wait=10):
        pass
    bridge.close()
