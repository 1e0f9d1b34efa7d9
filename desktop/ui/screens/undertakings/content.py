"""What 承诺书 shows, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from types import MappingProxyType

from desktop.domain.assessment import ResponseState
from desktop.domain.evidence import DisclosureLevel
from rubric.model import UndertakingKind
from rubric.points import Tenths


class PaperStage(StrEnum):
    """How far one paper is; the values are the words on screen."""

    NOT_ISSUED = "未出具"
    AWAITING_SEAL = "待盖章"
    RETURNED = "已回传，待核对"
    VERIFIED = "已核对"
    NOT_CLAIMED = "不申报"


@dataclass(frozen=True)
class PaperLine:
    """One paper in the list."""

    kind: UndertakingKind
    criterion_id: str
    title: str
    points: Tenths
    state: ResponseState
    stage: PaperStage


@dataclass(frozen=True)
class GateContent:
    """One question before anything else; `answer` is empty until it is given."""

    field: str
    text: str
    answers: tuple[str, ...]
    answer: str


class FieldGroup(StrEnum):
    """Parts of the form; the values are their headings."""

    STATED = "须填写的内容"
    PERIOD = "期间与日期"
    KNOWN = "写入正文的内容"


@dataclass(frozen=True)
class FieldContent:
    """One value of the text.

    Attributes:
        label: Above the field.
        remark: Below the label; may be empty.
        value: What was typed, else the default.
    """

    name: str
    label: str
    remark: str
    is_date: bool
    group: FieldGroup
    value: str


@dataclass(frozen=True)
class FormContent:
    """The left pane for one paper: no field before every gate is passed."""

    kind: UndertakingKind
    gates: tuple[GateContent, ...]
    fields: tuple[FieldContent, ...]
    refusal: str
    """Why this paper cannot be produced with the answers given."""

    @property
    def is_open(self) -> bool:
        """Whether every question is answered so that the paper can be made."""
        return bool(self.fields)


@dataclass(frozen=True)
class Faults:
    """What compose said: sentences by field, and one for the whole paper.

    Attributes:
        names: The fields that need a person, marked or not.
    """

    by_field: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sentence: str = ""
    names: tuple[str, ...] = ()


class StepMark(Enum):
    """How a step is drawn."""

    DONE = "完成"
    NOW = "当前"
    SEAL_NOW = "当前，待盖章"
    LATER = "未到"


@dataclass(frozen=True)
class StepContent:
    """One step after the other: a name and what it is about."""

    name: str
    words: str
    mark: StepMark


@dataclass(frozen=True)
class ScanLine:
    """A stamped scan that is attached to the criterion.

    Attributes:
        caution: What is doubtful about it; empty when nothing is.
    """

    evidence_id: str
    title: str
    level: DisclosureLevel
    added: str
    caution: str


@dataclass(frozen=True)
class ProgressContent:
    """The right pane.

    Attributes:
        verify_obstacle: Why 已核对 cannot be set apart from the three confirmations.
        reminder: That the stamped paper counts, with the points of the criterion.
    """

    criterion_id: str
    steps: tuple[StepContent, ...]
    scans: tuple[ScanLine, ...]
    is_verified: bool
    verify_obstacle: str
    reminder: str

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.mark is StepMark.DONE for step in self.steps)
