"""Folder to checklist: the only code that reads files."""

import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from rubric.assembly import assemble
from rubric.checks import verbatim
from rubric.checks.registry import CHECKS
from rubric.draft import Draft, Part, Source
from rubric.errors import DamagedEditionError
from rubric.file_schema import HeadFile, HintsFile, PackageFile, SectionFile, UndertakingsFile
from rubric.model import Rubric
from rubric.problem import Problem
from rubric.schema_problems import schema_problems

HEAD_FILE: Final = "rubric.toml"
SECTIONS_FOLDER: Final = "sections"

_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)$")

_Content = TypeVar("_Content", bound=BaseModel)


def read(folder: Traversable) -> Rubric:
    """Read an edition and check it.

    Raises:
        DamagedEditionError: Something is missing or does not fit; names every file and line.
    """
    rubric, problems = examine(folder)
    if rubric is None:
        raise DamagedEditionError(problems)
    return rubric


def examine(folder: Traversable) -> tuple[Rubric | None, tuple[Problem, ...]]:
    """Read an edition and tell all that is wrong, sorted by file and line.

    Returns:
        The checklist when nothing is wrong, else None and at least one problem.
    """
    reader = _Reader()
    draft = reader.draft(folder)
    problems = list(reader.problems)
    if draft is not None:
        problems += [problem for check in CHECKS for problem in check(draft)]
        if not problems:
            rubric = assemble(draft)
            problems += verbatim.check_digest(draft, rubric)
            if not problems:
                return rubric, ()
    return None, tuple(sorted(set(problems)))


@dataclass
class _Reader:
    """Reads file after file and keeps what is wrong with each."""

    problems: list[Problem] = field(default_factory=list)

    def draft(self, folder: Traversable) -> Draft | None:
        """Read every file; None when one of them cannot be used."""
        if not (folder / HEAD_FILE).is_file():
            self._problem(
                folder / HEAD_FILE, 1, "file.no_edition", "这里没有评分标准：缺少这个文件。"
            )
            return None
        head = self._part(folder / HEAD_FILE, HeadFile)
        sections = [self._part(file, SectionFile) for file in self._section_files(folder)]
        hints = self._part(folder / "hints.toml", HintsFile)
        undertakings = self._part(folder / "undertakings.toml", UndertakingsFile)
        package = self._part(folder / "package.toml", PackageFile)
        whole = tuple(part for part in sections if part is not None)
        if self.problems or not (head and hints and undertakings and package):
            return None
        return Draft(folder.name, head, whole, hints, undertakings, package)

    def _section_files(self, folder: Traversable) -> list[Traversable]:
        sections = folder / SECTIONS_FOLDER
        found = list(sections.iterdir()) if sections.is_dir() else []
        files = [file for file in found if file.name.endswith(".toml")]
        if not files:
            self._problem(sections, 1, "file.no_sections", "sections 文件夹里没有评分内容。")
        return sorted(files, key=lambda file: file.name)

    def _part(self, file: Traversable, schema: type[_Content]) -> Part[_Content] | None:
        text = self._text(file)
        if text is None:
            return None
        source = Source(_path(file), text)
        try:
            return Part(source, schema.model_validate(tomllib.loads(text)))
        except tomllib.TOMLDecodeError as error:
            self._syntax_problem(file, text, error)
        except ValidationError as error:
            self.problems += schema_problems(source, error)
        return None

    def _text(self, file: Traversable) -> str | None:
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            self._problem(file, 1, "file.missing", "缺少这个文件。")
        except OSError:
            self._problem(file, 1, "file.unreadable", "这个文件读不出来。")
        else:
            return self._decoded(file, data)
        return None

    def _decoded(self, file: Traversable, data: bytes) -> str | None:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self._problem(file, line, "file.encoding", "这一行不是 UTF-8 编码，请另存为 UTF-8。")
        return None

    def _syntax_problem(self, file: Traversable, text: str, error: tomllib.TOMLDecodeError) -> None:
        place = _PLACE.search(str(error))
        if place is None:
            last = text.rstrip().count("\n") + 1
            self._problem(file, last, "file.syntax", "TOML 写法不完整：到文件末尾还没有结束。")
            return
        repeated = "Cannot overwrite" in str(error) or "Cannot declare" in str(error)
        sentence = "同一个键或者表写了两次" if repeated else "TOML 写法有误"
        text = f"{sentence}（第 {place[2]} 列附近）。"
        self._problem(file, int(place[1]), "file.syntax", text)

    def _problem(self, file: Traversable, line: int, code: str, text: str) -> None:
        self.problems.append(Problem(_path(file), line, code, text))


def _path(file: Traversable) -> Path:
    return Path(str(file))
