"""Official text: nothing around it, no blanks left in it, and the digest that was written down."""

import re
from collections.abc import Iterator
from typing import Final

from rubric.draft import Draft, Part
from rubric.file_schema import SectionFile
from rubric.line_index import Location
from rubric.model import Rubric
from rubric.problem import Problem

_POINTS_AT_END: Final = re.compile(r"[(（]\d+(\.\d)?分[)）]$|□$")
_NOT_TEXT: Final = re.compile(r"[【】\x00-\x1f\x7f\ufffd]")


def check(draft: Draft) -> Iterator[Problem]:
    """Find traces of careless copying in the official text."""
    for part in draft.sections:
        yield from _empty_groups(part)
        for location, text in _official_texts(part):
            for code, sentence in _faults(text):
                yield part.source.problem(location, code, sentence)
        for position, group in enumerate(part.content.groups):
            if group.number and group.text.startswith(group.number):
                yield part.source.problem(
                    ("groups", position, "text"),
                    "verbatim.number",
                    f"序号“{group.number}”已有单独的键，不要再写进文字。",
                )


def check_digest(draft: Draft, rubric: Rubric) -> Iterator[Problem]:
    """Compare the official text with the digest written down after it was read against paper."""
    if draft.head.content.official_sha256 != rubric.official_sha256:
        yield draft.head.source.problem(
            ("official_sha256",),
            "verbatim.digest",
            "官方文本或者分值与登记的校验值不一致。照原文逐字核对无误后，"
            f"把 official_sha256 改为 {rubric.official_sha256}。",
        )


def _empty_groups(part: Part[SectionFile]) -> Iterator[Problem]:
    for position, group in enumerate(part.content.groups):
        if not group.text and not part.content.section.bonus:
            yield part.source.problem(
                ("groups", position, "text"),
                "verbatim.empty",
                f"“{group.id}”没有文字，只有加分项可以没有。",
            )


def _official_texts(part: Part[SectionFile]) -> Iterator[tuple[Location, str]]:
    section = part.content.section
    yield ("section", "name"), section.name
    yield ("section", "number"), section.number
    yield ("section", "standard"), section.standard
    for position, group in enumerate(part.content.groups):
        yield ("groups", position, "text"), group.text
        yield ("groups", position, "number"), group.number
    for position, criterion in enumerate(part.content.criteria):
        yield ("criteria", position, "text"), criterion.text


def _faults(text: str) -> Iterator[tuple[str, str]]:
    if text != text.strip():
        yield "verbatim.space", "文字前后有多余的空格。"
    if _POINTS_AT_END.search(text):
        yield "verbatim.points", "分值已有单独的键，不要再写进文字。"
    if found := _NOT_TEXT.search(text):
        yield "verbatim.character", f"文字中有不该出现的字符 {found.group()!r}。"
