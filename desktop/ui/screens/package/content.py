"""What 申报包 shows, as plain values."""

from dataclasses import dataclass

from desktop.domain.assessment import Round
from desktop.domain.prechecks.base import Rank
from desktop.ui.places import Place


@dataclass(frozen=True)
class FindingLine:
    """One finding.

    Attributes:
        label: Number of the criterion or of the evidence; empty for the whole.
        text: The sentence, without the number where it begins with it.
        act: Verb of the jump.
    """

    rank: Rank
    label: str
    text: str
    advice: str
    act: str
    place: Place


@dataclass(frozen=True)
class FindingGroup:
    """All findings of one rank; there may be none."""

    rank: Rank
    remark: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True)
class PartLine:
    """One part of the package, or one section of the evidence below it."""

    title: str
    words: str
    is_section: bool = False


@dataclass(frozen=True)
class PackageContent:
    """Everything on the page that follows from the snapshot.

    Attributes:
        summary: When and by how many rules it was checked.
        withheld: One sentence on what stays out.
        obstacle: Why nothing can be built; empty when it can.
        next_round: What comes after the present round; None after the last.
    """

    summary: str
    groups: tuple[FindingGroup, ...]
    parts: tuple[PartLine, ...]
    parts_summary: str
    withheld: str
    obstacle: str
    round: Round
    next_round: Round | None


@dataclass(frozen=True)
class CertificateContent:
    """The certificate that signs; `caution` says when it cannot be used now."""

    name: str
    period: str
    fingerprint: str
    caution: str = ""


@dataclass(frozen=True)
class ResultContent:
    """A package that was built.

    Attributes:
        folder: Only ever shown in the window.
        sha256: As it is copied; `sha256_groups` is for the eye.
        remarks: What happened to single items, what stayed out, what changed meanwhile.
    """

    file_name: str
    folder: str
    size: str
    score: str
    sha256: str
    sha256_groups: str
    fingerprint: str
    remarks: tuple[str, ...]
