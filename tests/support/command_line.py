"""The command line as a person meets it: exit codes, what is said, and what lies in the folder."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop.cli.main import main
from desktop.services.services import Services
from tests.support.builders import company_fields

# What is no foreign word to the people who read it: names of things that they type or see.
_NAMES = re.compile(
    r"\.pdf|\.miping|--[a-z-]+|MIPING_PASSWORD|miping|rubric list|PDF|UTF-8|JSON|SHA-256"
    r"|FAT32|exFAT|Excel|WPS"
)
_FOREIGN = re.compile(r"[A-Za-z]{2,}")
_LINES = 2


def said_in_chinese(message: str, own_words: Iterable[str] = ()) -> str:
    """Make sure that a failure is told in two lines of Chinese, and give them.

    Args:
        message: All of standard error.
        own_words: What the user typed, which a sentence may repeat.
    """
    text = message
    for word in sorted(filter(_FOREIGN.search, own_words), key=len, reverse=True):
        text = text.replace(word, "")
    assert not _FOREIGN.findall(_NAMES.sub("", text)), message
    lines = message.splitlines()
    assert len(lines) == _LINES, message
    for line in lines:
        assert line.endswith("。"), message
        assert re.search("[\u4e00-\u9fff]", line), message
    return message


def folder_content(folder: Path) -> dict[str, str]:
    """Every file below a folder with the digest of its bytes; hidden ones included."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class CommandLine:
    """Runs commands in a folder; failures must be told well and must leave everything alone."""

    def __init__(
        self, services: Services, folder: Path, captured: Callable[[], tuple[str, str]]
    ) -> None:
        self.services = services
        self.folder = folder
        self._captured = captured

    def run(self, *arguments: str) -> tuple[int, str, str]:
        code = main(self.services, arguments)
        return code, *self._captured()

    def succeed(self, *arguments: str) -> str:
        code, out, err = self.run(*arguments)
        assert (code, err) == (0, "")
        return out

    def as_json(self, *arguments: str) -> Any:  # noqa: ANN401  JSON may be anything
        return json.loads(self.succeed(*arguments, "--json"))

    def fail(self, *arguments: str) -> str:
        """Run what must fail: with a sentence, nothing on standard output, nothing changed."""
        before = folder_content(self.folder)
        code, out, err = self.run(*arguments)
        assert (code, out) == (1, ""), err
        assert folder_content(self.folder) == before
        own = {part for word in arguments for part in (word, Path(word).name)}
        return said_in_chinese(err, own)

    def new_project(self, name: str = "P.miping", **changes: object) -> Path:
        company = self.folder / "company.json"
        fields = company_fields(**changes)
        company.write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
        self.succeed("new", name, "--company", company.name, "--year", "2026")
        return self.folder / name
