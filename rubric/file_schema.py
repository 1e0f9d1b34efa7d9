"""The shape of each file of an edition, as an author writes it."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from rubric.model import SCHEMA_VERSION, DateRule, Tick, UndertakingKind
from rubric.points import Tenths

LONGEST_SHORT: Final = 14
"""Characters that a short name may have, so that it fits into a tree."""

Text = Annotated[str, Field(min_length=1)]
Texts = Annotated[list[Text], Field(min_length=1)]
Points = Annotated[Tenths, Field(gt=0)]
Rule = Annotated[DateRule, Field(strict=False)]
Kind = Annotated[UndertakingKind, Field(strict=False)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class HeadFile(_Table):
    """`rubric.toml`: identity and totals."""

    schema_version: Annotated[int, Field(ge=SCHEMA_VERSION, le=SCHEMA_VERSION)]
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Text
    issuer: Text
    document_number: Text
    award: Text
    applicant_kind: Text
    source: Text
    total: Points
    bonus_total: Annotated[Tenths, Field(ge=0)]
    cap: Points
    official_sha256: str
    questions_for_the_park: Texts


class SectionTable(_Table):
    """`[section]` of a section's file."""

    id: Text
    number: Text
    name: Text
    points: Points
    standard: Text
    bonus: bool = False


class GroupTable(_Table):
    """One `[[groups]]` of a section's file."""

    id: Text
    parent: Text
    number: str = ""
    text: str
    points: Points


class CriterionTable(_Table):
    """One `[[criteria]]` of a section's file."""

    id: Text
    parent: Text
    text: Text
    points: Points
    scoring: Tick = Tick()


class SectionFile(_Table):
    """One file below `sections/`: official text and nothing else."""

    section: SectionTable
    groups: Annotated[list[GroupTable], Field(min_length=1)]
    criteria: Annotated[list[CriterionTable], Field(min_length=1)]


class HintTable(_Table):
    """One `[[hints]]` of `hints.toml`."""

    criterion: Text
    short: Annotated[str, Field(min_length=1, max_length=LONGEST_SHORT)]
    hint: Text
    evidence: Texts
    pitfalls: Texts
    date_rule: Rule


class HintsFile(_Table):
    """`hints.toml`: our own help, one table for each criterion."""

    hints: Annotated[list[HintTable], Field(min_length=1)]


class GateTable(_Table):
    """One `[[undertakings.gates]]`."""

    field: Text
    text: Text
    answers: Annotated[list[Text], Field(min_length=2)]
    required: Text
    refusal: Text


class FieldTable(_Table):
    """One `[[undertakings.fields]]`."""

    name: Text
    question: Text
    kind: Literal["text", "date"] = "text"
    source: str = ""


class UndertakingTable(_Table):
    """One `[[undertakings]]` of `undertakings.toml`."""

    kind: Kind
    criterion: Text
    title: Text
    salutation: Text
    paragraphs: Texts
    attachments: list[Text] = []
    signatory_label: Text
    gates: list[GateTable] = []
    fields: list[FieldTable] = []


class UndertakingsFile(_Table):
    """`undertakings.toml`: drafts of the papers; empty where an edition asks for none."""

    undertakings: list[UndertakingTable] = []


class PackageFile(_Table):
    """`package.toml`: the parts of the package in order."""

    pages: Texts
