from __future__ import annotations

import pytest

from pipeline.layout import Sheet
from tests.unit.layout.builders import Drawing


def texts(drawing: Drawing) -> list[str]:
    return [line.text for line in Sheet.of(drawing.page()).lines]


def test_lines_are_ordered_from_top_to_bottom_whatever_the_engine_said():
    drawing = Drawing()
    drawing.write(60, 200, "第二行")
    drawing.write(60, 100, "第一行")
    assert texts(drawing) == ["第一行", "第二行"]


def test_two_columns_on_one_height_are_one_line_of_two_segments():
    drawing = Drawing()
    drawing.write(300, 102, "注册资本")
    drawing.write(60, 100, "云桥网络有限公司")
    (line,) = Sheet.of(drawing.page()).lines
    assert [segment.text for segment in line.segments] == ["云桥网络有限公司", "注册资本"]


def test_the_first_characters_of_stacked_labels_return_to_their_lines():
    drawing = Drawing(reader="ocr")
    for number, character in enumerate("名企住"):
        drawing.write(48, 148 + number * 18, character, 16)
    drawing.write(130, 150, "称南通鑫鹰经贸有限公司", 12)
    drawing.write(130, 168, "业类型有限责任公司", 12)
    drawing.write(130, 186, "所河北省邢台市", 12)
    assert texts(drawing) == ["名称南通鑫鹰经贸有限公司", "企业类型有限责任公司", "住所河北省邢台市"]


def test_a_line_that_leans_by_itself_is_not_mixed_with_its_neighbour():
    drawing = Drawing(reader="ocr")
    for number, character in enumerate("称南通鑫鹰经贸有限公司"):
        drawing.write(133 + 11 * number, 150 - 0.45 * number, character, 12)
    drawing.write(291, 134, "注册号", 9)
    drawing.write(340, 137, "678904912230398322", 10)
    assert texts(drawing) == ["注册号678904912230398322", "称南通鑫鹰经贸有限公司"]


@pytest.mark.parametrize("degrees", [-4.0, -1.5, 1.5, 4.0])
def test_a_leaning_page_has_the_lines_of_a_straight_one(degrees: float):
    drawing = Drawing(reader="ocr")
    for number in range(12):
        drawing.write(60, 100 + number * 20, f"第{number}行 这一行从左到右写满了整整一行的汉字并且一直写到页边")
    assert texts(drawing.turned(degrees)) == texts(drawing)


def test_a_page_of_text_is_never_levelled():
    drawing = Drawing()
    drawing.write(60, 100, "甲乙丙丁戊己庚辛")
    sheet = Sheet.of(drawing.turned(3).page())
    assert all(glyph.at == glyph.box for glyph in sheet.glyphs)


def test_bold_by_overprinting_is_read_once():
    drawing = Drawing()
    drawing.write(60, 100, "承诺书")
    drawing.write(60.4, 100.2, "承诺书")
    assert texts(drawing) == ["承诺书"]


def test_a_line_to_write_on_is_not_part_of_what_is_written():
    drawing = Drawing()
    drawing.write(60, 100, "甲方：")
    drawing.write(100, 100, "______________")
    drawing.write(100, 100, "云桥公司")
    assert texts(drawing) == ["甲方：云桥公司"]


def test_white_space_between_chinese_characters_is_layout_and_between_words_a_space():
    drawing = Drawing()
    drawing.write(60, 100, "名　称 Huawei Cloud 12")
    assert texts(drawing) == ["名称Huawei Cloud 12"]


def test_commas_low_on_the_line_stay_in_it():
    drawing = Drawing()
    box = drawing.write(60, 100, "甲")
    drawing.characters.append(("，", box._replace(x0=73, x1=76, top=109, bottom=114), 1.0))
    drawing.write(84, 100, "乙")
    assert texts(drawing) == ["甲，乙"]


def test_words_carry_the_least_confidence_and_the_box_of_the_first_page():
    drawing = Drawing(reader="ocr")
    drawing.write(60, 100, "清")
    drawing.write(72, 100, "楚", confidence=0.41)
    words = Sheet.of(drawing.page()).lines[0].words()
    evidence = words.evidence()
    assert (evidence.text, evidence.confidence, evidence.bbox) == ("清楚", 0.41, (60.0, 100.0, 84.0, 112.0))
    assert (evidence.file, evidence.page, evidence.engine) == ("papers/paper.pdf", 1, "drawn 1")


def test_small_print_beside_a_large_title_is_a_line_of_its_own():
    drawing = Drawing()
    drawing.write(60, 102, "统一社会信用代码", 10)
    drawing.write(60, 124, "91999999MA00BXTK2E", 10)
    drawing.write(250, 95, "营业执照", 44)
    assert sorted(texts(drawing)) == ["91999999MA00BXTK2E", "统一社会信用代码", "营业执照"]


@pytest.mark.parametrize("degrees", [-3.0, 3.0])
def test_two_distant_columns_of_a_leaning_page_share_their_lines(degrees: float):
    drawing = Drawing(reader="ocr")
    for number in range(12):
        drawing.write(60, 100 + number * 20, f"左栏第{number}行文字")
        drawing.write(440, 100 + number * 20, f"右栏第{number}行文字")
    assert texts(drawing.turned(degrees)) == [f"左栏第{number}行文字右栏第{number}行文字" for number in range(12)]
