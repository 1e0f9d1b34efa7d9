import pytest

from tests.rubric.edition_copy import EditionCopy

PAPERS = "undertakings.toml"


@pytest.mark.parametrize(
    ("start", "new"),
    [
        ('title = "关于近两年商业秘密成功', 'title = "关于【事项】的说明"'),
        ('    "【维权日期】', '    "【何日】，我单位提出。",'),
        ('    "【履行或者结案证明】', '    "【附件】复印件",'),
        ('    "【整改材料】', '    "【】",'),
    ],
)
def test_a_variable_without_field_is_found(edition: EditionCopy, start: str, new: str) -> None:
    line = edition.change(PAPERS, start, new)
    assert edition.found() == {(PAPERS, line, "undertakings.variable")}


def test_a_renamed_field_leaves_its_variable_without(edition: EditionCopy) -> None:
    edition.change(PAPERS, 'name = "案号"', 'name = "编号"')
    line = edition.line_of(PAPERS, '    "【维权日期】')
    problem = edition.only_problem()
    assert problem.line == line
    assert "【案号】" in problem.text


@pytest.mark.parametrize("text", ["结果为【处理结果。", "结果为处理结果】。", "【【案号】】"])
def test_brackets_that_do_not_pair_are_found(edition: EditionCopy, text: str) -> None:
    line = edition.change(PAPERS, '    "【处理日期】', f'    "{text}",')
    assert (PAPERS, line, "undertakings.bracket") in edition.found()


def test_a_name_used_twice_is_found(edition: EditionCopy) -> None:
    line = edition.change(PAPERS, 'name = "配合情况"', 'name = "是否受侵犯"')
    assert (PAPERS, line, "undertakings.repeated") in edition.found()


def test_a_gate_that_no_answer_passes_is_found(edition: EditionCopy) -> None:
    line = edition.change_after(PAPERS, 'kind = "B"', "required", 'required = "无"')
    assert edition.found() == {(PAPERS, line, "undertakings.required")}


def test_an_unknown_source_is_found(edition: EditionCopy) -> None:
    line = edition.change_after(PAPERS, 'kind = "B"', "source", 'source = "applicant.fax"')
    assert edition.found() == {(PAPERS, line, "undertakings.source")}
