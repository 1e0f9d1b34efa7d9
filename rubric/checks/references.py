"""What one entry says of another: parents, hints, papers and pages."""

from collections.abc import Iterator

from rubric.draft import Draft, Part
from rubric.file_schema import SectionFile
from rubric.page_ids import PAGE_IDS
from rubric.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Find names that lead nowhere and criteria without a hint."""
    for part in draft.sections:
        yield from _parents(part)
        yield from _without_hint(draft, part)
    yield from _hints(draft)
    yield from _papers(draft)
    yield from _pages(draft)


def _parents(part: Part[SectionFile]) -> Iterator[Problem]:
    content = part.content
    group_ids = {group.id for group in content.groups}
    for position, group in enumerate(content.groups):
        if group.parent != content.section.id:
            yield part.source.problem(
                ("groups", position, "parent"),
                "references.parent",
                f"上级“{group.parent}”不是本文件的一级项“{content.section.id}”。",
            )
    for position, criterion in enumerate(content.criteria):
        if criterion.parent not in group_ids:
            yield part.source.problem(
                ("criteria", position, "parent"),
                "references.parent",
                f"本文件没有编号为“{criterion.parent}”的上级。",
            )


def _without_hint(draft: Draft, part: Part[SectionFile]) -> Iterator[Problem]:
    helped = {hint.criterion for hint in draft.hints.content.hints}
    for position, criterion in enumerate(part.content.criteria):
        if criterion.id not in helped:
            yield part.source.problem(
                ("criteria", position, "id"),
                "references.no_hint",
                f"条目“{criterion.id}”在 hints.toml 中没有提示。",
            )


def _hints(draft: Draft) -> Iterator[Problem]:
    for position, hint in enumerate(draft.hints.content.hints):
        if hint.criterion not in draft.criterion_ids:
            yield draft.hints.source.problem(
                ("hints", position, "criterion"),
                "references.criterion",
                f"没有编号为“{hint.criterion}”的条目。",
            )


def _papers(draft: Draft) -> Iterator[Problem]:
    for position, paper in enumerate(draft.undertakings.content.undertakings):
        if paper.criterion not in draft.criterion_ids:
            yield draft.undertakings.source.problem(
                ("undertakings", position, "criterion"),
                "references.criterion",
                f"没有编号为“{paper.criterion}”的条目。",
            )


def _pages(draft: Draft) -> Iterator[Problem]:
    for position, page in enumerate(draft.package.content.pages):
        if page not in PAGE_IDS:
            yield draft.package.source.problem(
                ("pages", position),
                "references.page",
                f"没有名为“{page}”的部分，可用的有：{'、'.join(PAGE_IDS)}。",
            )
