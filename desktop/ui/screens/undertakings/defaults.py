"""Values that stand in the form before anybody types."""

from collections.abc import Mapping
from datetime import date

from desktop.domain.applicant import Applicant
from desktop.domain.dates import parse_date
from desktop.domain.periods import undertaking_window
from desktop.domain.undertaking import PERIOD_END, PERIOD_START, SIGNED_ON
from rubric.model import UndertakingTemplate


def default_values(
    template: UndertakingTemplate,
    applicant: Applicant,
    award: str,
    typed: Mapping[str, str],
    today: date,
) -> dict[str, str]:
    """Defaults by field name; fields that only a person can fill are not in it.

    Args:
        template: The paper.
        applicant: Gives most of them.
        award: What is applied for.
        typed: What stands in the form; the period ends on the day of signing, as compose has it.
        today: Default day of signing.
    """
    signed_on = day_of(typed.get(SIGNED_ON, "")) or today
    end = day_of(typed.get(PERIOD_END, "")) or signed_on
    known = {
        "award": award,
        **{f"applicant.{name}": str(value) for name, value in applicant},
    }
    return {
        **{item.name: known[item.source] for item in template.fields if item.source in known},
        SIGNED_ON: today.isoformat(),
        PERIOD_END: signed_on.isoformat(),
        PERIOD_START: undertaking_window(end, applicant.founded_on).start.isoformat(),
    }


def day_of(text: str) -> date | None:
    """A date in any office spelling; None for anything else."""
    try:
        return parse_date(text)
    except ValueError:
        return None


def is_same(first: str, second: str) -> bool:
    """Whether two texts of a field say the same; dates may be spelled differently."""
    day = day_of(first)
    return first.strip() == second.strip() or (day is not None and day == day_of(second))
