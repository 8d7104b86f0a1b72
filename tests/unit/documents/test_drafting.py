"""Layouts drafted from forms that no layout file describes; every name and number is invented (虚构数据)."""

from __future__ import annotations

import pytest

from pipeline.documents.paper import Paper
from pipeline.documents.social_insurance.drafting import Draft, draft
from pipeline.documents.social_insurance.layout import parsed
from pipeline.documents.social_insurance.printed_form import Heading, Label, column_name, is_form_word, printed_form
from pipeline.model.geometry import Box
from tests.unit.documents.papers import NUMBER, OTHER_NUMBER
from tests.unit.layout.builders import Drawing

COMPANY = "山海虚构数据有限公司"
NAME, OTHER_NAME = "王虚构", "李虚构"


def ruled() -> Paper:
    """A form in frames: the head in cells, the detail in cells, its month under a name nobody knows."""
    drawing = Drawing()
    drawing.write(150, 50, "某省社会保险参保缴费凭证", 20)
    head = [
        ["姓　名", NAME, "公民身份号码", NUMBER],
        ["现参保单位", COMPANY, "性别", "男"],
        ["出具时间", "2026年11月20日", "凭证验证码", "AB12CD34EF"],
    ]
    bottom = drawing.ruled(50, 100, [100, 150, 100, 150], head)
    drawing.write(50, bottom + 12, "一、养老保险缴费记录", 12)
    rows = [
        ["费款属期", "缴费基数", "个人缴费", "缴费标志"],
        ["202609", "6000", "480", "正常"],
        ["202610", "6000", "480", "正常"],
    ]
    drawing.ruled(50, bottom + 40, [120, 120, 120, 120], rows)
    drawing.write(270, 800, "第1页 共1页", 9)
    return Paper.of([drawing.page()])


def loose(title: str = "职工社会保险缴费历史明细") -> Paper:
    """A form without rules: labels with colons, columns of white space."""
    drawing = Drawing()
    drawing.write(150, 50, title, 18)
    drawing.write(60, 90, f"参保人：{NAME}")
    drawing.write(300, 90, f"身份证号：{NUMBER}")
    drawing.write(60, 115, f"缴费单位：{COMPANY}")
    drawing.write(380, 115, "打印时间：2026-11-20")
    rows = [
        ("年月", "险种", "缴费基数", "状态"),
        ("2026-08", "养老", "6000", "已缴"),
        ("2026-09", "养老", "6000", "已缴"),
        ("2026-10", "养老", "6000", "已缴"),
    ]
    for number, row in enumerate(rows):
        for x, text in zip((60, 180, 300, 420), row, strict=True):
            drawing.write(x, 150 + 20 * number, text, 10)
    return Paper.of([drawing.page()])


def grouped() -> Paper:
    """A list of a unit's employees with group headings over its columns."""
    drawing = Drawing()
    drawing.write(120, 50, "单位职工社会保险缴纳名册", 18)
    drawing.write(60, 90, f"单位全称：{COMPANY}")
    drawing.write(380, 90, "制表日期：2026-11-20")
    x, top = 40.0, 130.0
    for width, text in ((70, "姓名"), (130, "身份证件号码"), (80, "缴费年月")):
        drawing.cells.append(Box(x, top, x + width, top + 48))
        drawing.write(x + 4, top + 18, text, 10)
        x += width
    for text in ("养老保险", "失业保险"):
        drawing.cells.append(Box(x, top, x + 120, top + 24))
        drawing.write(x + 40, top + 6, text, 10)
        for number, heading in enumerate(("缴费基数", "个人应缴")):
            left = x + 60 * number
            drawing.cells.append(Box(left, top + 24, left + 60, top + 48))
            drawing.write(left + 4, top + 30, heading, 10)
        x += 120
    rows = [
        [name, number, "202610", "6000", "480", "6000", "30"]
        for name, number in ((NAME, NUMBER), (OTHER_NAME, OTHER_NUMBER))
    ]
    drawing.ruled(40, top + 48, [70, 130, 80, 60, 60, 60, 60], rows)
    return Paper.of([drawing.page()])


PERSONAL = (NAME, OTHER_NAME, NUMBER, OTHER_NUMBER, COMPANY, "AB12CD34EF")
FORMS = {"ruled": ruled, "loose": loose, "grouped": grouped}


