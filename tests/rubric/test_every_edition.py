"""What every shipped edition must be good for."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from rubric import catalogue
from rubric.date_rules import DATE_RULE_TEXT
from rubric.export import as_json_object
from rubric.line_index import LineIndex, Location
from rubric.model import Rubric
from rubric.page_ids import PAGE_IDS
from tests.rubric.edition_copy import SHIPPED

EDITIONS = catalogue.available()


@pytest.fixture(params=EDITIONS)
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return catalogue.load(str(request.param))


def own_texts(rubric: Rubric) -> list[str]:
    """Everything of ours that a person reads."""
    texts = [*rubric.questions_for_the_park]
    for criterion in rubric.criteria():
        help_text = criterion.guidance
        texts += [help_text.short, help_text.hint, *help_text.evidence, *help_text.pitfalls]
    for paper in rubric.undertakings:
        texts += [paper.title, paper.salutation, *paper.paragraphs, *paper.attachments]
        texts += [gate.text for gate in paper.gates] + [gate.refusal for gate in paper.gates]
        texts += [field.question for field in paper.fields]
    return texts


def keys(content: object, location: Location = ()) -> list[Location]:
    if isinstance(content, dict):
        return [
            found
            for key, value in content.items()
            for found in [(*location, key), *keys(value, (*location, key))]
        ]
    if isinstance(content, list):
        return [
            found
            for position, value in enumerate(content)
            for found in keys(value, (*location, position))
        ]
    return []


def test_an_edition_is_shipped() -> None:
    assert "chongqing_2023" in EDITIONS


def test_nothing_is_wrong_with_it(rubric: Rubric) -> None:
    assert catalogue.check_shipped(rubric.id) == ()


def test_the_points_add_up_from_the_leaves_to_the_whole(rubric: Rubric) -> None:
    for section in rubric.sections:
        assert sum(group.points for group in section.groups) == section.points
        for group in section.groups:
            assert sum(criterion.points for criterion in group.criteria) == group.points


def test_every_criterion_can_be_found_from_its_id(rubric: Rubric) -> None:
    for criterion in rubric.criteria():
        assert rubric.criterion(criterion.id) is criterion
        assert criterion in rubric.section_of(criterion.id).criteria
        assert criterion in rubric.group_of(criterion.id).criteria


def test_every_criterion_has_help_and_a_date_rule_with_a_sentence(rubric: Rubric) -> None:
    for criterion in rubric.criteria():
        assert 0 < len(criterion.guidance.short) <= 14
        assert criterion.guidance.hint.endswith("。")
        assert criterion.guidance.evidence
        assert criterion.guidance.pitfalls
        assert DATE_RULE_TEXT[criterion.guidance.date_rule]


def test_our_own_texts_are_in_full_width_chinese(rubric: Rubric) -> None:
    assert [text for text in own_texts(rubric) if re.search(r"[(),;:?!]", text)] == []


def test_our_own_texts_give_no_verdict(rubric: Rubric) -> None:
    assert [text for text in own_texts(rubric) if "合格" in text or "电子签章" in text] == []


def test_its_papers_ask_before_they_speak(rubric: Rubric) -> None:
    for paper in rubric.undertakings:
        assert paper.gates
        assert all(gate.refusal.endswith("。") for gate in paper.gates)


def test_its_package_names_known_pages(rubric: Rubric) -> None:
    assert set(rubric.package_pages) <= set(PAGE_IDS)


def test_the_receiving_body_can_be_asked(rubric: Rubric) -> None:
    assert rubric.questions_for_the_park


def test_it_survives_the_way_through_json(rubric: Rubric) -> None:
    value = as_json_object(rubric)
    assert json.loads(json.dumps(value, ensure_ascii=False)) == value


@pytest.mark.parametrize("file", sorted(SHIPPED.rglob("*.toml")), ids=lambda file: file.name)
def test_the_line_of_every_key_in_its_files_is_known(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.split("\n")
    index = LineIndex(text)
    found = keys(tomllib.loads(text))
    assert found
    for location in found:
        assert str(location[-1]) in lines[index.line_of(location) - 1]
