"""Our own help texts: finished, and short names that can be told apart."""

from collections.abc import Iterator

from rubric.draft import Draft, Source
from rubric.line_index import Location
from rubric.problem import Problem


def check(draft: Draft) -> Iterator[Problem]:
    """Find unfinished help, and one short name for two criteria."""
    source = draft.hints.source
    names: dict[str, str] = {}
    for position, hint in enumerate(draft.hints.content.hints):
        table: Location = ("hints", position)
        if hint.short in names:
            yield source.problem(
                (*table, "short"),
                "guidance.short",
                f"简称“{hint.short}”与“{names[hint.short]}”的相同。",
            )
        names.setdefault(hint.short, hint.criterion)
        yield from _blanks(source, (*table, "short"), hint.short)
        yield from _blanks(source, (*table, "hint"), hint.hint)
        for key, texts in (("evidence", hint.evidence), ("pitfalls", hint.pitfalls)):
            for number, text in enumerate(texts):
                yield from _blanks(source, (*table, key, number), text)
    head = draft.head
    for number, question in enumerate(head.content.questions_for_the_park):
        yield from _blanks(head.source, ("questions_for_the_park", number), question)


def _blanks(source: Source, location: Location, text: str) -> Iterator[Problem]:
    if "【" in text or "】" in text:
        yield source.problem(location, "guidance.blank", "文字中还有没有填写的【】。")
