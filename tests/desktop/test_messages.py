"""Every failure can be worded whatever its fields hold."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields

import pytest

import desktop
from desktop.domain.errors import GateUnansweredError, ProfileError
from desktop.errors import AppError
from desktop.messages import explain
from desktop.storage.errors import DamagedPart, DamagedProjectError


def _classes() -> Iterator[type[AppError]]:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if module.name.endswith(".errors") and not module.name.startswith("desktop.ui"):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and issubclass(value, AppError):
                    yield value


def _code(kind: type[AppError]) -> str:
    return kind.code


KINDS: list[type[AppError]] = sorted(set(_classes()), key=_code)


@pytest.mark.parametrize("kind", KINDS)
def test_every_failure_is_worded_with_whatever_it_holds(kind: type[AppError]) -> None:
    values = {field.name: ("甲{x}", "乙") for field in fields(kind)}
    message = explain(kind(**values))
    for sentence in (message.text, message.advice):
        assert any("\u4e00" <= char <= "\u9fff" for char in sentence)
        assert sentence.rstrip()[-1] in "。：}乙"
    assert str(kind(**values)) == kind.code


def test_an_unexpected_failure_says_that_saved_data_is_unharmed() -> None:
    assert "不受影响" in explain(AppError()).text


def test_short_reasons_and_field_names_are_spelled_out() -> None:
    text = explain(ProfileError("credit_code", "credit_code_check_digit")).text
    assert "统一社会信用代码" in text
    assert "校验位" in text
    assert "credit_code" not in text


def test_lists_are_joined_as_chinese_lists() -> None:
    assert "甲、乙" in explain(GateUnansweredError(("甲", "乙"), ("问一", "问二"))).text


@pytest.mark.parametrize("part", list(DamagedPart))
def test_every_damaged_part_has_a_word(part: DamagedPart) -> None:
    assert part.value not in explain(DamagedProjectError(part)).text
