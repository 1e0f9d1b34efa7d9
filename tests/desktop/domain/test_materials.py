from desktop.domain.evidence import DisclosureLevel
from desktop.domain.materials import Withheld, materials_of
from tests.support.builders import an_assessment, the_rubric, with_evidence

RUBRIC = the_rubric()


def test_numbers_follow_the_annex_and_an_item_has_one_number() -> None:
    assessment = with_evidence(an_assessment(), 1, "4.1.2", "1.1.1")
    assessment = with_evidence(assessment, 2, "1.1.1")
    assessment = with_evidence(assessment, 3, "4.1.2")
    assert [(item.label, item.item.id) for item in materials_of(RUBRIC, assessment)] == [
        ("1.1.1-01", "E-0001"),
        ("1.1.1-02", "E-0002"),
        ("4.1.2-01", "E-0003"),
    ]


def test_links_of_a_material_are_in_the_order_of_the_annex() -> None:
    assessment = with_evidence(an_assessment(), 1, "7.1.1", "1.1.1", "4.1.2")
    (material,) = materials_of(RUBRIC, assessment)
    assert [link.criterion_id for link in material.links] == ["1.1.1", "4.1.2", "7.1.1"]


def test_only_what_may_be_submitted_goes_in() -> None:
    reasons = {
        DisclosureLevel.SUBMITTABLE: None,
        DisclosureLevel.AFTER_REDACTION: Withheld.AWAITING_REDACTION,
        DisclosureLevel.INTERNAL: Withheld.INTERNAL,
        DisclosureLevel.UNDECIDED: Withheld.INTERNAL,
    }
    assert set(reasons) == set(DisclosureLevel)
    for level, reason in reasons.items():
        (material,) = materials_of(RUBRIC, with_evidence(an_assessment(), 1, "1.1.1", level=level))
        assert material.withheld is reason


def test_the_title_of_an_internal_item_stays_inside() -> None:
    assessment = with_evidence(an_assessment(), 1, "1.1.1", level=DisclosureLevel.INTERNAL)
    (material,) = materials_of(RUBRIC, assessment)
    assert "示例材料" not in material.public_title
    assert "E-0001" in material.public_title


def test_unlinked_items_are_no_material() -> None:
    assert materials_of(RUBRIC, with_evidence(an_assessment(), 1)) == ()
