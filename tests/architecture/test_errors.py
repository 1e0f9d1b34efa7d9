"""Every failure has a code of its own and a sentence for people."""

from collections import Counter
from dataclasses import fields, is_dataclass
from string import Formatter

import pytest

from desktop.errors import AppError
from desktop.sentences import SENTENCES
from tests.architecture.sources import modules_without_window


def _subclasses(parent: type[AppError]) -> set[type[AppError]]:
    children = set(parent.__subclasses__())
    return children.union(*(_subclasses(child) for child in children))


def _all_errors() -> list[type[AppError]]:
    for _ in modules_without_window():
        pass
    ours = [error for error in _subclasses(AppError) if error.__module__.startswith("desktop.")]
    return sorted(ours, key=lambda error: (error.__module__, error.__qualname__))


ERRORS = _all_errors()
RAISED = [error for error in ERRORS if not error.__subclasses__()]


def test_codes_are_unique() -> None:
    counted = Counter(error.code for error in RAISED)
    assert [code for code, number in counted.items() if number > 1] == []


@pytest.mark.parametrize("error", RAISED, ids=lambda error: error.__qualname__)
def test_an_error_declares_its_code_and_lives_among_errors(error: type[AppError]) -> None:
    package, _, name = error.code.partition(".")
    assert "code" in vars(error)
    assert name
    assert error.__module__.endswith("errors")
    assert package in error.__module__.split(".")
    assert is_dataclass(error)


@pytest.mark.parametrize("error", RAISED, ids=lambda error: error.__qualname__)
def test_an_error_has_a_sentence_made_of_its_own_fields(error: type[AppError]) -> None:
    text, advice = SENTENCES[error.code]
    wanted = {name for part in (text, advice) for _, name, _, _ in Formatter().parse(part) if name}
    assert text
    assert advice
    assert wanted <= {field.name for field in fields(error)}


def test_no_sentence_is_left_without_its_error() -> None:
    assert set(SENTENCES) - {error.code for error in ERRORS} == set()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_calm_and_complete(code: str) -> None:
    text, advice = SENTENCES[code]
    assert text.endswith(("。", "}"))
    assert advice.endswith(("。", "}"))
    assert not set("！!【】") & set(text + advice)
