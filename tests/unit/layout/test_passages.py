from __future__ import annotations

from pipeline.layout import Sheet
from pipeline.layout.passages import passages, search
from tests.unit.layout.builders import Drawing

CLAUSE = "第三条 公司住所：北京市海淀区虚构路一百零八号云桥大厦十二层一二零三室，公司的通讯地址与住所相同。"


def texts(*drawings: Drawing) -> list[str]:
    return [passage.text for passage in passages([Sheet.of(drawing.page()) for drawing in drawings])]


def test_wrapped_lines_are_one_paragraph_and_the_next_clause_another():
    drawing = Drawing()
    after = drawing.paragraph(60, 100, CLAUSE, 400)
    drawing.paragraph(60, after, "第四条 公司注册资本：人民币1000万元。", 400)
    assert texts(drawing) == [CLAUSE.replace("条 ", "条"), "第四条公司注册资本：人民币1000万元。"]


def test_a_paragraph_runs_on_over_the_page_break_past_running_titles_and_page_numbers():
    first, second = Drawing(), Drawing(number=2)
    first.write(200, 40, "云桥网络有限公司章程", 9)
    first.write(60, 740, "第二十条 法定代表人由执行公司事务的董事担任，现由高予安担任，任期三年，任期届满可以")
    first.write(280, 800, "第1页")
    second.write(200, 40, "云桥网络有限公司章程", 9)
    second.write(60, 80, "连选连任。")
    second.write(280, 800, "第2页")
    joined = "第二十条法定代表人由执行公司事务的董事担任，现由高予安担任，任期三年，任期届满可以连选连任。"
    assert joined in texts(first, second)


def test_a_ruled_cell_is_a_passage_of_its_own():
    drawing = Drawing()
    drawing.ruled(60, 100, [120, 160], [["带宽", "1000\nMbps"]])
    assert texts(drawing) == ["带宽", "1000Mbps"]


def test_a_group_of_a_pattern_knows_its_place_over_a_line_break():
    drawing = Drawing()
    drawing.paragraph(60, 100, CLAUSE, 400)
    (match,) = search(passages([Sheet.of(drawing.page())]), r"住所:(?P<value>[^,]+)")
    words = match.words("value")
    assert words is not None
    assert words.text == "北京市海淀区虚构路一百零八号云桥大厦十二层一二零三室"
    assert (words.box.top, words.box.bottom) == (100, 130)


def test_a_group_that_took_no_part_has_no_words():
    drawing = Drawing()
    drawing.write(60, 100, "甲方：云桥公司")
    (match,) = search(passages([Sheet.of(drawing.page())]), r"甲方:(?P<value>[^(]+)(?P<remark>\(.*\))?")
    assert match.words("remark") is None
    assert match.group("remark") == ""


def test_a_number_with_its_unit_at_the_head_of_a_line_begins_no_clause():
    told = "1.甲方为乙方开通两条互联网专线，分别为银川节点和石嘴山节点所用，总带宽"
    drawing = Drawing()
    drawing.write(60, 100, told)
    drawing.write(60, 118, "1.5Gbps。")
    drawing.write(60, 136, "2.2026年起计费。")
    assert texts(drawing) == [told + "1.5Gbps。", "2.2026年起计费。"]
