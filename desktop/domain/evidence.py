"""Evidence items and the links that say which criterion each one proves, and where in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

EvidenceId = NewType("EvidenceId", str)
"""The number of an evidence item in its project: E-0001, E-0002 …, never used twice."""


class DisclosureLevel(StrEnum):
    """Whether an item may leave the company; the values are the words on screen."""

    UNDECIDED = "未定"
    SUBMITTABLE = "可提交"
    AFTER_REDACTION = "脱敏后提交"
    INTERNAL = "内部"


@dataclass(frozen=True)
class EvidenceItem:
    """One file kept in the project.

    Attributes:
        title: What people call it; at first the file's name without its ending.
        file_name: The name it came with, without any folder.
        size: In bytes.
        sha256: Hex digest of the bytes.
        object_id: Where the project file keeps the bytes.
        added_at: UTC.
    """

    id: EvidenceId
    title: str
    file_name: str
    size: int
    sha256: str
    level: DisclosureLevel
    object_id: int
    added_at: datetime


@dataclass(frozen=True)
class EvidenceLink:
    """The statement that an item proves a criterion.

    Attributes:
        locator: Chapter, clause or page in the item, free text (第三章 / 第12页); may be empty.
        note: The 证明说明: one sentence on what the item proves; may be empty.
        stamped: The item is the colour scan of the stamped paper that the criterion asks for.
    """

    evidence_id: EvidenceId
    criterion_id: str
    locator: str = ""
    note: str = ""
    stamped: bool = False
