"""What 变更记录 says about a line."""

import json

import pytest

from desktop.ui.screens.history.presenter import ACTIONS, OTHER, HistoryPresenter

AT = "2026-11-23T06:00:00+00:00"


def line(code: str, **details: object) -> tuple[str, str, str, str]:
    return (AT, "窗口", code, json.dumps(details, ensure_ascii=False))


@pytest.mark.parametrize(
    ("code", "details", "words"),
    [
        (
            "response.state",
            {"criterion": "4.1.1", "from": "准备中", "to": "材料齐"},
            "条目 4.1.1：准备中 → 材料齐",
        ),
        ("response.note", {"criterion": "4.1.1"}, "条目 4.1.1"),
        ("profile.changed", {"fields": "name,phone"}, "单位全称、联系电话"),
        ("round.entered", {"from": "自评", "to": "园区指导"}, "自评 → 园区指导"),
        ("evidence.attached", {"evidence": "E-0001", "criteria": ""}, "E-0001"),
        (
            "evidence.linked",
            {"evidence": "E-0001", "criteria": "1.1.1,1.1.2"},
            "E-0001，条目 1.1.1、1.1.2",
        ),
        (
            "evidence.unlinked",
            {"evidence": "E-0001", "criterion": "1.1.1"},
            "E-0001，条目 1.1.1",
        ),
        (
            "evidence.level",
            {"evidence": "E-0001", "from": "未定", "to": "内部"},
            "E-0001：未定 → 内部",
        ),
        ("undertaking.issued", {"kind": "A", "version": "2"}, "文书 A，第 2 版"),
        (
            "package.built",
            {"pages": "19", "sha256": "4b7d02e9"},
            "19 页，SHA-256 4b7d 02e9",
        ),
        ("signing.identity_made", {"fingerprint": "ab12cd34"}, "指纹 ab12 cd34"),
        ("project.created", {"rubric": "chongqing_2023", "year": "2026"}, "2026 年度"),
        ("evidence.renamed", {"evidence": "E-0002"}, "E-0002"),
        ("evidence.removed", {"evidence": "E-0002", "sha256": "00"}, "E-0002"),
    ],
)
def test_a_known_line_is_told_in_words(code: str, details: dict[str, object], words: str) -> None:
    presenter = HistoryPresenter()
    presenter.take([line(code, **details)])
    (row,) = presenter.rows
    assert (row.action, row.words) == (ACTIONS[code], words)
    assert code not in row.action


def test_an_unknown_code_is_called_other_and_not_hidden() -> None:
    presenter = HistoryPresenter()
    presenter.take([line("ledger.imported", rows=3)])
    (row,) = presenter.rows
    assert (row.action, row.words) == (OTHER, "ledger.imported")


def test_the_newest_stands_first_and_a_filter_needs_every_word() -> None:
    presenter = HistoryPresenter()
    presenter.take(
        [
            line("response.note", criterion="1.1.1"),
            line("response.state", criterion="1.1.1", **{"from": "未开始", "to": "准备中"}),
            line("response.note", criterion="4.1.1"),
        ]
    )
    assert presenter.rows[0].words == "条目 4.1.1"
    assert presenter.summary == "3 条"
    presenter.set_filter("1.1.1 状态")
    assert [row.action for row in presenter.rows] == ["修改条目状态"]
    assert presenter.summary == "1 / 3 条"
    presenter.set_filter("没有这样的")
    assert presenter.rows == ()
