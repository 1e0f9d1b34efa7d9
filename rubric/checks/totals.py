"""Points: criteria add up to their group, groups to their section, sections to the total."""

from collections.abc import Iterator, Sequence

from rubric.draft import Draft, Part, Source
from rubric.file_schema import SectionFile
from rubric.line_index import Location
from rubric.points import Tenths, decimal_points
from rubric.problem import Problem

_Summand = tuple[str, Tenths, Source, Location]
"""What it is called, its points, and where they are written."""


def check(draft: Draft) -> Iterator[Problem]:
    """Compare every sum with the points written above it.

    The problem stands at the sum; its text names the lines of all summands, because either side
    can be the wrong one.
    """
    for part in draft.sections:
        yield from _groups(part)
        yield from _section(part)
    yield from _edition(draft, "total", "基本分合计", bonus=False)
    yield from _edition(draft, "bonus_total", "加分合计", bonus=True)


def _groups(part: Part[SectionFile]) -> Iterator[Problem]:
    for position, group in enumerate(part.content.groups):
        leaves: list[_Summand] = [
            (leaf.id, leaf.points, part.source, ("criteria", number, "points"))
            for number, leaf in enumerate(part.content.criteria)
            if leaf.parent == group.id
        ]
        location: Location = ("groups", position, "points")
        name = f"“{group.id}”"
        yield from _compare(part.source, location, name, group.points, leaves)


def _section(part: Part[SectionFile]) -> Iterator[Problem]:
    section = part.content.section
    groups: list[_Summand] = [
        (group.id, group.points, part.source, ("groups", position, "points"))
        for position, group in enumerate(part.content.groups)
    ]
    name = f"“{section.name}”"
    yield from _compare(part.source, ("section", "points"), name, section.points, groups)


def _edition(draft: Draft, key: str, name: str, *, bonus: bool) -> Iterator[Problem]:
    head = draft.head
    sections: list[_Summand] = [
        (part.content.section.name, part.content.section.points, part.source, ("section", "points"))
        for part in draft.sections
        if part.content.section.bonus is bonus
    ]
    stated = head.content.bonus_total if bonus else head.content.total
    yield from _compare(head.source, (key,), name, stated, sections)


def _compare(
    source: Source, location: Location, name: str, stated: Tenths, summands: Sequence[_Summand]
) -> Iterator[Problem]:
    total = Tenths(sum(points for _, points, _, _ in summands))
    if total == stated:
        return
    listed = "、".join(
        f"{label} 为 {decimal_points(points)} 分（{_place(where, at, source)}）"
        for label, points, where, at in summands
    )
    yield source.problem(
        location,
        "totals.sum",
        f"{name}记为 {decimal_points(stated)} 分，所含各项合计 {decimal_points(total)} 分："
        f"{listed or '没有下级'}。",
    )


def _place(where: Source, location: Location, reader: Source) -> str:
    line = f"第 {where.lines.line_of(location)} 行"
    return line if where is reader else f"{where.path.name} {line}"
