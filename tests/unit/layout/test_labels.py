from __future__ import annotations

import pytest

from pipeline.layout import Sheet
from pipeline.layout.labels import label_hits
from tests.unit.layout.builders import Drawing


def found(drawing: Drawing, *labels: str) -> list[tuple[str, str]]:
    return [(hit.label, hit.sort) for hit in label_hits(Sheet.of(drawing.page()), labels)]


@pytest.mark.parametrize(
    ("printed", "sort"),
    [
        ("名称：云桥公司", "colon"),
        ("名　称　云桥公司", "gap"),
        ("名　　　　称 ：云桥公司", "colon"),
        ("名称", "gap"),
        ("名称云桥公司", "touching"),
        ("名称（盖章）：云桥公司", "colon"),
        ("1、名称：云桥公司", "colon"),
        ("第三条 名称：云桥公司", "colon"),
    ],
)
def test_a_label_is_found_however_it_is_spaced(printed: str, sort: str):
    drawing = Drawing()
    drawing.write(60, 100, printed)
    assert found(drawing, "名称") == [("名称", sort)]


@pytest.mark.parametrize("printed", ["本公司名称不得更改", "上述名称", "名人称赞"])
def test_a_word_in_running_text_is_no_label(printed: str):
    drawing = Drawing()
    drawing.write(60, 100, printed)
    assert found(drawing, "名称") == []


def test_a_long_label_with_a_colon_is_found_inside_a_line():
    drawing = Drawing()
    drawing.write(60, 100, "乙方统一社会信用代码：91999999MA00000000")
    assert found(drawing, "统一社会信用代码") == [("统一社会信用代码", "colon")]


def test_of_overlapping_labels_the_longest_counts():
    drawing = Drawing()
    drawing.write(60, 100, "法定代表人姓名：李芸")
    assert found(drawing, "法定代表人", "法定代表人姓名", "姓名") == [("法定代表人姓名", "colon")]


def test_one_misread_character_of_a_long_label_is_forgiven_to_ocr_alone():
    misread = Drawing(reader="ocr")
    misread.write(60, 100, "统一社会倌用代码：9199")
    assert found(misread, "统一社会信用代码") == [("统一社会信用代码", "colon")]
    misread.reader = "text"
    assert found(misread, "统一社会信用代码") == []


def test_a_label_written_downwards_is_found():
    drawing = Drawing()
    drawing.down(60, 100, "经营范围")
    drawing.write(100, 110, "互联网接入服务")
    assert found(drawing, "经营范围") == [("经营范围", "gap")]


def test_characters_that_stack_by_chance_in_running_text_are_no_label():
    drawing = Drawing()
    drawing.write(60, 100, "有名有姓")
    drawing.write(60, 118, "被称为好")
    assert found(drawing, "名称") == []


def test_a_label_fills_its_ruled_cell_over_two_lines():
    drawing = Drawing()
    drawing.ruled(60, 100, [60, 200], [["法定\n代表人", "李芸"]])
    assert found(drawing, "法定代表人") == [("法定代表人", "gap")]


def test_two_halves_in_two_columns_are_no_label():
    drawing = Drawing()
    drawing.write(60, 100, "注册")
    drawing.write(110, 100, "资本")
    assert found(drawing, "注册资本") == []


@pytest.mark.parametrize(
    ("printed", "sort"),
    [
        ("姓名 Name：张三", "colon"),
        ("姓名/Name　　张三", "gap"),
        ("姓名（Name）：张三", "colon"),
        ("姓名Name", "gap"),
        ("姓名 Full Name：张三", "colon"),
    ],
)
def test_the_translation_behind_a_label_is_part_of_it(printed: str, sort: str):
    drawing = Drawing()
    drawing.write(60, 100, printed)
    assert found(drawing, "姓名") == [("姓名", sort)]


@pytest.mark.parametrize("printed", ["姓名JOHN", "姓名 John Name-Smith", "姓名NAMELIN张"])
def test_a_latin_value_behind_a_label_is_no_translation(printed: str):
    drawing = Drawing()
    drawing.write(60, 100, printed)
    hit = label_hits(Sheet.of(drawing.page()), ["姓名"])[0]
    assert hit.value_start == 2


def test_three_characters_may_be_spread_as_wide_as_a_label_of_seven():
    drawing = Drawing()
    drawing.write(60, 100, "出资额", 10.0, spacing=2.8)
    drawing.write(170, 100, "贰佰万元整", 10.0)
    assert [sort for _, sort in found(drawing, "出资额")] == ["gap"]
