"""The root of every failure that the program can explain to a person."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override


@dataclass(eq=False)
class AppError(Exception):
    """A failure with a stable code; its Chinese sentence is made in `desktop.messages` alone.

    Subclasses are dataclasses: their fields feed the sentence. `str()` gives the code and nothing
    else, because fields can hold names and paths that no log may contain.
    """

    code: ClassVar[str] = "app.unexpected"

    @override
    def __str__(self) -> str:
        return self.code
