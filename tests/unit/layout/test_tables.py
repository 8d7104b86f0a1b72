from __future__ import annotations

import pytest

from pipeline.layout import Sheet
from pipeline.layout.tables import Column, read_tables
from pipeline.layout.turned import turned_tables
from pipeline.model.geometry import Box
from tests.unit.layout.builders import Drawing

COLUMNS = (
    Column("name", ("股东姓名", "股东名称", "姓名")),
    Column("number", ("证件号码",)),
    Column("amount", ("认缴出资额", "出资额")),
    Column("share", ("出资比例",)),
)
HEADS = ["股东姓名（名称）", "证件号码", "认缴出资额（万元）", "出资比例"]
ZHANG = ["张三", "110999199001011234", "600", "60%"]
YUNQIAO = ["云桥控股\n有限公司", "91999999MA00000000", "400", "40%"]
WIDTHS = [100.0, 150.0, 110.0, 80.0]


def rows(*drawings: Drawing, columns: tuple[Column, ...] = COLUMNS) -> list[list[dict[str, str]]]:
    grids = read_tables([Sheet.of(drawing.page()) for drawing in drawings], columns)
    return [[{name: words.text for name, words in row.items()} for row in grid.rows] for grid in grids]


EXPECTED = [
    {"name": "张三", "number": "110999199001011234", "amount": "600", "share": "60%"},
    {"name": "云桥控股有限公司", "number": "91999999MA00000000", "amount": "400", "share": "40%"},
]


def test_a_ruled_table_with_wrapped_cells_and_a_sum():
    drawing = Drawing()
    drawing.ruled(60, 100, WIDTHS, [HEADS, ZHANG, YUNQIAO, ["合计", "", "1000", "100%"]])
    assert rows(drawing) == [EXPECTED]


@pytest.mark.parametrize("degrees", [-4.0, -0.6, 0.6, 4.0])
def test_the_cells_of_a_leaning_page_are_those_of_a_straight_one(degrees: float):
    drawing = Drawing(reader="ocr")
    for number in range(6):
        drawing.write(60, 60 + number * 20, "第九条　股东的姓名或者名称、出资额、出资方式和出资时间如下表所列")
    drawing.ruled(60, 200, WIDTHS, [HEADS, ZHANG, YUNQIAO, ["合计", "", "1000", "100%"]])
    assert rows(drawing.turned(degrees)) == [EXPECTED]


def test_the_columns_may_stand_in_any_order():
    drawing = Drawing()
    order = [3, 1, 0, 2]
    drawing.ruled(60, 100, [WIDTHS[i] for i in order], [[row[i] for i in order] for row in (HEADS, ZHANG, YUNQIAO)])
    assert rows(drawing) == [EXPECTED]


def test_a_ruled_table_goes_on_overleaf_with_and_without_its_headings():
    for again in ([], [HEADS]):
        first, second = Drawing(), Drawing(number=2)
        first.ruled(60, 740, WIDTHS, [HEADS, ZHANG])
        second.ruled(60, 60, WIDTHS, [*again, YUNQIAO])
        read = rows(first, second)
        assert [row for grid in read for row in grid] == EXPECTED


def test_a_table_that_ends_in_the_middle_of_a_page_does_not_go_on_overleaf():
    first, second = Drawing(), Drawing(number=2)
    first.ruled(60, 200, WIDTHS, [HEADS, ZHANG])
    second.ruled(60, 60, [100, 150], [["董事", "李四"]])
    assert rows(first, second) == [EXPECTED[:1]]


def unruled(drawing: Drawing, top: float, heads: bool = True) -> float:
    if heads:
        for x, text in zip(
            (60, 200, 360, 470), ("股东姓名（名称）", "证件号码", "认缴出资额", "出资比例"), strict=True
        ):
            drawing.write(x, top, text)
        drawing.write(370, top + 16, "（万元）")
        top += 40
    for x, text in zip((60, 200, 380, 475), ZHANG, strict=True):
        drawing.write(x, top, text)
    drawing.write(60, top + 24, "云桥控股")
    for x, text in zip((200, 380, 475), YUNQIAO[1:], strict=True):
        drawing.write(x, top + 32, text)
    drawing.write(60, top + 40, "有限公司")
    return top + 60


def test_an_unruled_table_with_a_wrapped_cell_and_a_unit_under_its_heading():
    drawing = Drawing()
    after = unruled(drawing, 100)
    drawing.paragraph(
        60, after + 10, "第九条 股东应当按期足额缴纳公司章程中规定的各自所认缴的出资额，不得抽逃出资。", 450
    )
    assert rows(drawing) == [EXPECTED]
    (grid,) = read_tables([Sheet.of(drawing.page())], COLUMNS)
    assert grid.headings["amount"].text == "认缴出资额（万元）"


