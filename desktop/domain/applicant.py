"""The company that applies, and whom it applies to."""

import unicodedata
from datetime import date
from typing import Final

from pydantic import BaseModel, ConfigDict

from desktop.domain import credit_code
from desktop.domain.errors import ProfileError

_LONGEST: Final = 200
_NOT_WRITABLE: Final = frozenset({"Cc", "Cs"})
"""Control characters, and halves of characters that no file can keep."""


class Applicant(BaseModel):
    """The company profile; every text is trimmed and not empty.

    `recipient` is the body that receives the application and `recommender` the one that
    recommends it: both are editable data, because competent bodies change.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    credit_code: str
    legal_representative: str
    address: str
    founded_on: date
    contact: str
    phone: str
    recipient: str
    recommender: str


FIELD_LABELS: Final = {
    "name": "单位全称",
    "credit_code": "统一社会信用代码",
    "legal_representative": "法定代表人",
    "address": "住所",
    "founded_on": "成立日期",
    "contact": "联系人",
    "phone": "联系电话",
    "recipient": "收文单位",
    "recommender": "推荐单位",
}
"""What each profile field is called on paper and on screen, in the order of the form."""


def applicant_from_fields(fields: object, today: date) -> Applicant:
    """Check a profile field by field.

    Args:
        fields: A mapping of field names to texts, as read from a form or a JSON file;
            `founded_on` is an ISO date.
        today: A company founded after it is refused.

    Raises:
        ProfileError: Names the first field that is missing, unknown or cannot be right.
    """
    if not isinstance(fields, dict):
        raise ProfileError("profile", "not_text")
    for name in fields:
        if name not in FIELD_LABELS:
            raise ProfileError(str(name), "unknown")
    texts = {name: _text(fields, name) for name in FIELD_LABELS}
    code = unicodedata.normalize("NFKC", texts["credit_code"]).upper()
    if fault := credit_code.fault_of(code):
        raise ProfileError("credit_code", f"credit_code_{fault}")
    founded_on = _date(texts["founded_on"], today)
    return Applicant.model_validate({**texts, "credit_code": code, "founded_on": founded_on})


def _text(fields: dict[str, object], name: str) -> str:
    value = fields.get(name)
    if value is None:
        raise ProfileError(name, "missing")
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str):
        raise ProfileError(name, "not_text")
    text = " ".join(value.split())
    if not text:
        raise ProfileError(name, "missing")
    if len(text) > _LONGEST:
        raise ProfileError(name, "too_long")
    if any(unicodedata.category(char) in _NOT_WRITABLE for char in text):
        raise ProfileError(name, "not_text")
    return text


def _date(text: str, today: date) -> date:
    try:
        founded_on = date.fromisoformat(text)
    except ValueError as error:
        raise ProfileError("founded_on", "date") from error
    if founded_on > today:
        raise ProfileError("founded_on", "future_date")
    return founded_on
