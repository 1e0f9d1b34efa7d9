"""The parts of a package that a checklist can put in order."""

from typing import Final

PAGE_IDS: Final = (
    "cover",
    "contents",
    "profile",
    "score_sheet",
    "items",
    "undertakings",
    "evidence",
    "withheld",
    "manifest",
    "signature",
)
"""Every id that `package.toml` may name, in the usual order."""
