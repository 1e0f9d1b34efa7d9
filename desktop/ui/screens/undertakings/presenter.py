"""承诺书 without Qt: what was typed, what is asked, what is wrong, how far each paper is."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.errors import (
    FieldValueError,
    GateUnansweredError,
    UndertakingPeriodError,
)
from desktop.domain.prechecks import undertaking_rules
from desktop.domain.prechecks.base import PrecheckContext
from desktop.domain.undertaking import PERIOD_END, PERIOD_START, SIGNED_ON
from desktop.errors import AppError
from desktop.messages import explain
from desktop.services.open_project import OpenProject
from desktop.services.services import Services
from desktop.services.undertaking_service import PreparedUndertaking
from desktop.ui.screens.undertakings.content import (
    Faults,
    FieldContent,
    FieldGroup,
    FormContent,
    GateContent,
    PaperLine,
    ProgressContent,
)
from desktop.ui.screens.undertakings.defaults import default_values, is_same
from desktop.ui.screens.undertakings.steps import Draft, progress_of, stage_of
from rubric.model import UndertakingField, UndertakingKind, UndertakingTemplate

_PERIOD = (PERIOD_START, PERIOD_END, SIGNED_ON)
_PERIOD_REMARKS = {PERIOD_END: "默认与签署日期相同", PERIOD_START: "默认往前推满两年"}


class UndertakingsPresenter:
    """Keeps what is typed for each paper until it is issued or the project is locked."""

    def __init__(self, services: Services, project: OpenProject) -> None:
        self._services = services
        self._project = project
        self._typed: dict[UndertakingKind, dict[str, str]] = {}
        self.kind = project.rubric.undertakings[0].kind

    @property
    def template(self) -> UndertakingTemplate:
        """The draft of the paper that is shown."""
        return self._project.rubric.undertaking(self.kind)

    def show(self, key: str) -> bool:
        """Choose a paper by its kind or by its criterion; False when the edition has none."""
        for template in self._project.rubric.undertakings:
            if key == template.kind.value:
                self.kind = template.kind
                return True
        of_criterion = [
            template.kind
            for template in self._project.rubric.undertakings
            if template.criterion_id == key
        ]
        if not of_criterion:
            return False
        begun = [kind for kind in of_criterion if kind in self._project.assessment.undertakings]
        self.kind = (begun or of_criterion)[0]
        return True

    def papers(self) -> tuple[PaperLine, ...]:
        """Every paper of the edition."""
        assessment, rubric = self._project.assessment, self._project.rubric
        scores = self._services.scoring.sheet(self._project).criteria
        lines = []
        for template in rubric.undertakings:
            criterion = rubric.criterion(template.criterion_id)
            state = scores[criterion.id].state
            stage = stage_of(assessment, criterion, template.kind, state)
            lines.append(
                PaperLine(
                    template.kind, criterion.id, template.title, criterion.points, state, stage
                )
            )
        return tuple(lines)

    def answer(self, field: str, answer: str) -> None:
        """Answer a gate question."""
        self._draft()[field] = answer

    def set_value(self, name: str, text: str) -> None:
        """Take what stands in a field; a default that was not touched is not kept."""
        default = self._defaults().get(name, "")
        self._draft()[name] = "" if is_same(text, default) else text.strip()

    def answers(self) -> Mapping[str, str]:
        """Everything for the service; what is empty falls back to the default."""
        given = {**self._draft()}
        if not given.get(SIGNED_ON):
            given[SIGNED_ON] = self._project.clock.today().isoformat()
        return MappingProxyType(given)

    def form(self) -> FormContent:
        """Gate questions, and the fields once they are passed."""
        typed, template = self._draft(), self.template
        gates = tuple(
            GateContent(gate.field, gate.text, gate.answers, typed.get(gate.field, ""))
            for gate in template.gates
        )
        refusal = next(
            (
                gate.refusal
                for gate in template.gates
                if typed.get(gate.field) and typed[gate.field] != gate.required
            ),
            "",
        )
        answered = all(typed.get(gate.field) for gate in template.gates)
        fields = self._fields() if answered and not refusal else ()
        return FormContent(self.kind, gates, fields, refusal)

    def progress(self, prepared: PreparedUndertaking | None) -> ProgressContent:
        """The right pane; `prepared` is the paper as it stands in the form, when it is whole."""
        criterion = self._project.rubric.criterion(self.template.criterion_id)
        state = self._services.scoring.sheet(self._project).criteria[criterion.id].state
        draft = Draft(prepared.draft.version if prepared else 0)
        return progress_of(self._project.assessment, criterion, self.kind, state, draft)

    def faults(self, error: AppError, *, reveal: bool) -> Faults:
        """Word why there is no paper.

        Args:
            error: From the service.
            reveal: Whether empty fields are marked too; untouched ones are not at first.
        """
        message = explain(error)
        match error:
            case GateUnansweredError(fields=names):
                marks = dict.fromkeys(names, "请填写。") if reveal else {}
                sentence = f"还需填写：{'、'.join(names)}。"
                return Faults(MappingProxyType(marks), sentence, names)
            case FieldValueError(field_name=name):
                marks = {name: f"{message.text}{message.advice}"}
                return Faults(MappingProxyType(marks), message.text, (name,))
            case UndertakingPeriodError():
                marks = {PERIOD_START: f"{message.text}{message.advice}"}
                return Faults(MappingProxyType(marks), message.text, (PERIOD_START,))
            case _:
                return Faults(sentence=f"{message.text}{message.advice}")

    def cautions(self, prepared: PreparedUndertaking) -> tuple[str, ...]:
        """What the pre-check would say of this paper's dates and period."""
        project = self._project
        context = PrecheckContext(
            rubric=project.rubric,
            assessment=project.assessment.with_undertaking(prepared.draft),
            sheet=self._services.scoring.sheet(project),
            today=project.clock.today(),
        )
        found = (
            *undertaking_rules.dates(context),
            *undertaking_rules.periods_agree(context),
        )
        return tuple(
            f"{finding.text}{finding.advice}"
            for finding in found
            if finding.place in {self.kind.value, ""}
        )

    def proposed_name(self) -> str:
        """A file name for the print, without the company's name."""
        template = self.template
        return f"{template.criterion_id} {template.title}.pdf"

    def _draft(self) -> dict[str, str]:
        if self.kind not in self._typed:
            kept = self._services.undertakings.answers(self._project, self.kind)
            self._typed[self.kind] = dict(kept)
        return self._typed[self.kind]

    def _defaults(self) -> dict[str, str]:
        project = self._project
        return default_values(
            self.template,
            project.assessment.applicant,
            project.rubric.award,
            self._draft(),
            project.clock.today(),
        )

    def _fields(self) -> tuple[FieldContent, ...]:
        defaults, typed = self._defaults(), self._draft()

        def content(name: str, label: str, remark: str, group: FieldGroup) -> FieldContent:
            value = typed.get(name, "") or defaults.get(name, "")
            return FieldContent(name, label, remark, name in days, group, value)

        others = [field for field in self.template.fields if field.name not in _PERIOD]
        days = {field.name for field in others if field.kind == "date"} | set(_PERIOD)
        stated = [content(*_words(field)) for field in others if not field.source]
        known = [content(*_words(field)) for field in others if field.source]
        period = [
            content(name, name, _PERIOD_REMARKS.get(name, ""), FieldGroup.PERIOD)
            for name in _PERIOD
        ]
        return (*stated, *period, *known)


def _words(field: UndertakingField) -> tuple[str, str, str, FieldGroup]:
    """Name, label, remark and part of the form of one field."""
    if field.source:
        return field.name, field.name, "", FieldGroup.KNOWN
    return field.name, field.question, "", FieldGroup.STATED
