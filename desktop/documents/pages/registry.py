"""All kinds of pages, by the id that a rubric's package.toml uses."""

from desktop.documents.pages import (
    contents,
    cover,
    items,
    manifest,
    profile,
    score_sheet,
    signature,
    undertakings,
    withheld,
)
from desktop.documents.pages.base import PageSpec

EVIDENCE = "evidence"
"""The id under which the evidence itself stands; its pages are not typeset here."""

PAGES: tuple[PageSpec, ...] = (
    cover.PAGE,
    contents.PAGE,
    profile.PAGE,
    score_sheet.PAGE,
    items.PAGE,
    undertakings.PAGE,
    withheld.PAGE,
    manifest.PAGE,
    signature.PAGE,
)


def page(page_id: str) -> PageSpec:
    """Find a kind of page; KeyError for an unknown id."""
    for spec in PAGES:
        if spec.id == page_id:
            return spec
    raise KeyError(page_id)