def test_a_column_that_nobody_asked_for_does_not_spill_into_its_neighbours():
    drawing = Drawing()
    for x, text in ((60, "姓名"), (140, "职务"), (220, "证件号码"), (400, "出资比例")):
        drawing.write(x, 100, text)
    for x, text in ((60, "张三"), (140, "董事长"), (220, "110999199001011234"), (400, "60%")):
        drawing.write(x, 124, text)
    assert rows(drawing) == [[{"name": "张三", "number": "110999199001011234", "share": "60%"}]]


def test_a_group_heading_tells_columns_of_one_name_apart():
    drawing = Drawing()
    drawing.cells = []
    drawing.ruled(60, 100, [80], [["月份"]], height=48)
    drawing.ruled(140, 100, [160, 160], [["养老保险", "医疗保险"]])
    drawing.ruled(140, 124, [160, 160], [["缴费基数", "缴费基数"]])
    drawing.ruled(60, 148, [80, 160, 160], [["2026-10", "5000", "6000"]])
    columns = (Column("month", ("月份",)), Column("base", ("缴费基数",), under="医疗保险"))
    assert rows(drawing, columns=columns) == [[{"month": "2026-10", "base": "6000"}]]


def test_text_without_headings_is_no_table():
    drawing = Drawing()
    drawing.paragraph(60, 100, "股东姓名或者名称由公司登记机关登记，出资比例由股东约定。", 400)
    assert rows(drawing) == []


def test_a_name_that_touches_the_number_beside_it_is_parted_at_the_column():
    drawing = Drawing()
    for x, text in ((60, "股东姓名"), (200, "证件号码"), (400, "出资比例")):
        drawing.write(x, 100, text)
    drawing.write(50, 124, "北京虚构听潮企业管理中心91999999MA00000000")
    drawing.write(400, 124, "40%")
    name = "北京虚构听潮企业管理中心"
    assert rows(drawing) == [[{"name": name, "number": "91999999MA00000000", "share": "40%"}]]


def test_headings_that_touch_one_another_are_two():
    drawing = Drawing()
    drawing.write(60, 100, "股东姓名")
    drawing.write(200, 100, "认缴出资额出资比例")
    for x, text in ((60, "张三"), (210, "600"), (275, "60%")):
        drawing.write(x, 124, text)
    assert rows(drawing) == [[{"name": "张三", "amount": "600", "share": "60%"}]]


@pytest.mark.parametrize("size", [9, 12, 15])
def test_numbers_at_the_right_edge_of_their_columns_belong_to_their_own_headings(size):
    drawing = Drawing()
    rights, lefts = (180, 280, 380), (60, 186, 286)
    for left, heading in zip(lefts, ("姓名", "金额", "比例"), strict=True):
        drawing.write(left, 100, heading, size)
    rows = (("张虚构", "500", "50%"), ("李虚构", "30", "3%"), ("王虚构", "4700", "47%"))
    for number, (name, amount, share) in enumerate(rows):
        top = 130 + 26 * number
        drawing.write(60, top, name, size)
        for right, text in ((rights[1], amount), (rights[2], share)):
            drawing.write(right - len(text) * size / 2, top, text, size)
    columns = (Column("name", ("姓名",)), Column("amount", ("金额",)), Column("share", ("比例",)))
    (grid,) = read_tables([Sheet.of(drawing.page())], columns)
    assert [tuple(row[name].text for name in ("name", "amount", "share")) for row in grid.rows] == list(rows)


def test_a_name_in_two_parts_beside_an_empty_cell_stays_under_its_heading():
    drawing = Drawing()
    for left, heading in ((60, "姓名"), (186, "金额"), (286, "比例")):
        drawing.write(left, 100, heading, 12)
    for left, text in ((60, "张"), (84, "虚构"), (286, "50%")):
        drawing.write(left, 126, text, 12)
    columns = (Column("name", ("姓名",)), Column("amount", ("金额",)), Column("share", ("比例",)))
    (grid,) = read_tables([Sheet.of(drawing.page())], columns)
    assert [{name: words.text for name, words in row.items()} for row in grid.rows] == [
        {"name": "张虚构", "share": "50%"}
    ]


GROUPED = (
    Column("name", ("姓名",)),
    Column("amount", ("出资额",), under="认缴"),
    Column("day", ("出资时间",), under="认缴"),
)


@pytest.mark.parametrize("promised_first", [True, False])
def test_a_group_heading_counts_for_the_blank_cells_to_its_right(promised_first: bool):
    groups, values = ["认缴情况", "实缴情况"], [["300", "2030"], ["100", "2024"]]
    if not promised_first:
        groups, values = groups[::-1], values[::-1]
    drawing = Drawing()
    heads = ["姓名", groups[0], "", groups[1], ""]
    below = ["", "出资额", "出资时间", "出资额", "出资时间"]
    drawing.ruled(60, 100, [80.0] * 5, [heads, below, ["张三", *values[0], *values[1]]])
    assert rows(drawing, columns=GROUPED) == [[{"name": "张三", "amount": "300", "day": "2030"}]]


