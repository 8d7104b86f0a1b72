"""What marks are seen on pages: signatures that OCR took for print."""

from __future__ import annotations

import pytest

from pipeline.documents import marks, parsers
from pipeline.layout.sheet import Sheet
from pipeline.model.intake import Inventory
from pipeline.model.page import Look
from pipeline.model.values import outward
from tests.unit.layout.builders import Drawing


def signed(confidence: float, words: str = "超生") -> bool:
    drawing = Drawing(reader="ocr")
    drawing.write(70, 400, "法定代表人（签字）：")
    drawing.write(190, 400, words, confidence=confidence)
    drawing.write(330, 400, "申请人（盖章）：")
    return bool(marks.marks_of([Sheet.of(drawing.page())], Inventory(files=())).signatures)


def test_handwriting_that_ocr_took_for_print_is_a_signature():
    assert signed(0.6)


def test_strokes_that_look_like_latin_letters_are_a_signature_and_a_number_is_none():
    assert signed(0.64, "Atl")
    assert not signed(0.64, "2026")


def test_a_printed_name_is_no_signature():
    assert not signed(0.97)


def test_an_empty_place_for_a_signature_is_none():
    assert not signed(0.6, "")


@pytest.mark.parametrize("printed", ["2026-11-24 10:32:07", "2026-11-2410:32:07", "2026年11月24日10:32"])
def test_the_day_of_a_time_is_read_even_where_the_space_between_was_lost(printed: str):
    parsed = parsers.day(printed)
    assert parsed is not None
    assert outward(parsed.value) == "2026-11-24"


def test_a_page_of_doubtful_characters_is_blurred_and_a_short_or_clear_one_is_not():
    def page(confidence: float, words: str):
        drawing = Drawing(reader="ocr")
        drawing.write(70, 400, words, confidence=confidence)
        return drawing.page()

    words = "本证明由参保人自助打印不再加盖印章如需核验请登录平台输入验证编号查询结果"
    assert marks.is_blurred(page(0.5, words))
    assert not marks.is_blurred(page(0.9, words))
    assert not marks.is_blurred(page(0.5, "副本"))


def test_soft_strokes_call_a_page_of_few_characters_blurred():
    def page(softness: float, words: str = "居民身份证签发机关"):
        drawing = Drawing(reader="ocr")
        drawing.write(70, 400, words, confidence=0.95)
        return drawing.page().model_copy(update={"look": Look(picture=True, softness=softness)})

    assert marks.is_blurred(page(0.18))
    assert not marks.is_blurred(page(0.1))
    assert not marks.is_blurred(page(0.18, "副本"))


def test_dark_and_pale_pages_are_told_from_pages_in_poor_light():
    def page(**look: object):
        drawing = Drawing(reader="ocr")
        drawing.write(70, 400, "居民身份证签发机关", confidence=0.95)
        return drawing.page().model_copy(update={"look": Look.model_validate({"picture": True, **look})})

    assert (marks.is_dark(page(brightness=70)), marks.is_dark(page(brightness=130))) == (True, False)
    assert (marks.is_pale(page(contrast=0.12)), marks.is_pale(page(contrast=0.35))) == (True, False)
    assert not marks.is_dark(page())


def test_print_that_runs_into_the_border_on_several_lines_was_cut_off():
    def sheet(x: float):
        drawing = Drawing(reader="ocr")
        for line in range(5):
            drawing.write(x, 100 + 30 * line, "出租方将房屋出租给承租方使用")
        return Sheet.of(drawing.page())

    assert marks.is_cut(sheet(0))
    assert not marks.is_cut(sheet(40))


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("申请单位（公章）：", True),
        ("甲方（盖章）", True),
        ("单位盖章：", True),
        ("承诺单位（加盖公章）", True),
        ("乙方签章处", True),
        ("本合同自双方签字盖章之日起生效。", False),
        ("本证明由参保人自助打印，不再加盖印章", False),
        ("以上材料均须加盖公章", False),
        ("第九条 盖章后的扫描件与原件具有同等效力", False),
    ],
)
def test_a_page_with_a_place_for_a_seal_should_carry_it(words: str, due: bool):
    drawing = Drawing(reader="ocr")
    drawing.write(70, 400, words)
    assert marks.print_of(Sheet.of(drawing.page())).seal_due is due


@pytest.mark.parametrize(
    ("picture", "colour", "tinted", "hides"),
    [
        (True, "grey", False, True),
        (True, "bilevel", False, True),
        (True, "grey", True, False),
        (True, "colour", True, False),
        (False, "unknown", False, False),
    ],
)
def test_only_a_picture_taken_without_colour_hides_seals(picture: bool, colour: str, tinted: bool, hides: bool):
    drawing = Drawing(reader="ocr")
    drawing.write(70, 400, "申请单位（公章）：")
    look = Look(picture=picture, colour=colour, tinted=tinted)
    assert marks.print_of(Sheet.of(drawing.page().model_copy(update={"look": look}))).hides_seals is hides
