"""A copy of the shipped edition that a test may damage."""

import re
import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from rubric import catalogue
from rubric.problem import Problem

SHIPPED = Path(str(files("rubric") / "data"))
EDITION = "chongqing_2023"
ORGANISATION = "sections/01_organisation.toml"
BONUS = "sections/07_bonus.toml"


@dataclass(frozen=True)
class EditionCopy:
    folder: Path

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8", newline="\n")

    def line_of(self, name: str, start: str) -> int:
        """The number of the only line that begins so."""
        lines = self.read(name).split("\n")
        (number,) = [number for number, line in enumerate(lines, 1) if line.startswith(start)]
        return number

    def change_line(self, name: str, number: int, new: str) -> None:
        lines = self.read(name).split("\n")
        lines[number - 1] = new
        self.write(name, "\n".join(lines))

    def change(self, name: str, start: str, new: str) -> int:
        """Put another line in place of the only one that begins so; give its number."""
        number = self.line_of(name, start)
        self.change_line(name, number, new)
        return number

    def change_after(self, name: str, anchor: str, key: str, new: str) -> int:
        """Like `change`, for the first line with that key after the anchor."""
        lines = self.read(name).split("\n")
        begin = self.line_of(name, anchor)
        number = next(
            number for number in range(begin, len(lines) + 1) if lines[number - 1].startswith(key)
        )
        self.change_line(name, number, new)
        return number

    def append(self, name: str, text: str) -> int:
        """Add lines; give the number of the first."""
        before = self.read(name)
        self.write(name, before + text)
        return before.count("\n") + 1

    def problems(self) -> tuple[Problem, ...]:
        return catalogue.check_folder(self.folder)

    def only_problem(self) -> Problem:
        (problem,) = self.problems()
        return problem

    def found(self) -> set[tuple[str, int, str]]:
        return {(problem.path.name, problem.line, problem.code) for problem in self.problems()}

    def named_lines(self, name: str) -> set[int]:
        """Every line of a file that a problem stands at or speaks of."""
        lines: set[int] = set()
        for problem in self.problems():
            if problem.path.name == name:
                lines.add(problem.line)
            lines |= {int(number) for number in re.findall(r"第 (\d+) 行", problem.text)}
        return lines


def copy_edition(parent: Path) -> EditionCopy:
    return EditionCopy(Path(shutil.copytree(SHIPPED / EDITION, parent / EDITION)))
