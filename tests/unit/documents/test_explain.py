"""What `show` tells of one file: places, least certain characters, anchors, nearest lines (虚构数据)."""

import pytest

from pipeline.documents.explain import explain
from pipeline.documents.finders import in_words
from pipeline.documents.gathering import read_documents
from pipeline.documents.places import check_digit
from pipeline.model.intake import Inventory
from tests.unit.documents.papers import CODE, NUMBER, client, licence
from tests.unit.layout.builders import Drawing


def story(*pages, floor=0.5):
    documents = read_documents(pages, Inventory(), client())
    return explain(pages[0].file, pages, documents, lambda _: floor)


def letter(*lines, reader="text", confidence=1.0):
    drawing = Drawing(reader=reader)
    for number, line in enumerate(lines):
        drawing.write(60, 60 + 30 * number, line, 20 if number == 0 else 12, confidence=confidence)
    return drawing.page()


def faint(page, character, confidence):
    """The page as OCR read it, with one kind of character less certain than the others."""
    certain = tuple(confidence if each == character else 0.98 for each in page.text)
    return page.model_copy(update={"reader": "ocr", "confidence": certain})


def fields_of(told):
    return {each.name: each for each in told.papers[0].fields}


def test_a_value_is_told_with_its_least_certain_character_and_that_characters_place():
    told = fields_of(story(faint(licence(), "云", 0.61)))
    assert told["name"].weakest.text == "云"
    assert told["name"].weakest.confidence == 0.61
    box, place = told["name"].weakest.bbox, told["name"].bbox
    assert place.grown(0.2).contains(*box.middle)
    assert (told["name"].source, told["name"].used) == ("ocr", True)


def test_a_value_below_the_floor_is_not_used_and_says_which_floor():
    told = fields_of(story(faint(licence(), "云", 0.41), floor=0.5))
    assert (told["name"].used, told["name"].floor) == (False, 0.5)
    assert told["capital"].used


def test_places_that_say_the_same_are_counted_once_each():
    told = fields_of(story(licence()))
    assert told["founded"].agree == 1
    twice = letter("关于变更的情况说明", "日期：2026年03月08日", "出具日期：2026年03月08日")
    assert fields_of(story(twice))["date"].agree == 2


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (CODE, True),
        (NUMBER, True),
        (CODE[:-1] + ("8" if CODE[-1] != "8" else "9"), False),
        (NUMBER[:-1] + ("4" if NUMBER[-1] != "4" else "5"), False),
        ("北京市虚构区", None),
        ("HT2026ABCDEFGH0001", None),
        ("京ICP证000001号", None),
    ],
)
def test_only_numbers_that_have_a_check_digit_are_judged_by_it(text, right):
    assert check_digit(text) is right


def test_a_missing_field_tells_its_anchors_and_the_nearest_line_with_its_likeness():
    told = story(letter("关于场地的情况说明", "我方于某日出具此件", "特此说明"))
    missing = {each.name: each for each in told.papers[0].missing}
    assert missing["date"].anchors == ("标签“日期”“出具日期”“报告日期”", "签署处的日期")
    near = missing["date"].nearest
    assert (near.text, near.page, near.like) == ("我方于某日出具此件", 1, "出具日期")
    assert near.similarity == 0.75
    assert near.why == "与“出具日期”只有 75% 的字相同"


def test_a_page_of_no_kind_tells_the_three_kinds_most_of_whose_signs_are_there():
    page = story(letter("数据中心托管服务说明", "客户名称：山海虚构数据有限公司", "电信业务由客户办理")).pages[0]
    assert page.known is False
    assert len(page.kinds) == 3
    assert page.kinds[0].kind == "access_agreement"
    assert any(reason.text.startswith("未见") and "合同" in reason.text for reason in page.kinds[0].reasons)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"共(?P<value>[0-9]{1,3})页", "共……页"),
        (r"有效期(?:限)?(?:至|到|:)+(?P<value>[0-9]{4}[年.-][0-9]{1,2}[月.-][0-9]{1,2}日?)", "有效期至……"),
        (r"最近[0-9]+个月缴费情况\((?P<value>[^()]{10,30})\)", "最近……个月缴费情况……"),
        (r"面积[:为]?(?P<value>[0-9.]+)平方米", "面积……平方米"),
    ],
)
def test_a_pattern_is_told_in_words(pattern, words):
    assert in_words(pattern) == words
