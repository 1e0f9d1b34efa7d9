"""Sentences for failures: what happened, what it means for the data, what to do.

The only place where errors get wording, for both faces.
"""

from dataclasses import dataclass, fields

from desktop.errors import AppError
from desktop.sentences import ADVICE_UNEXPECTED, REASONS, SENTENCES, TEXT_UNEXPECTED


@dataclass(frozen=True)
class Message:
    """One failure in words.

    Attributes:
        text: What happened and what it means for the data.
        advice: What to do next.
    """

    text: str
    advice: str


def explain(error: AppError) -> Message:
    """Word a failure; one without a sentence of its own is called unexpected."""
    text, advice = SENTENCES.get(error.code, (TEXT_UNEXPECTED, ADVICE_UNEXPECTED))
    values = {field.name: _spelled(error, field.name) for field in fields(error)}
    return Message(text.format_map(values), advice.format_map(values))


def _spelled(error: AppError, field_name: str) -> str:
    value = getattr(error, field_name)
    if isinstance(value, tuple):
        return "、".join(str(part) for part in value)
    text = str(value)
    return REASONS.get(f"{error.code}.{field_name}.{text}", text)
