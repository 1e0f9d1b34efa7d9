from desktop.documents.pages.registry import EVIDENCE, PAGES
from rubric.page_ids import PAGE_IDS


def test_a_checklist_may_name_exactly_the_pages_that_can_be_made() -> None:
    assert sorted(PAGE_IDS) == sorted([EVIDENCE, *(page.id for page in PAGES)])