def test_a_sum_with_blank_cells_is_no_second_line_of_the_row_above_it():
    drawing = Drawing()
    for number, row in enumerate(
        (HEADS, ZHANG, ["李四", "110999199001011235", "400", "40%"], ["合计", "", "1000", ""])
    ):
        for text, x in zip(row, (60, 180, 330, 460), strict=True):
            drawing.write(x, 100 + 16 * number, text, 10)
    assert [row["amount"] for row in rows(drawing)[0]] == ["600", "400"]


@pytest.mark.parametrize("fall", [-0.03, -0.015, 0.015, 0.03])
def test_the_first_row_counts_where_the_rows_of_a_photograph_fall(fall: float):
    drawing = Drawing()
    drawing.ruled(60, 100, WIDTHS, [HEADS, ZHANG, YUNQIAO])
    drawing.cells = [Box(c.x0, c.top + fall * c.x0, c.x1, c.bottom + fall * c.x0) for c in drawing.cells]
    drawing.characters = [
        (character, Box(at.x0, at.top + fall * at.x0, at.x1, at.bottom + fall * at.x0), confidence)
        for character, at, confidence in drawing.characters
    ]
    assert rows(drawing) == [EXPECTED]


def test_the_same_headings_twice_in_a_row_are_two_blocks_of_one_table():
    head, first, second = ["股东姓名", "出资比例"], ["张三", "60%"], ["李四", "40%"]
    drawing = Drawing()
    drawing.ruled(60, 100, [80.0] * 4, [[*head, *head], [*first, *second], ["王五", "10%", "", ""]])
    read = [row for grid in rows(drawing) for row in grid]
    assert read == [
        {"name": "张三", "share": "60%"}, {"name": "王五", "share": "10%"}, {"name": "李四", "share": "40%"},
    ]  # fmt: skip


def test_a_value_below_a_heading_of_its_width_names_no_column():
    columns = (*COLUMNS, Column("method", ("货币",)))
    drawing = Drawing()
    drawing.ruled(
        60,
        100,
        [100.0, 100.0, 100.0],
        [["股东姓名", "出资方式", "出资比例"], ["张三", "货币", "60%"], ["李四", "货币", "40%"]],
    )
    assert rows(drawing, columns=columns) == [[{"name": "张三", "share": "60%"}, {"name": "李四", "share": "40%"}]]


def test_a_table_farther_up_groups_no_heading():
    columns = (COLUMNS[0], Column("share", ("比例",), under="认缴"), Column("amount", ("比例",)))
    drawing = Drawing()
    drawing.ruled(60, 100, [100.0, 100.0], [["方式", "认缴出资"], ["货币", "认缴"]])
    drawing.ruled(60, 300, [100.0, 100.0], [["姓名", "比例"], ["张三", "60%"]])
    assert rows(drawing, columns=columns) == [[{"name": "张三", "amount": "60%"}]]


SIDEWAYS = [
    ["股东姓名", "张三", "李四"],
    ["证件号码", "1101", "1102"],
    ["认缴出资额", "60万元", "40万元"],
    ["备注", "", ""],
]


def turned(drawing: Drawing) -> list[list[dict[str, str]]]:
    grids = turned_tables([Sheet.of(drawing.page())], COLUMNS, 3)
    return [[{name: words.text for name, words in row.items()} for row in grid.rows] for grid in grids]


def test_a_table_on_its_side_has_a_row_in_each_column():
    drawing = Drawing()
    drawing.ruled(60, 100, [100.0, 120.0, 120.0], SIDEWAYS)
    assert turned(drawing) == [[
        {"name": "张三", "number": "1101", "amount": "60万元"}, {"name": "李四", "number": "1102", "amount": "40万元"},
    ]]  # fmt: skip


def test_a_form_of_labels_and_values_in_turn_is_no_table_on_its_side():
    drawing = Drawing()
    drawing.ruled(
        60,
        100,
        [100.0] * 4,
        [
            ["姓名", "张三", "证件号码", "1101"],
            ["认缴出资额", "60万元", "出资比例", "60%"],
            ["证件号码", "1", "姓名", "李四"],
        ],
    )
    assert turned(drawing) == []
    drawing = Drawing()
    drawing.ruled(60, 100, [100.0] * 2, [[label, value] for label, value, _ in SIDEWAYS])
    assert turned(drawing) == []


def test_words_that_a_value_lists_are_no_headings():
    columns = (*COLUMNS[:2], *(Column(name, (name,)) for name in ("养老", "失业", "工伤")))
    drawing = Drawing()
    for left, text in ((60, "姓名"), (160, "证件号码"), (330, "参保险种")):
        drawing.write(left, 100, text)
    for row, name in enumerate(("张三", "李四")):
        for left, text in ((60, name), (160, f"110{row}"), (330, "养老、工伤、失业")):
            drawing.write(left, 124 + 24 * row, text)
    read = rows(drawing, columns=columns)
    assert [(row["name"], row["number"]) for grid in read for row in grid] == [("张三", "1100"), ("李四", "1101")]
