"""Ids: unique, built on the id of their parent, and the edition's own name."""

from collections.abc import Iterator, Sequence

from rubric.draft import Draft, Part, Source
from rubric.file_schema import CriterionTable, GroupTable, SectionFile
from rubric.line_index import Location
from rubric.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Find ids that are used twice or do not fit their place."""
    head = draft.head
    if head.content.id != draft.folder_name:
        yield head.source.problem(
            ("id",), "identity.folder", f"id 应当与文件夹名“{draft.folder_name}”相同。"
        )
    yield from _repeated("编号", (place for part in draft.sections for place in _ids(part)))
    yield from _repeated("序号", (_number(part) for part in draft.sections))
    hints = draft.hints
    yield from _repeated(
        "条目",
        (
            (hints.source, ("hints", position, "criterion"), hint.criterion)
            for position, hint in enumerate(hints.content.hints)
        ),
    )
    papers = draft.undertakings
    yield from _repeated(
        "文书种类",
        (
            (papers.source, ("undertakings", position, "kind"), paper.kind.value)
            for position, paper in enumerate(papers.content.undertakings)
        ),
    )
    yield from _repeated(
        "部分",
        (
            (draft.package.source, ("pages", position), page)
            for position, page in enumerate(draft.package.content.pages)
        ),
    )
    for part in draft.sections:
        yield from _misplaced(part)


def _ids(part: Part[SectionFile]) -> Iterator[tuple[Source, Location, str]]:
    yield part.source, ("section", "id"), part.content.section.id
    for position, group in enumerate(part.content.groups):
        yield part.source, ("groups", position, "id"), group.id
    for position, criterion in enumerate(part.content.criteria):
        yield part.source, ("criteria", position, "id"), criterion.id


def _number(part: Part[SectionFile]) -> tuple[Source, Location, str]:
    return part.source, ("section", "number"), part.content.section.number


def _repeated(what: str, places: Iterator[tuple[Source, Location, str]]) -> Iterator[Problem]:
    first: dict[str, tuple[Source, Location]] = {}
    for source, location, name in places:
        if name not in first:
            first[name] = (source, location)
            continue
        earlier, where = first[name]
        place = f"{earlier.path.name} 第 {earlier.lines.line_of(where)} 行"
        yield source.problem(
            location, "identity.repeated", f"{what}“{name}”重复，{place}已经用过。"
        )


def _misplaced(part: Part[SectionFile]) -> Iterator[Problem]:
    tables: tuple[tuple[str, Sequence[GroupTable | CriterionTable]], ...] = (
        ("groups", part.content.groups),
        ("criteria", part.content.criteria),
    )
    for table, nodes in tables:
        for position, node in enumerate(nodes):
            if not node.id.startswith(f"{node.parent}."):
                yield part.source.problem(
                    (table, position, "id"),
                    "identity.prefix",
                    f"编号“{node.id}”应当以上级编号加点（“{node.parent}.”）开头。",
                )
