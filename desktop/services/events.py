"""Typed events and the small bus that carries them."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class AssessmentChanged:
    """A new snapshot was committed; `action` is its code in the history."""

    action: str


Listener = Callable[[AssessmentChanged], None]


class EventBus:
    """Tells listeners about committed changes, on the thread that committed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; calling the result removes it again."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, event: AssessmentChanged) -> None:
        for listener in tuple(self._listeners):
            listener(event)
