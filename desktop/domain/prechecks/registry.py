"""All pre-check rules, in the order in which findings are shown inside one rank."""

from desktop.domain.prechecks import criterion_rules, evidence_rules, undertaking_rules
from desktop.domain.prechecks.base import Finding, PrecheckContext, Rank, Rule

RULES: tuple[Rule, ...] = (
    evidence_rules.undecided_level,
    evidence_rules.too_large,
    evidence_rules.claimed_without_evidence,
    undertaking_rules.own_print_attached,
    undertaking_rules.stamped_scan_missing,
    undertaking_rules.dates,
    undertaking_rules.periods_agree,
    evidence_rules.claimed_on_withheld,
    evidence_rules.awaiting_redaction,
    evidence_rules.orphan,
    evidence_rules.reused_bonus,
    evidence_rules.without_note,
    criterion_rules.not_due,
    criterion_rules.not_claimed_without_reason,
    criterion_rules.unfinished,
)

_RANKS = tuple(Rank)


def run_prechecks(context: PrecheckContext) -> tuple[Finding, ...]:
    """Apply every rule: errors first, then warnings, then hints."""
    found = [finding for rule in RULES for finding in rule(context)]
    return tuple(sorted(found, key=lambda finding: _RANKS.index(finding.rank)))
