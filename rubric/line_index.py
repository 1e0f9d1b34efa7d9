"""Lines of the keys in a TOML text, which the parser of the standard library does not tell."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

Location = tuple[str | int, ...]
"""Keys and list positions from the top of the file: ("criteria", 3, "points")."""


@dataclass(frozen=True)
class _Statement:
    """A header, a key with its whole value, or an empty or comment line."""

    line: int
    lines: tuple[str, ...]
    content: dict[str, object]

    @property
    def is_header(self) -> bool:
        return self.lines[0].lstrip().startswith("[")


class LineIndex:
    """Finds the line on which a key of a valid TOML text stands."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Location, int] = {}
        self._counts: dict[Location, int] = {}
        table: Location = ()
        for statement in _statements(text):
            if statement.is_header:
                table = self._enter(statement)
            else:
                self._note_keys(table, statement.content, statement.line)
                self._note_elements(table, statement)

    def line_of(self, location: Location) -> int:
        """Give the line of a key, or of the nearest table around one that is not there.

        Args:
            location: As pydantic names it in its errors.
        """
        for length in range(len(location), 0, -1):
            line = self._lines.get(location[:length])
            if line is not None:
                return line
        return 1

    def _enter(self, header: _Statement) -> Location:
        names, is_array = _header_path(header.content)
        location: Location = ()
        for name in names[:-1]:
            location = (*location, name)
            if location in self._counts:
                location = (*location, self._counts[location] - 1)
        location = (*location, names[-1])
        self._lines.setdefault(location, header.line)
        if is_array:
            position = self._counts.get(location, 0)
            self._counts[location] = position + 1
            location = (*location, position)
        self._lines.setdefault(location, header.line)
        return location

    def _note_keys(self, table: Location, content: dict[str, object], line: int) -> None:
        for key, value in content.items():
            self._lines.setdefault((*table, key), line)
            if isinstance(value, dict):
                self._note_keys((*table, key), value, line)

    def _note_elements(self, table: Location, statement: _Statement) -> None:
        if len(statement.lines) == 1:
            return
        for key, value in statement.content.items():
            if isinstance(value, list):
                for position, line in enumerate(_element_lines(statement, key)):
                    self._lines.setdefault((*table, key, position), line)


def _statements(text: str) -> Iterator[_Statement]:
    """Cut a text where the parser agrees that a statement is complete."""
    lines = text.replace("\r\n", "\n").split("\n")
    start = 0
    while start < len(lines):
        for end in range(start + 1, len(lines) + 1):
            content = _parsed("\n".join(lines[start:end]))
            if content is not None:
                yield _Statement(start + 1, tuple(lines[start:end]), content)
                start = end
                break
        else:
            return


def _element_lines(statement: _Statement, key: str) -> Iterator[int]:
    """Give the line on which each element of a list ends, by closing the list earlier."""
    found = 0
    for count in range(1, len(statement.lines) + 1):
        shortened = _parsed("\n".join((*statement.lines[:count], "]")))
        value = shortened.get(key) if shortened else None
        if isinstance(value, list):
            for _ in range(len(value) - found):
                yield statement.line + count - 1
            found = len(value)


def _parsed(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _header_path(content: dict[str, object]) -> tuple[tuple[str, ...], bool]:
    names: list[str] = []
    node: object = content
    while isinstance(node, dict) and node:
        ((name, node),) = node.items()
        names.append(name)
        if isinstance(node, list):
            return tuple(names), True
    return tuple(names), False
