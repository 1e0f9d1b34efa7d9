"""The JSON forms that the command line promises; points are decimal strings."""

from desktop.domain.assessment import Assessment
from desktop.domain.evidence import EvidenceItem
from desktop.domain.prechecks.base import Finding
from desktop.domain.scoring.sheet import CriterionScore, ScoreSheet
from rubric.points import decimal_points

Json = dict[str, object]


def evidence_view(assessment: Assessment) -> list[Json]:
    """Every evidence item with its links, by number."""
    return [_item_view(assessment, item) for _, item in sorted(assessment.evidence.items())]


def _item_view(assessment: Assessment, item: EvidenceItem) -> Json:
    return {
        "id": item.id,
        "title": item.title,
        "file_name": item.file_name,
        "size": item.size,
        "sha256": item.sha256,
        "level": item.level.value,
        "added_at": item.added_at.isoformat(timespec="seconds"),
        "links": [
            {
                "item": link.criterion_id,
                "locator": link.locator,
                "note": link.note,
                "stamped": link.stamped,
            }
            for link in assessment.links_to(item.id)
        ],
    }


def score_view(sheet: ScoreSheet) -> Json:
    """Both scores; base, bonus and cut_off belong to the conservative one."""
    return {
        "rubric": sheet.rubric_id,
        "year": sheet.year,
        "as_of": sheet.as_of.isoformat(),
        "conservative": decimal_points(sheet.conservative.total),
        "expected": decimal_points(sheet.expected.total),
        "base": decimal_points(sheet.conservative.base),
        "bonus": decimal_points(sheet.conservative.bonus),
        "cut_off": decimal_points(sheet.conservative.cut_off),
        "expected_base": decimal_points(sheet.expected.base),
        "expected_bonus": decimal_points(sheet.expected.bonus),
        "expected_cut_off": decimal_points(sheet.expected.cut_off),
        "sections": [
            {
                "name": section.name,
                "points": decimal_points(section.points),
                "conservative": decimal_points(section.conservative),
                "expected": decimal_points(section.expected),
            }
            for section in sheet.sections
        ],
        "items": {key: _criterion_view(item) for key, item in sheet.criteria.items()},
        "notice": "自评(预评)得分，以评审结果为准",
    }


def _criterion_view(item: CriterionScore) -> Json:
    return {
        "state": item.state.value,
        "points": decimal_points(item.points),
        "conservative": decimal_points(item.conservative),
        "expected": decimal_points(item.expected),
        "reason": item.reason,
    }


def project_view(assessment: Assessment, sheet: ScoreSheet, title: str) -> Json:
    """Profile, states and evidence of a project."""
    return {
        "rubric": {"id": assessment.rubric_id, "title": title},
        "year": assessment.year,
        "round": assessment.round.value,
        "company": {name: str(value) for name, value in assessment.applicant},
        "items": {
            key: {
                "state": item.state.value,
                "note": assessment.response(key).note,
                "evidence": [link.evidence_id for link in assessment.links_of(key)],
            }
            for key, item in sheet.criteria.items()
        },
        "evidence": evidence_view(assessment),
        "undertakings": {
            kind.value: {"version": draft.version, "answers": dict(draft.answers)}
            for kind, draft in assessment.undertakings.items()
        },
        "score": {
            "conservative": decimal_points(sheet.conservative.total),
            "expected": decimal_points(sheet.expected.total),
        },
    }


def findings_view(findings: tuple[Finding, ...]) -> list[Json]:
    """Pre-check findings, errors first."""
    return [
        {
            "rule": finding.rule,
            "rank": finding.rank.value,
            "place": finding.place,
            "text": finding.text,
            "advice": finding.advice,
        }
        for finding in findings
    ]
