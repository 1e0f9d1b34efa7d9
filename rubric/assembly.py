"""From the checked files of an edition to the checklist."""

from rubric.draft import Draft
from rubric.file_schema import (
    CriterionTable,
    GroupTable,
    HintTable,
    SectionFile,
    UndertakingTable,
)
from rubric.model import (
    Criterion,
    GateQuestion,
    Group,
    Guidance,
    Rubric,
    Section,
    UndertakingField,
    UndertakingKind,
    UndertakingTemplate,
)

_Hints = dict[str, Guidance]
_Papers = dict[str, tuple[UndertakingKind, ...]]


def assemble(draft: Draft) -> Rubric:
    """Join the files of an edition that passed every check.

    The papers of a criterion follow from the undertakings that name it.
    """
    head = draft.head.content
    hints = {hint.criterion: _guidance(hint) for hint in draft.hints.content.hints}
    tables = draft.undertakings.content.undertakings
    papers = {
        criterion_id: tuple(table.kind for table in tables if table.criterion == criterion_id)
        for criterion_id in draft.criterion_ids
    }
    return Rubric(
        schema_version=head.schema_version,
        id=head.id,
        title=head.title,
        issuer=head.issuer,
        document_number=head.document_number,
        award=head.award,
        applicant_kind=head.applicant_kind,
        cap=head.cap,
        package_pages=tuple(draft.package.content.pages),
        sections=tuple(_section(part.content, hints, papers) for part in draft.sections),
        undertakings=tuple(_undertaking(table) for table in tables),
        source=head.source,
        questions_for_the_park=tuple(head.questions_for_the_park),
    )


def _section(file: SectionFile, hints: _Hints, papers: _Papers) -> Section:
    table = file.section
    return Section(
        id=table.id,
        number=table.number,
        name=table.name,
        points=table.points,
        standard=table.standard,
        bonus=table.bonus,
        groups=tuple(_group(group, file, hints, papers) for group in file.groups),
    )


def _group(table: GroupTable, file: SectionFile, hints: _Hints, papers: _Papers) -> Group:
    return Group(
        id=table.id,
        number=table.number,
        text=table.text,
        points=table.points,
        criteria=tuple(
            _criterion(criterion, hints, papers)
            for criterion in file.criteria
            if criterion.parent == table.id
        ),
    )


def _criterion(table: CriterionTable, hints: _Hints, papers: _Papers) -> Criterion:
    return Criterion(
        id=table.id,
        text=table.text,
        points=table.points,
        scoring=table.scoring,
        papers=papers[table.id],
        guidance=hints[table.id],
    )


def _guidance(table: HintTable) -> Guidance:
    return Guidance(
        short=table.short,
        hint=table.hint,
        evidence=tuple(table.evidence),
        pitfalls=tuple(table.pitfalls),
        date_rule=table.date_rule,
    )


def _undertaking(table: UndertakingTable) -> UndertakingTemplate:
    return UndertakingTemplate(
        kind=table.kind,
        criterion_id=table.criterion,
        title=table.title,
        gates=tuple(
            GateQuestion(
                field=gate.field,
                text=gate.text,
                answers=tuple(gate.answers),
                required=gate.required,
                refusal=gate.refusal,
            )
            for gate in table.gates
        ),
        fields=tuple(UndertakingField(**field.model_dump()) for field in table.fields),
        salutation=table.salutation,
        paragraphs=tuple(table.paragraphs),
        attachments=tuple(table.attachments),
        signatory_label=table.signatory_label,
    )
