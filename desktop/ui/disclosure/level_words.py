"""What the levels mean, and which change of level is asked about first."""

from typing import Final

from desktop.domain.evidence import DisclosureLevel

CHOICES: Final = (
    DisclosureLevel.SUBMITTABLE,
    DisclosureLevel.AFTER_REDACTION,
    DisclosureLevel.INTERNAL,
)
"""What a person decides for; 未定 is where every file begins."""

MEANINGS: Final = {
    DisclosureLevel.UNDECIDED: "还没有决定，申报包不能生成",
    DisclosureLevel.SUBMITTABLE: "原样进入申报包",
    DisclosureLevel.AFTER_REDACTION: "原件不进包，另交脱敏副本",
    DisclosureLevel.INTERNAL: "永不进入申报包",
}


def needs_question(old: DisclosureLevel, new: DisclosureLevel) -> bool:
    """Whether a change lets out what was kept inside: from 内部 to 可提交."""
    return old is DisclosureLevel.INTERNAL and new is DisclosureLevel.SUBMITTABLE
