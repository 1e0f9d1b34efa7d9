import pytest

from desktop.documents.layout.canvas import mm
from desktop.documents.layout.errors import TableShapeError
from desktop.documents.layout.fonts import FontSet
from desktop.documents.layout.table_paging import PlacedCell, TablePager, TablePart
from desktop.documents.layout.tables import (
    Cell,
    Column,
    Row,
    Table,
    band,
    header_row,
    key_value_table,
    row,
)
from desktop.documents.layout.text_style import Span

PAGE = mm(250)
COLUMNS = (Column(24), Column(90), Column(40))
HEADER = (header_row("类别", "内容", "得分"),)


def text_of(cell: PlacedCell) -> str:
    return "".join(line.text for line in cell.lines)


def texts_of(part: TablePart) -> list[str]:
    return [text_of(cell) for cell in part.cells]


def pages_of(table: Table, faces: FontSet, page: float = PAGE) -> list[TablePart]:
    pager = TablePager(table, faces, page)
    parts: list[TablePart] = []
    while not pager.is_done:
        part = pager.take(page)
        assert part is not None
        parts.append(part)
        assert len(parts) < 400
    return parts


def areas_are_disjoint_and_complete(part: TablePart) -> bool:
    area = sum(cell.width_pt * cell.height_pt for cell in part.cells)
    return area == pytest.approx(part.width_pt * part.height_pt)


def no_text_leaves_its_cell(part: TablePart) -> bool:
    return all(
        sum(line.style.leading_pt for line in cell.lines) <= cell.height_pt + 0.01
        and all(line.width_pt <= cell.width_pt for line in cell.lines)
        for cell in part.cells
    )


def check_pages(parts: list[TablePart], page: float = PAGE) -> None:
    for part in parts:
        assert part.height_pt <= page + 0.1
        assert areas_are_disjoint_and_complete(part)
        assert no_text_leaves_its_cell(part)


def test_a_cell_of_three_thousand_characters_goes_on_over_the_pages(faces: FontSet) -> None:
    long = "保密制度与措施" * 428 + "完毕终点"
    assert len(long) == 3000
    parts = pages_of(Table(COLUMNS, (row("一", long, "3"), row("二", "短", "1")), HEADER), faces)
    check_pages(parts)
    assert len(parts) >= 3
    middle = "".join(text_of(c) for part in parts for c in part.cells if c.x_pt == mm(24))
    assert middle.replace("内容", "") == long + "短"


def test_sections_are_clipped_to_the_page_and_say_that_they_continue(faces: FontSet) -> None:
    rows = tuple(
        Row(
            (
                Cell(f"第{section}类", merge=f"s{section}"),
                Cell(f"{section}.{number} " + "查阅文件资料，现场查看。" * 6),
                Cell("2"),
            )
        )
        for section in range(1, 8)
        for number in range(39)
    )
    parts = pages_of(Table(COLUMNS, rows, HEADER), faces)
    check_pages(parts)
    seen: list[str] = []
    for part in parts:
        left = [text_of(cell) for cell in part.cells if cell.x_pt == 0][1:]
        assert left[0] == f"第{len(seen)}类（续）" or left[0] not in seen
        seen += [text for text in left if "（续）" not in text]
        assert all(text.replace("（续）", "") in seen for text in left)
    assert seen == [f"第{section}类" for section in range(1, 8)]
    assert sum(len(part.cells) for part in parts) > 273 * 2
    assert len({part.height_pt for part in parts[:-1]}) <= 3


def test_merged_cells_of_two_levels_nest(faces: FontSet) -> None:
    rows = tuple(
        Row((Cell(a, merge=a), Cell("同名", merge="g"), Cell(str(n))))
        for a in ("甲", "乙")
        for n in range(3)
    )
    (part,) = pages_of(Table(COLUMNS, rows), faces)
    check_pages([part])
    assert texts_of(part).count("同名") == 2


