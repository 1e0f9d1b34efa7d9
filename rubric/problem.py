"""What is wrong in one place of a checklist's files."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that the author of a checklist has to repair.

    Attributes:
        path: The file; it need not exist, when that is the problem.
        line: From 1; the first line where the file as a whole is meant.
        code: Stable name such as "totals.group".
        text: One Chinese sentence for the author.
    """

    path: Path
    line: int
    code: str
    text: str