def read_by(drafted: Draft) -> tuple[str | None, str | None, str | None, int, int, str | None]:
    return drafted.payer, drafted.name, drafted.number, drafted.people, drafted.months, drafted.latest


@pytest.mark.parametrize(("form", "people", "months"), [("ruled", 1, 2), ("loose", 1, 3), ("grouped", 2, 2)])
def test_a_draft_reads_the_form_that_it_was_drafted_from(form: str, people: int, months: int) -> None:
    assert read_by(draft(FORMS[form]())) == (COMPANY, NAME, NUMBER, people, months, "2026-10")


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_is_a_sound_layout_with_places_to_decide_and_nothing_personal(form: str) -> None:
    text = draft(FORMS[form]()).text
    layout, faults = parsed("new_form.yaml", text)
    assert (layout is not None, faults) == (True, ())
    assert text.count("待核") > 5
    assert [value for value in PERSONAL if value in text] == []


def test_a_title_with_somebodys_name_in_it_is_not_taken_over() -> None:
    text = draft(loose(f"{NAME}社会保险缴费明细")).text
    assert NAME not in text
    assert "原件上没有找到标题" in text


def test_the_headings_of_a_ruled_detail_are_named_by_their_words_and_by_what_stands_below() -> None:
    assert printed_form(ruled()).headings == (
        Heading(words="费款属期", name="month"),
        Heading(words="缴费基数", name="base"),
        Heading(words="个人缴费"),
        Heading(words="缴费标志", name="state"),
    )


def test_group_headings_are_told_with_the_columns_below_them() -> None:
    assert printed_form(grouped()).headings == (
        Heading(words="姓名", name="name"),
        Heading(words="身份证件号码", name="number"),
        Heading(words="缴费年月", name="month"),
        Heading(words="缴费基数", name="base", under="养老保险"),
        Heading(words="个人应缴", under="养老保险"),
        Heading(words="缴费基数", name="base", under="失业保险"),
        Heading(words="个人应缴", under="失业保险"),
    )


def test_labels_of_the_head_are_named_by_their_words_and_by_what_stands_beside() -> None:
    assert {label.words: label for label in printed_form(loose()).labels} == {
        "参保人": Label(words="参保人", name="name"),
        "身份证号": Label(words="身份证号", name="number"),
        "缴费单位": Label(words="缴费单位", name="payer"),
        "打印时间": Label(words="打印时间", name="printed_on"),
    }


@pytest.mark.parametrize(
    ("heading", "value", "column"),
    [
        ("缴费年月", "202601", "month"),
        ("缴费年月", "202601-202610", "span"),
        ("缴费起止年月", "202601-202610", "span"),
        ("归属", "2026年10月", "month"),
        ("参保单位", COMPANY, "payer"),
        ("单位编号", "10023344", "unit"),
        ("备注", "", ""),
    ],
)
def test_a_column_is_named_by_its_heading_and_its_first_value(heading: str, value: str, column: str) -> None:
    assert column_name(heading, value) == column


@pytest.mark.parametrize("words", [NAME, COMPANY, "高月", "2026-10", "参保单位山海虚构数据有限公司"])
def test_print_that_may_be_somebodys_is_no_word_of_the_form(words: str) -> None:
    assert is_form_word(words) is False


def test_a_form_without_a_detail_gets_a_draft_that_says_what_was_not_found() -> None:
    drawing = Drawing()
    drawing.write(150, 50, "某市职工参保情况", 18)
    drawing.write(60, 90, f"参保人：{NAME}")
    drafted = draft(Paper.of([drawing.page()]))
    assert "没有找到明细表" in drafted.text
    assert "没有找到 payer" in drafted.text
    assert read_by(drafted) == (None, NAME, None, 1, 0, None)


def test_a_known_form_is_told_by_the_name_of_its_layout() -> None:
    drawing = Drawing()
    for number, words in enumerate(
        ("北京市社会保险个人权益记录（参保人员缴费信息）", "一、养老保险单位变动记录", "二、五险缴费明细")
    ):
        drawing.write(60, 50 + 30 * number, words)
    drafted = draft(Paper.of([drawing.page()]))
    assert (drafted.known, drafted.text) == ("beijing", "")
    assert list(drafted.lines()) == ["这种表已有版式“beijing”，无需新写。读得不对时，用 dossier show 看读到了什么。"]
