"""Papers: every variable has its field, every gate can be passed."""

import re
from collections.abc import Iterator
from typing import Final

from rubric.draft import Draft, Source
from rubric.file_schema import UndertakingTable
from rubric.line_index import Location
from rubric.problem import Problem

FIELD_SOURCES: Final = (
    "",
    "applicant.name",
    "applicant.credit_code",
    "applicant.address",
    "applicant.contact",
    "applicant.phone",
    "applicant.recipient",
    "award",
    "period.start",
    "period.end",
    "signed_on",
)
"""Where the default of a field can come from; empty when only a person can say it."""

_VARIABLE: Final = re.compile(r"【([^【】]*)】")


def check(draft: Draft) -> Iterator[Problem]:
    """Check every paper on its own."""
    source = draft.undertakings.source
    for position, paper in enumerate(draft.undertakings.content.undertakings):
        table: Location = ("undertakings", position)
        yield from _variables(source, table, paper)
        yield from _names(source, table, paper)
        yield from _gates(source, table, paper)
        yield from _fields(source, table, paper)


def _variables(source: Source, table: Location, paper: UndertakingTable) -> Iterator[Problem]:
    known = {field.name for field in paper.fields}
    for location, text in _texts(table, paper):
        for name in _VARIABLE.findall(text):
            if name not in known:
                yield source.problem(
                    location, "undertakings.variable", f"变量【{name}】没有同名的 fields。"
                )
        rest = _VARIABLE.sub("", text)
        if "【" in rest or "】" in rest:
            yield source.problem(location, "undertakings.bracket", "【】没有成对，或者互相嵌套。")


def _texts(table: Location, paper: UndertakingTable) -> Iterator[tuple[Location, str]]:
    yield (*table, "title"), paper.title
    yield (*table, "salutation"), paper.salutation
    for key, texts in (("paragraphs", paper.paragraphs), ("attachments", paper.attachments)):
        for number, text in enumerate(texts):
            yield (*table, key, number), text


def _names(source: Source, table: Location, paper: UndertakingTable) -> Iterator[Problem]:
    seen: set[str] = set()
    places: list[tuple[Location, str]] = [
        ((*table, "gates", number, "field"), gate.field) for number, gate in enumerate(paper.gates)
    ]
    places += [
        ((*table, "fields", number, "name"), field.name)
        for number, field in enumerate(paper.fields)
    ]
    for location, name in places:
        if name in seen:
            yield source.problem(location, "undertakings.repeated", f"名称“{name}”重复。")
        seen.add(name)


def _gates(source: Source, table: Location, paper: UndertakingTable) -> Iterator[Problem]:
    for number, gate in enumerate(paper.gates):
        if gate.required not in gate.answers:
            yield source.problem(
                (*table, "gates", number, "required"),
                "undertakings.required",
                f"“{gate.required}”不在可选的答案之中。",
            )


def _fields(source: Source, table: Location, paper: UndertakingTable) -> Iterator[Problem]:
    for number, field in enumerate(paper.fields):
        if field.source not in FIELD_SOURCES:
            yield source.problem(
                (*table, "fields", number, "source"),
                "undertakings.source",
                f"不认识的来源“{field.source}”，可用的有：{'、'.join(FIELD_SOURCES[1:])}。",
            )
