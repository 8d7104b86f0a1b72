from __future__ import annotations

import re
from typing import Literal

import pytest

from pipeline.documents.social_insurance import declarations
from pipeline.documents.social_insurance.kinds import counted, kinds_of
from pipeline.documents.social_insurance.layout import layouts, parsed
from pipeline.documents.social_insurance.months import Span, expanded, month_of_cells, span_in
from pipeline.layout import Sheet, Words
from pipeline.text.days import Month, months_in
from tests.unit.layout.builders import Drawing

LEAST = """
layout: made_up
title: 虚构表
anchors: [{words: 虚构}]
fields: [{name: payer, labels: [单位名称]}, {name: name, labels: [姓名]}]
people: {source: head}
months: {table: {key: month, columns: [{name: month, headings: [月]}]}}
"""


def test_every_layout_file_of_the_package_is_sound_and_named_after_its_file() -> None:
    assert " ".join(layout.layout for layout in layouts()) == (
        "beijing generic generic_list guangdong guizhou henan jiangsu n12333 nanning shaanxi shanghai shenzhen sichuan unit zhejiang"
    )
    assert {each.variant for each in declarations()} == {layout.layout for layout in layouts()}


def test_a_new_form_is_a_new_file_of_a_few_lines() -> None:
    layout, faults = parsed("made_up.yaml", LEAST)
    assert faults == ()
    assert layout is not None
    assert layout.months.payer == "head"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("labels: [单位名称]", "sort: words"), "fields/0"),
        (("key: month", "keys: month"), "months/table/keys"),
        (("source: head", "source: foot"), "people/source"),
        (("months: {table", "months: {payer: basic, table"), "明细取自 basic"),
        (("months: {table", "months: {counted: [养老], table"), "months"),
    ],
)
def test_a_fault_in_a_layout_file_is_told_with_its_place(change: tuple[str, str], place: str) -> None:
    layout, faults = parsed("made_up.yaml", LEAST.replace(*change))
    assert layout is None
    assert any(re.match(rf"made_up\.yaml 第 [0-9]+ 行(?: /|：){place}", fault) for fault in faults), faults


def test_a_key_written_twice_is_a_fault() -> None:
    assert parsed("made_up.yaml", LEAST + "title: 又一个\n")[1] != ()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("202611", [(2026, 11)]),
        ("2026-09至2026-11", [(2026, 9), (2026, 11)]),
        ("2026年9月-2026年11月", [(2026, 9), (2026, 11)]),
        ("202609-202611", [(2026, 9), (2026, 11)]),
        ("2026.9", [(2026, 9)]),
        ("2026年11月20日", [(2026, 11)]),
        ("119999202609198922", []),
        ("2026", []),
        ("202613", []),
    ],
)
def test_months_are_found_as_printed_and_not_inside_other_numbers(text: str, months: list[tuple[int, int]]) -> None:
    assert months_in(text) == [Month(*each) for each in months]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("202609-202611", Span(Month(2026, 9), Month(2026, 11))),
        ("202611", Span(Month(2026, 11), Month(2026, 11))),
        ("2026-09至今", Span(Month(2026, 9), None)),
        ("202611-202609", None),
        ("合计", None),
    ],
)
def test_a_cell_stands_for_a_span_one_month_or_nothing(text: str, span: Span | None) -> None:
    assert span_in(text) == span


def test_a_span_across_the_year_has_every_month_and_an_open_one_has_none() -> None:
    assert expanded(Span(Month(2025, 11), Month(2026, 2))) == (
        Month(2025, 11),
        Month(2025, 12),
        Month(2026, 1),
        Month(2026, 2),
    )
    assert expanded(Span(Month(2025, 11), None)) == ()
    assert expanded(Span(Month(1900, 1), Month(2026, 1))) == ()


@pytest.mark.parametrize(
    ("year", "month", "wanted"),
    [("2026", "08", Month(2026, 8)), ("2026年", "8月", Month(2026, 8)), ("2026", "13", None), ("合计", "", None)],
)
def test_year_and_month_in_two_cells_make_a_month(year: str, month: str, wanted: Month | None) -> None:
    assert month_of_cells(year, month) == wanted


def counts(reader: Literal["text", "ocr"], **printed: str) -> dict[str, Words]:
    drawing = Drawing(reader=reader)
    for number, text in enumerate(printed.values()):
        drawing.write(60, 100 + 40 * number, text)
    lines = Sheet.of(drawing.page()).lines
    return {kind: line.words() for kind, line in zip(printed, lines, strict=True)}


@pytest.mark.parametrize(
    ("reader", "printed", "kinds"),
    [
        ("text", {"养老": "2", "失业": "2", "工伤": "1"}, ("养老", "失业")),
        ("ocr", {"养老": "2", "失业": "2", "工伤": "1", "医疗": "0", "生育": "2"}, ("养老", "失业", "生育")),
        ("ocr", {"养老": "2", "失业": "2", "工伤": "2"}, ()),
        ("ocr", {"养老": "2", "失业": "Z", "工伤": "2", "医疗": "2", "生育": "2"}, ()),
    ],
)
def test_a_count_that_ocr_lost_leaves_the_insurances_unknown(
    reader: Literal["text", "ocr"], printed: dict[str, str], kinds: tuple[str, ...]
) -> None:
    beijing = next(layout for layout in layouts() if layout.layout == "beijing")
    assert kinds_of(beijing, counts(reader, **printed), 2, ()) == kinds


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("10", 10),
        ("10个月", 10),
        ("实际缴费4个月,缓缴2个月", 4),
        ("实际缴费4个月", 4),
        ("——", None),
        ("4.5", None),
        ("缓缴2个月", None),
    ],
)
def test_a_count_of_months_leaves_out_what_was_deferred(printed: str, months: int | None) -> None:
    assert counted(counts("text", 养老=printed), "养老") == months


NOT_INSURANCE = {
    "工资表": (
        "2026年10月工资发放表",
        "姓名　基本工资　绩效　养老保险　失业保险　工伤保险　实发",
        "李样　6000　800　480　30　0　6290",
    ),
    "纳税证明": (
        "个人所得税纳税记录",
        "纳税人姓名：李样　身份证号码：519999199001010012",
        "申报日期　实缴税额　扣缴义务人　虚构听潮通信技术有限公司",
    ),
    "社保卡": ("中华人民共和国社会保障卡", "姓名　李样", "社会保障号码　519999199001010012　卡号 X99999999"),
    "花名册": (
        "员工花名册",
        "姓名　身份证号码　部门　入职时间　参保情况",
        "李样　519999199001010012　技术部　2024-03　已参保",
    ),
}


@pytest.mark.parametrize("name", NOT_INSURANCE)
def test_papers_that_only_speak_of_insurance_are_none(name: str) -> None:
    drawing = Drawing()
    for place, line in enumerate(NOT_INSURANCE[name]):
        drawing.write(80, 80 + 30 * place, line)
    sheet = Sheet.of(drawing.page())
    assert [each.variant for each in declarations() if each.identify.judge(sheet)[0] >= 0.5] == []
