"""Chinese sentences for what the shape of a file forbids."""

from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rubric.draft import Source
from rubric.problem import Problem

_TENTHS: Final = "分值以十分之一分计，2.5 分写作 25。"

_TEXTS: Final = {
    "extra_forbidden": "不认识的键“{key}”，请检查拼写。",
    "missing": "缺少“{key}”。",
    "string_type": "“{key}”应当是加引号的文字。",
    "string_too_short": "“{key}”不能为空。",
    "string_too_long": "“{key}”最多 {max_length} 个字。",
    "string_pattern_mismatch": "“{key}”只能由小写字母、数字和下划线组成，并以字母开头。",
    "bool_type": "“{key}”只能是 true 或者 false。",
    "list_type": "“{key}”应当是列表。",
    "too_short": "“{key}”至少要有 {min_length} 项。",
    "model_type": "“{key}”应当是一个表。",
    "enum": "“{key}”只能是 {expected}。",
    "literal_error": "“{key}”只能是 {expected}。",
    "greater_than": "“{key}”应当大于 {gt}。",
    "greater_than_equal": "“{key}”不能小于 {ge}。",
    "less_than_equal": "“{key}”不能大于 {le}。",
}


def schema_problems(source: Source, error: ValidationError) -> Iterator[Problem]:
    """Turn every complaint of the schema into a sentence at its line."""
    for detail in error.errors(include_url=False):
        yield source.problem(detail["loc"], f"schema.{detail['type']}", _sentence(detail))


def _sentence(detail: ErrorDetails) -> str:
    key = ".".join(str(step) for step in detail["loc"] if isinstance(step, str))
    if detail["type"] == "int_type":
        return f"“{key}”应当是整数，不能有小数点或者引号；{_TENTHS}"
    template = _TEXTS.get(detail["type"], "“{key}”写法不对（{type}）。")
    return template.format(**{**detail.get("ctx", {}), "key": key, "type": detail["type"]})
