from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.ui.screens.evidence.content import LibraryRow
from desktop.ui.screens.evidence.table_model import Column, LibraryModel
from tests.support.builders import an_item


def test_the_model_keeps_the_rules_of_models() -> None:
    model = LibraryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = LibraryRow(an_item(1), ("4.1.4",), "")
    assert model.show_rows((first, LibraryRow(an_item(2), (), "")))
    assert model.rowCount() == 2
    assert model.index(1, Column.CRITERIA).data() == "未关联"
    changed = LibraryRow(an_item(2), ("1.1.1",), "")
    assert not model.show_rows((first, changed))
    assert model.index(1, Column.CRITERIA).data() == "1.1.1"
    assert model.place_of("E-0002") == 1
    assert model.place_of("E-0009") is None


def test_columns_are_named() -> None:
    names = [LibraryModel().headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert names == ["编号", "名称", "用于条目", "提交级别", "大小", "添加时间"]
