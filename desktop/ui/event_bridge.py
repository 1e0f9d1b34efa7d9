"""Carries services' events, published on any thread, to the GUI thread as a Qt signal."""

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.services.events import AssessmentChanged, EventBus


class EventBridge(QObject):
    """One per open project; call `close` when the project closes."""

    assessment_changed = Signal(object)
    """An AssessmentChanged."""

    _arrived = Signal(object)

    def __init__(self, bus: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = bus.subscribe(self._take)
        self._open = True

    def close(self) -> None:
        """Stop listening; events under way are dropped."""
        if self._open:
            self._open = False
            self._unsubscribe()

    def _take(self, event: AssessmentChanged) -> None:
        self._arrived.emit(event)

    @Slot(object)
    def _pass_on(self, event: AssessmentChanged) -> None:
        if self._open:
            self.assessment_changed.emit(event)
