from rubric import catalogue
from rubric.export import as_json_object


def test_the_json_form_carries_texts_and_decimal_points() -> None:
    value = as_json_object(catalogue.load("chongqing_2023"))
    sections = value["sections"]
    assert isinstance(sections, list)
    rules = sections[3]
    assert (value["id"], rules["name"], rules["points"]) == ("chongqing_2023", "制度建设完备", "25")
    group = rules["groups"][2]
    assert (group["text"], group["points"]) == ("建立泄密应急处置预案", "2.5")
    item = group["items"][0]
    assert (item["id"], item["text"], item["points"]) == (
        "4.3.1",
        "有商业秘密泄密应急处置预案。",
        "2.5",
    )


def test_the_bonus_has_one_group_without_text() -> None:
    value = as_json_object(catalogue.load("chongqing_2023"))
    sections = value["sections"]
    assert isinstance(sections, list)
    (group,) = sections[-1]["groups"]
    assert (group["text"], group["points"], len(group["items"])) == ("", "5", 5)