def test_a_thousand_rows_keep_their_order_and_the_head_is_repeated(faces: FontSet) -> None:
    rows = tuple(row(str(number), "示例内容" * (number % 30), "1") for number in range(1000))
    parts = pages_of(Table(COLUMNS, rows, HEADER), faces)
    check_pages(parts)
    assert all(texts_of(part)[:3] == ["类别", "内容", "得分"] for part in parts)
    numbers = [text_of(c) for part in parts for c in part.cells if c.x_pt == 0]
    assert [text for text in numbers if text != "类别"] == [str(n) for n in range(1000)]


def test_a_row_that_fits_on_a_page_is_never_cut(faces: FontSet) -> None:
    rows = tuple(row(str(n), "甲乙丙丁" * 120, "") for n in range(12))
    for part in pages_of(Table(COLUMNS, rows), faces):
        assert [t for t in texts_of(part) if t and not t.isdigit() and len(t) != 480] == []


def test_a_merged_text_higher_than_its_rows_makes_them_grow(faces: FontSet) -> None:
    rows = tuple(
        Row((Cell("很长的类别名称" * 12, merge="s"), Cell("短"), Cell())) for _ in range(2)
    )
    (part,) = pages_of(Table(COLUMNS, rows), faces)
    check_pages([part])


def test_a_merged_text_longer_than_a_page_is_set_like_any_other(faces: FontSet) -> None:
    text = "很长的类别名称" * 200
    rows = tuple(Row((Cell(text, merge="s"), Cell("短"), Cell())) for _ in range(2))
    parts = pages_of(Table(COLUMNS, rows), faces)
    check_pages(parts)
    assert "".join(text_of(c) for part in parts for c in part.cells if c.x_pt == 0) == text


def test_a_band_is_never_the_last_row_of_a_page(faces: FontSet) -> None:
    rows: list[Row] = []
    for number in range(60):
        rows += [band(f"第{number}部分", 3), row("1", "内容" * (number % 40 + 1), "")]
    for part in pages_of(Table(COLUMNS, tuple(rows), HEADER), faces):
        lowest = max(part.cells, key=lambda cell: cell.y_pt)
        assert not text_of(lowest).endswith("部分")


def test_bands_alone_still_come_out(faces: FontSet) -> None:
    parts = pages_of(Table(COLUMNS, tuple(band(str(n), 3) for n in range(200))), faces)
    assert sum(len(part.cells) for part in parts) == 200


def test_nothing_is_taken_where_no_row_fits(faces: FontSet) -> None:
    pager = TablePager(Table(COLUMNS, (row("1", "二", "3"),), HEADER), faces, PAGE)
    assert pager.take(pager.least_height_pt - 5) is None
    assert not pager.is_done
    assert pager.take(PAGE) is not None
    assert pager.is_done


def test_a_row_that_does_not_fill_its_columns_is_refused(faces: FontSet) -> None:
    with pytest.raises(TableShapeError) as caught:
        TablePager(Table(COLUMNS, (row("1", "2", "3"), row("1", "2"))), faces, PAGE)
    assert (caught.value.row, caught.value.columns, caught.value.found) == (1, 3, 2)


def test_spans_in_a_merged_cell_get_their_continuation_too(faces: FontSet) -> None:
    rows = tuple(
        Row((Cell((Span("甲"), Span("类")), merge="s"), Cell("内容" * 200), Cell()))
        for _ in range(9)
    )
    parts = pages_of(Table(COLUMNS, rows), faces)
    assert [text_of(part.cells[-1]) for part in parts[:2]] == ["甲类", "甲类（续）"]


def test_pairs_stand_side_by_side_and_the_last_takes_the_rest_of_its_row() -> None:
    pairs = (("甲", "1"), ("乙", "2"), ("丙", "3"))
    table = key_value_table(pairs, 160, key_width_mm=30, per_row=2)
    assert [column.width_mm for column in table.columns] == [30, 50, 30, 50]
    assert [cell.span for cell in table.rows[1].cells] == [1, 3]
