from __future__ import annotations

import pytest

from pipeline.layout import Sheet, Words
from pipeline.layout.labels import label_hits
from pipeline.layout.values import value_below, value_right_of
from pipeline.model.geometry import Box
from tests.unit.layout.builders import Drawing

LABELS = ("名称", "类型", "法定代表人", "注册资本", "成立日期", "住所", "经营范围", "登记机关")


def value(drawing: Drawing, label: str) -> Words | None:
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, LABELS)
    return value_right_of(sheet, next(hit for hit in hits if hit.label == label), hits)


def text(drawing: Drawing, label: str) -> str | None:
    words = value(drawing, label)
    return None if words is None else words.text


def test_the_tail_of_a_label_glued_to_its_value_is_cut_off():
    drawing = Drawing(reader="ocr")
    drawing.write(60, 100, "法定代表人李芸")
    assert text(drawing, "法定代表人") == "李芸"


def test_a_value_ends_where_the_next_label_of_the_line_begins():
    drawing = Drawing()
    drawing.write(60, 100, "名称：云桥公司")
    drawing.write(160, 100, "住所：北京市")
    assert (text(drawing, "名称"), text(drawing, "住所")) == ("云桥公司", "北京市")


@pytest.fixture
def two_columns() -> Drawing:
    drawing = Drawing(842, 595)
    scope = "第一类增值电信业务；互联网接入服务；网络技术服务。"
    drawing.write(60, 200, "名　　称")
    drawing.write(140, 200, "云桥（北京）网络有限公司")
    drawing.write(470, 204, "注册资本")
    drawing.write(550, 204, "壹仟万元整")
    drawing.write(60, 224, "经营范围")
    drawing.paragraph(140, 224, scope * 4, 290)
    drawing.write(470, 230, "住　　所")
    drawing.paragraph(550, 230, "北京市海淀区虚构路一百零八号云桥大厦十二层一二零三室甲乙", 190)
    return drawing


def test_wrapped_values_of_two_columns_are_not_mixed(two_columns: Drawing):
    assert text(two_columns, "经营范围") == "第一类增值电信业务；互联网接入服务；网络技术服务。" * 4
    assert text(two_columns, "住所") == "北京市海淀区虚构路一百零八号云桥大厦十二层一二零三室甲乙"


def test_the_box_of_a_wrapped_value_covers_its_lines(two_columns: Drawing):
    words = value(two_columns, "住所")
    assert words is not None
    assert [round(edge) for edge in words.box] == [550, 230, 730, 260]


def test_a_value_does_not_run_into_the_next_field_below():
    drawing = Drawing()
    drawing.write(60, 100, "名称")
    drawing.write(140, 100, "云桥公司")
    drawing.write(60, 118, "类型")
    drawing.write(140, 118, "有限责任公司")
    assert text(drawing, "名称") == "云桥公司"


def test_a_paragraph_further_down_is_not_part_of_the_value():
    drawing = Drawing()
    drawing.write(60, 100, "住所")
    drawing.write(140, 100, "北京市海淀区")
    drawing.write(140, 150, "国家市场监督管理总局监制")
    assert text(drawing, "住所") == "北京市海淀区"


def test_a_label_with_nothing_beside_it_has_no_value():
    drawing = Drawing()
    drawing.write(60, 100, "登记机关")
    drawing.write(400, 100, "监制")
    assert text(drawing, "登记机关") is None


def test_in_ruled_cells_the_value_is_the_next_cell_or_the_rest_of_its_own():
    drawing = Drawing()
    drawing.ruled(60, 100, [80, 120, 80, 120], [["名称", "云桥网络\n有限公司", "住所：北京市", ""]])
    assert (text(drawing, "名称"), text(drawing, "住所")) == ("云桥网络有限公司", "北京市")


def test_an_empty_cell_beside_a_label_is_no_value():
    drawing = Drawing()
    drawing.ruled(60, 100, [80, 120, 80, 120], [["名称", "", "住所", "北京市"]])
    assert text(drawing, "名称") is None


def test_a_value_beside_a_label_written_downwards():
    drawing = Drawing()
    drawing.down(60, 100, "住所")
    drawing.write(100, 107, "北京市海淀区")
    assert text(drawing, "住所") == "北京市海淀区"


@pytest.mark.parametrize("ruled", [True, False])
def test_the_value_below_a_label(ruled: bool):
    drawing = Drawing()
    if ruled:
        drawing.ruled(60, 100, [120, 120], [["名称", "类型"], ["云桥公司", "有限责任公司"]])
    else:
        drawing.write(60, 100, "名称")
        drawing.write(200, 100, "类型")
        drawing.write(60, 118, "云桥公司")
        drawing.write(200, 118, "有限责任公司")
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, LABELS)
    below = [value_below(sheet, hit, hits) for hit in hits]
    assert [words.text for words in below if words] == ["云桥公司", "有限责任公司"]


def test_a_value_that_nearly_touches_the_next_column_ends_where_that_begins():
    drawing = Drawing()
    drawing.write(60, 100, "经营范围")
    drawing.write(120, 100, "技术开发；技术咨询；")
    drawing.write(250, 100, "住所")
    drawing.write(290, 100, "北京市海淀区")
    drawing.write(120, 118, "技术服务；软件开发。")
    drawing.write(250, 118, "虚构路一百零八号")
    assert text(drawing, "经营范围") == "技术开发；技术咨询；技术服务；软件开发。"


def test_values_set_at_one_stop_belong_to_their_labels_however_short_those_are():
    drawing = Drawing()
    for number, (label, value) in enumerate((("参保单位名称（全称）", "虚构公司"), ("备注", "无"), ("经办人", ""))):
        drawing.write(60, 100 + 20 * number, label, 10)
        drawing.write(180, 100 + 20 * number, value, 10)
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, ("参保单位名称（全称）", "备注", "经办人"))
    values = [value_right_of(sheet, hit, hits) for hit in hits]
    assert [value and value.text for value in values] == ["虚构公司", "无", None]


def test_a_value_far_from_its_label_is_anothers_where_no_other_value_begins_there():
    drawing = Drawing()
    drawing.write(60, 100, "备注", 10)
    drawing.write(180, 100, "虚构公司", 10)
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, ("备注",))
    assert value_right_of(sheet, hits[0], hits) is None


def test_a_label_text_that_touches_its_neighbours_does_not_end_a_value_in_a_cell():
    drawing = Drawing()
    drawing.ruled(60, 100, [80, 120], [["坐落", "虚构路一百号\n用途楼三层"]])
    sheet = Sheet.of(drawing.page())
    hits = label_hits(sheet, ("坐落", "用途"))
    words = value_right_of(sheet, hits[0], hits)
    assert words is not None
    assert words.text == "虚构路一百号用途楼三层"


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("degrees", [0.0, 2.0])
def test_a_drawn_line_to_write_on_leads_from_a_label_to_its_value(ruled: bool, degrees: float):
    drawing = Drawing(reader="ocr")
    for number in range(5):
        drawing.write(60, 300 + number * 24, "双方应当遵守法律法规的规定并全面履行各自的义务")
    left = drawing.write(60, 100, "住所：").x1
    value = drawing.write(left + 100, 100, "虚构云桥公司")
    if ruled:
        drawing.rules = [Box(left, 110, left + 99, 111), Box(value.x1, 110, value.x1 + 99, 111)]
    assert text(drawing.turned(degrees), "住所") == ("虚构云桥公司" if ruled else None)
