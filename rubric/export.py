"""A checklist as plain values for JSON, with points as decimal strings."""

from rubric.model import Criterion, Group, Rubric, Section
from rubric.points import decimal_points


def as_json_object(rubric: Rubric) -> dict[str, object]:
    """Give the official text of an edition and the digests that identify it."""
    return {
        "id": rubric.id,
        "title": rubric.title,
        "document_number": rubric.document_number,
        "cap": decimal_points(rubric.cap),
        "sha256": rubric.official_sha256,
        "sections": [_section(section) for section in rubric.sections],
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "name": section.name,
        "points": decimal_points(section.points),
        "standard": section.standard,
        "bonus": section.bonus,
        "groups": [_group(group) for group in section.groups],
    }


def _group(group: Group) -> dict[str, object]:
    return {
        "text": group.text,
        "points": decimal_points(group.points),
        "items": [_criterion(criterion) for criterion in group.criteria],
    }


def _criterion(criterion: Criterion) -> dict[str, object]:
    return {
        "id": criterion.id,
        "text": criterion.text,
        "points": decimal_points(criterion.points),
        "sha256": criterion.text_sha256,
    }
